"""What is page and what is article."""

from __future__ import annotations

import pytest

from selon.clean import clean
from selon.lexicon import load
from selon.model import Article
from selon.read import from_text

LEXICON = load()
BODY = (
    "Le maire de Valombre a annoncé jeudi la fermeture du pont, fragilisé par la crue de la semaine dernière.",
    "« Nous n'avons pas le choix », a-t-il déclaré devant une centaine d'habitants réunis à la mairie.",
    "La préfecture a confirmé que les travaux dureraient plusieurs mois et coûteraient deux millions d'euros.",
)


def cleaned(*lines: str) -> Article:
    return clean(from_text("\n".join(lines)), LEXICON)


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def furniture(article: Article) -> list[str]:
    return [words for kind, words in kinds(article) if kind == "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "Accueil | Politique | Sports | Météo",
        "Accueil > Région > Faits divers",
        "Politique · Société · Culture",
        "Newsletters Vidéos Podcasts Événements",
        "Partager cet article",
        "PARTAGER SUR FACEBOOK",
        "Suivez-nous",
        "Publicité",
        "PUBLICITE",
        "Loader",
        "Abonnez-vous à La Gazette et soutenez-nous",
        "Recevez chaque soir notre lettre gratuite",
        "Newsletter : toute l'actualité de votre région",
        "Bouton retour en haut de la page",
        "Temps de lecture : 3 min",
        "© 2021 La Gazette – Tous droits réservés",
        "Crédit photo : Mairie de Valombre",
        "Publié le 4 mars 2021 à 18h12",
        "Mis à jour à 20h21 avec la réaction du préfet",
        "4 mars 2021",
        "jeudi 4 mars 2021, 18h12",
        "PREV La crue en images",
        "NEXT Basket : une victoire au bout de la nuit",
        "For Latest Updates Follow us on Google News",
        "Share this article",
        "Subscribe to our newsletter",
        "***",
    ],
)
@pytest.mark.parametrize("place", ["above", "inside", "below"])
def test_the_words_of_a_page_are_furniture_wherever_they_stand(line, place):
    at = {"above": 0, "inside": 3, "below": 5}[place]
    lines = ["Le pont de Valombre fermé après la crue", "", *BODY]
    lines.insert(at, line)
    assert furniture(cleaned(*lines)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "« Abonnez-vous », répète le patron du journal à tous ceux qui passent la porte.",
        "Publié en 2019 par deux chercheurs, le rapport annonçait déjà la ruine du pont et de ses piles.",
        "Partager les frais : c'est ce que demande la commune voisine, qui n'a pas répondu.",
        "Culture",
        "Une colère froide",
        "Et maintenant ?",
        "Il a refusé.",
        "Direct et sans notes, le préfet a répondu à toutes les questions pendant deux heures.",
    ],
)
def test_sentences_and_headings_inside_the_body_are_the_articles_own(line):
    article = cleaned("Le pont de Valombre fermé après la crue", "", BODY[0], "", line, "", *BODY[1:])
    assert furniture(article) == []
    assert line in article.reading()[0]


def test_a_menu_word_alone_is_furniture_above_and_below_but_a_heading_inside():
    article = cleaned("Société", "Le pont de Valombre fermé après la crue", BODY[0], "Économie", BODY[1], "Imprimer")
    assert kinds(article) == [
        ("furniture", "Société"),
        ("title", "Le pont de Valombre fermé après la crue"),
        ("lead", BODY[0]),
        ("heading", "Économie"),
        ("paragraph", BODY[1]),
        ("furniture", "Imprimer"),
    ]


def test_titles_of_other_articles_follow_the_words_that_introduce_them_to_the_end():
    others = ["À découvrir également", "", "La crue vue du ciel", "", "Faut-il un second pont ?"]
    article = cleaned("Le pont de Valombre fermé après la crue", "", *BODY, "", *others)
    assert furniture(article) == [line for line in others if line]


def test_inside_the_body_only_one_title_is_taken_after_a_blank_line():
    article = cleaned(BODY[0], "", "À lire aussi", "", "La crue vue du ciel", "", "Un chantier difficile", "", BODY[1])
    assert furniture(article) == ["À lire aussi", "La crue vue du ciel"]
    assert ("heading", "Un chantier difficile") in kinds(article)


def test_a_paragraph_after_the_words_that_introduce_others_is_kept():
    article = cleaned(BODY[0], "", "À lire aussi", BODY[1], BODY[2])
    assert furniture(article) == ["À lire aussi"]


def test_an_introduction_and_a_title_on_one_line_are_furniture():
    line = "Lire aussi : La crue vue du ciel"
    assert furniture(cleaned(BODY[0], "", line, "", BODY[1])) == [line]


def test_a_repeated_title_counts_once():
    title = "Le pont de Valombre fermé après la crue"
    article = cleaned(title, "", title, title, "", *BODY)
    assert [k for k, words in kinds(article) if words == title] == ["title", "furniture", "furniture"]


def test_a_portrait_of_the_author_is_furniture_and_the_name_above_it_the_byline():
    portrait = "Journaliste au service Région, elle suit les transports."
    article = cleaned("Le pont fermé après la crue", "", *BODY, "", "Anne Morel", portrait)
    assert furniture(article) == [portrait]
    assert article.byline is not None
    assert article.byline.of(article.text) == "Anne Morel"


def test_an_english_portrait_under_a_name_is_furniture():
    portrait = "A seasoned journalist, she covers local affairs from all sides"
    assert furniture(cleaned(*BODY, "Anne Morel", portrait)) == [portrait]


def test_the_name_over_a_portrait_is_furniture_when_the_byline_stands_above():
    article = cleaned(
        "Le pont fermé après la crue",
        "Par Anne Morel",
        "",
        *BODY,
        "",
        "Anne Morel",
        "Journaliste à Valombre depuis 2010.",
    )
    assert furniture(article) == ["Anne Morel", "Journaliste à Valombre depuis 2010."]
    assert article.byline is not None
    assert article.byline.of(article.text) == "Par Anne Morel"


@pytest.mark.parametrize(
    ("line", "stray", "rest"),
    [
        ("jeLe pont de Valombre est fermé depuis jeudi, a annoncé le maire de la commune.", "je", "Le pont"),
        ("uUn pont est fermé depuis jeudi à Valombre, a annoncé le maire de la commune.", "u", "Un pont"),
        ("LLe pont de Valombre est fermé depuis jeudi, a annoncé le maire de la commune.", "L", "Le pont"),
    ],
)
def test_a_spoiled_drop_capital_is_cut_off(line, stray, rest):
    article = cleaned("Le pont fermé après la crue", "", line, *BODY)
    assert furniture(article) == [stray]
    assert article.blocks[2].span.of(article.text).startswith(rest)


@pytest.mark.parametrize(
    "line",
    [
        "iPhone en main, le maire a filmé la crue depuis le pont de la commune.",
        "Lloyd Anders, le maire, a filmé la crue depuis le pont de la commune.",
    ],
)
def test_a_word_that_only_looks_spoiled_is_kept(line):
    assert furniture(cleaned(line, *BODY)) == []


def test_a_scrapers_header_is_cut_off_the_first_line():
    article = cleaned(" date 2021-03 " + BODY[0], "", *BODY[1:])
    assert kinds(article)[:2] == [("furniture", "date 2021-03"), ("lead", BODY[0])]


def test_a_dateline_is_a_block_of_its_own():
    article = cleaned("VALOMBRE, 4 mars 2021 (Agence Ondine) – " + BODY[0], *BODY[1:])
    assert kinds(article)[:2] == [("byline", "VALOMBRE, 4 mars 2021 (Agence Ondine) –"), ("lead", BODY[0])]
    assert kinds(cleaned("Valombre | " + BODY[0], *BODY[1:]))[0] == ("byline", "Valombre |")


def test_a_sentence_with_a_dash_is_no_dateline():
    line = "Le pont – Un ouvrage de 1902 – est fermé depuis jeudi, a annoncé le maire de Valombre."
    assert kinds(cleaned(line, *BODY[1:]))[0] == ("lead", line)


def test_the_owner_of_a_picture_is_cut_off_its_caption():
    article = cleaned("Le pont fermé", "", BODY[0], "", "Le pont de Valombre, jeudi matin. KEYSTONE", "", *BODY[1:])
    assert ("caption", "Le pont de Valombre, jeudi matin.") in kinds(article)
    assert furniture(article) == ["KEYSTONE"]
    assert [credit.name for credit in article.credits] == ["KEYSTONE"]


def test_a_caption_written_twice_is_read_once():
    caption = "Le pont de Valombre, le 4 mars."
    article = cleaned(BODY[0], "", caption, f"{caption} 写真/KCNA via KNS", "", *BODY[1:])
    assert kinds(article)[1:3] == [("caption", caption), ("furniture", f"{caption} 写真/KCNA via KNS")]


def test_a_text_without_line_breaks_is_one_paragraph():
    text = " ".join(BODY)
    assert kinds(cleaned(text)) == [("paragraph", text)]


def test_the_reading_is_the_article_without_its_page():
    article = cleaned(
        "Accueil | Sports", "Le pont fermé après la crue", "Publié le 4 mars 2021", "", *BODY, "Partager cet article"
    )
    assert article.reading()[0] == "\n\n".join(["Le pont fermé après la crue", *BODY])


def test_the_mark_of_the_byte_order_is_furniture():
    article = cleaned("\ufeffLe pont fermé après la crue", *BODY)
    assert kinds(article)[:2] == [("furniture", "\ufeff"), ("title", "Le pont fermé après la crue")]
