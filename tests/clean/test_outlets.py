"""Titles, outlets, bylines and credits."""

from __future__ import annotations

import pytest

from selon.clean import clean
from selon.lexicon import load
from selon.model import Article, Metadata
from selon.read import from_text

LEXICON = load()
TITLE = "Le pont de Valombre fermé après la crue"
BODY = (
    "Le maire de Valombre a annoncé jeudi la fermeture du pont, fragilisé par la crue de la semaine dernière.",
    "La préfecture a confirmé que les travaux dureraient plusieurs mois et coûteraient deux millions d'euros.",
)


def cleaned(*lines: str, **stated: str) -> Article:
    bare = from_text("\n".join(lines))
    return clean(Article(id=bare.id, text=bare.text, url=stated.get("url"), metadata=Metadata(**stated)), LEXICON)


def title(article: Article) -> str | None:
    return article.title.of(article.text) if article.title else None


def outlet(article: Article) -> tuple[str | None, str | None]:
    return article.outlet, article.outlet_evidence.of(article.text) if article.outlet_evidence else None


def credited(article: Article) -> list[tuple[str, str]]:
    return [(credit.name, credit.span.of(article.text)) for credit in article.credits if credit.span]


@pytest.mark.parametrize(
    "words",
    [
        TITLE,
        f"{TITLE} ?",
        f"{TITLE} : « C'est fini »",
        "Crue : un pont fermé, deux routes coupées, trois villages isolés",
    ],
)
def test_the_first_line_above_the_body_is_the_title(words):
    assert title(cleaned(words, "", *BODY)) == words


def test_a_text_that_starts_with_its_lead_has_no_title():
    assert title(cleaned(*BODY)) is None
    assert title(cleaned(" ".join(BODY))) is None


def test_a_line_alone_is_a_title_unless_it_is_a_sentence():
    assert title(cleaned(TITLE)) == TITLE
    assert title(cleaned("Le pont de Valombre a été fermé jeudi, a annoncé le maire.")) is None


@pytest.mark.parametrize(
    ("suffix", "name"),
    [(" – Libération", "Libération"), (" - Le Courrier de Valombre", "Le Courrier de Valombre"), (" | RFI", "RFI")],
)
def test_the_outlet_after_the_title_is_no_part_of_it(suffix, name):
    article = cleaned("Nouvelles locales", "", TITLE + suffix, "", *BODY)
    assert (title(article), *outlet(article)) == (TITLE, name, name)


@pytest.mark.parametrize("words", ["Foot : France – Maroc", "Crue – deux morts", "Élections - Les résultats"])
def test_a_dash_inside_a_title_names_no_outlet(words):
    article = cleaned(words, "", *BODY)
    assert (title(article), *outlet(article)) == (words, None, None)


def test_a_masthead_above_a_menu_is_the_outlet():
    article = cleaned("La Sentinelle", "Politique | Sports | Météo", "", TITLE, "", *BODY)
    assert (title(article), *outlet(article)) == (TITLE, "La Sentinelle", "La Sentinelle")


def test_a_copyright_line_names_the_outlet():
    assert outlet(cleaned(TITLE, "", *BODY, "© 2021 La Sentinelle – Tous droits réservés")) == (
        "La Sentinelle",
        "La Sentinelle",
    )


def test_an_invitation_to_follow_names_the_outlet_but_never_a_network():
    assert outlet(cleaned(TITLE, "", *BODY, "Suivez toutes nos mises à jour sur Infovalombre")) == (
        "Infovalombre",
        "Infovalombre",
    )
    assert outlet(cleaned(TITLE, "", *BODY, "Suivez toutes nos mises à jour sur Google News")) == (None, None)


def test_an_agencys_dateline_names_the_outlet_and_a_credit():
    article = cleaned(TITLE, "", f"VALOMBRE (AFP) – {BODY[0]}", BODY[1])
    assert outlet(article) == ("AFP", "AFP")
    assert credited(article) == [("AFP", "AFP")]


def test_metadata_and_addresses_name_the_outlet_without_a_passage():
    assert outlet(cleaned(TITLE, "", *BODY, site="La Sentinelle")) == ("La Sentinelle", None)
    assert outlet(cleaned(TITLE, "", *BODY, url="https://www.lemonde.fr/pont.html")) == ("Le Monde", None)
    assert outlet(cleaned(TITLE, "", *BODY, url="https://notlemonde.fr/pont.html")) == (None, None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Par Anne Morel avec AP", [("AP", "AP")]),
        ("Par Anne Morel, avec AFP et Reuters", [("AFP", "AFP"), ("Reuters", "Reuters")]),
        ("Par Anne Morel, avec l’Agence Ondine", [("Agence Ondine", "Agence Ondine")]),
        ("La Sentinelle (avec Agence Ondine)", [("Agence Ondine", "Agence Ondine")]),
        ("Contributeur : Reuters", [("Reuters", "Reuters")]),
        ("Sources additionnelles • The Guardian, adaptation : Anne Morel", [("The Guardian", "The Guardian")]),
        ("Avec l'Agence France-Presse", [("AFP", "Agence France-Presse")]),
        ("ATS", [("ATS", "ATS")]),
        ("R. I./AFP", [("AFP", "AFP")]),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_agencies_and_media_are_credited_where_the_page_names_them(line, expected, above):
    lines = [TITLE, line, "", *BODY] if above else [TITLE, "", *BODY, line]
    assert credited(cleaned(*lines)) == expected


def test_an_agency_quoted_in_a_sentence_is_no_credit():
    assert (
        credited(
            cleaned(TITLE, "", BODY[0], "Le préfet l'a répété à l'AFP, qui l'interrogeait sur la suite des travaux.")
        )
        == []
    )


@pytest.mark.parametrize("line", ["Par Anne Morel", "Anne Morel", "A. MOREL", "B. N.", "amo/jpt"])
def test_who_signs_is_the_byline(line):
    article = cleaned(TITLE, "", *BODY, line)
    assert article.byline is not None
    assert article.byline.of(article.text) == line


def test_a_heading_that_begins_like_a_byline_is_none():
    assert cleaned(TITLE, "", BODY[0], "Par la force", BODY[1]).byline is None
