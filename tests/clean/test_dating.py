"""When an article was published, on what evidence, and what stays unknown."""

from __future__ import annotations

import datetime as dt

import pytest

from selon.clean import clean
from selon.lexicon import load
from selon.model import Article, Clue, Dating, Metadata
from selon.read import from_text

LEXICON = load()
TITLE = "Le pont de Valombre fermé après la crue"
BODY = "Le maire de Valombre a annoncé la fermeture du pont, fragilisé par la crue de ces derniers jours."
DAY = dt.date(2021, 3, 4)  # a Thursday


def dated(*lines: str, url: str | None = None, **stated: str) -> Article:
    bare = from_text("\n".join(lines))
    article = Article(id=bare.id, text=bare.text, url=url, metadata=Metadata(**stated))
    return clean(article, LEXICON)


def told(article: Article, dating: Dating | None) -> tuple[dt.date | None, dt.date | None, str, list[str]]:
    assert dating is not None
    return dating.low, dating.high, dating.basis, [span.of(article.text) for span in dating.evidence]


@pytest.mark.parametrize(
    ("line", "evidence"),
    [
        ("Publié le 4 mars 2021 à 18h12", "Publié le 4 mars 2021"),
        ("Publié le 04/03/2021", "Publié le 04/03/2021"),
        ("jeudi 4 mars 2021", "jeudi 4 mars 2021"),
        ("Mis en ligne le jeudi 4 mars 2021", "Mis en ligne le jeudi 4 mars 2021"),
    ],
)
def test_a_line_of_publication_gives_the_day(line, evidence):
    article = dated(TITLE, line, "", BODY, BODY)
    assert told(article, article.published) == (DAY, DAY, "explicit", [evidence])
    assert article.updated is None


def test_a_dateline_gives_the_day():
    article = dated(TITLE, "", f"VALOMBRE, 4 mars 2021 (Agence Ondine) – {BODY}", BODY)
    assert told(article, article.published) == (DAY, DAY, "explicit", ["4 mars 2021"])


def test_a_time_of_update_is_of_the_day_of_publication():
    article = dated(TITLE, "Publié le 4 mars 2021 à 18h12 – Mis à jour à 21h", "", BODY, BODY)
    assert told(article, article.updated) == (DAY, DAY, "explicit", ["Mis à jour à 21h", "Publié le 4 mars 2021"])


def test_an_update_with_its_own_day_is_not_the_publication():
    article = dated(TITLE, "Mis à jour le 6 mars 2021", "", BODY, BODY)
    assert article.published is None
    assert told(article, article.updated) == (
        dt.date(2021, 3, 6),
        dt.date(2021, 3, 6),
        "explicit",
        ["Mis à jour le 6 mars 2021"],
    )


@pytest.mark.parametrize(
    "stated", ["2021-03-04", "2021-03-04T17:26:00+01:00", "20210304", "Thu, 04 Mar 2021 10:00:00 GMT", "4 mars 2021"]
)
def test_metadata_give_the_day_without_a_passage(stated):
    article = dated(TITLE, "", BODY, published=stated)
    assert told(article, article.published) == (DAY, DAY, "metadata", [])


@pytest.mark.parametrize("stated", ["2021-13-45", "hier", "", "0000-00-00", "2021-02-30"])
def test_metadata_that_are_no_date_give_none(stated):
    assert dated(TITLE, "", BODY, published=stated).published is None


def test_words_of_publication_go_before_metadata():
    article = dated(TITLE, "Publié le 4 mars 2021", "", BODY, published="2021-03-09")
    assert told(article, article.published)[:3] == (DAY, DAY, "explicit")


def test_the_day_of_writing_takes_its_year_from_a_copyright_line():
    article = dated(
        TITLE,
        "",
        "Le pont est fermé depuis ce jeudi 4 mars, a annoncé le maire de la commune.",
        BODY,
        "© 2021 La Gazette",
    )
    assert told(article, article.published) == (DAY, DAY, "weekday", ["ce jeudi 4 mars", "© 2021 La Gazette"])


def test_the_day_of_writing_takes_its_year_from_a_header():
    article = dated(
        "date 2021-03 " + BODY, "Le pont est fermé depuis ce jeudi 4 mars, a annoncé le maire de la commune."
    )
    assert told(article, article.published) == (DAY, DAY, "weekday", ["date 2021-03", "ce jeudi 4 mars"])


def test_the_day_of_writing_takes_its_year_from_the_address():
    article = dated(
        "Ce jeudi 4 mars, le pont a été fermé, a annoncé le maire de la commune.",
        BODY,
        url="https://gazette.example/2021/03/05/pont",
    )
    assert told(article, article.published) == (DAY, DAY, "weekday", ["Ce jeudi 4 mars"])


def test_the_day_of_writing_takes_its_year_from_a_full_date_of_the_text():
    article = dated(
        "Ce jeudi 4 mars, le pont a été fermé, a annoncé le maire. Il avait été contrôlé le 12 octobre 2020.", BODY
    )
    assert told(article, article.published) == (DAY, DAY, "weekday", ["Ce jeudi 4 mars", "12 octobre 2020"])


def test_words_that_are_new_leave_one_year_up_to_the_horizon():
    article = dated("Ce mercredi 6 novembre, le pont a été fermé, a écrit le maire sur X.", BODY)
    day = dt.date(2024, 11, 6)
    assert told(article, article.published) == (day, day, "weekday", ["Ce mercredi 6 novembre", "sur X"])


def test_two_possible_years_are_none():
    # a Thursday 4 March in 2010, 2021 and 2027; the word is as old as 2004
    assert dated("Ce jeudi 4 mars, le pont a été fermé, a écrit le maire sur Facebook.", BODY).published is None


def test_a_day_of_writing_without_any_year_is_unknown():
    assert dated("Ce jeudi 4 mars, le pont a été fermé, a annoncé le maire de la commune.", BODY).published is None


def test_a_header_gives_the_whole_month():
    article = dated("date 2021-02 " + BODY, BODY)
    assert told(article, article.published) == (dt.date(2021, 2, 1), dt.date(2021, 2, 28), "header", ["date 2021-02"])


def test_a_day_told_as_past_and_one_weekday_narrow_the_month_to_a_day():
    article = dated(
        "date 2021-03 Le pont est fermé, a affirmé jeudi le maire de la commune devant les habitants.",
        "Au 2 mars, la rivière avait déjà dépassé la cote d'alerte, selon la préfecture.",
    )
    assert told(article, article.published) == (DAY, DAY, "deduced", ["date 2021-03", "jeudi", "2 mars"])


def test_a_day_told_as_past_and_two_weekdays_leave_the_days_from_then_on():
    article = dated(
        "date 2021-03 Le pont est fermé, a affirmé jeudi le maire, que la préfecture a soutenu.",
        "Au 20 mars, la rivière avait déjà baissé, a dit mercredi la préfecture.",
    )
    assert told(article, article.published)[:3] == (dt.date(2021, 3, 20), dt.date(2021, 3, 31), "deduced")


def test_a_day_still_to_come_is_the_latest_possible():
    article = dated("date 2021-03 Le pont sera rouvert le 27 mars, a affirmé jeudi le maire de la commune.", BODY)
    assert told(article, article.published)[:3] == (dt.date(2021, 3, 1), dt.date(2021, 3, 27), "deduced")


def test_the_address_comes_last():
    article = dated(TITLE, "", BODY, url="https://gazette.example/2021/03/04/pont")
    assert told(article, article.published) == (DAY, DAY, "address", [])
    assert dated(TITLE, "", BODY, url="https://gazette.example/2021/33/04/pont").published is None
    article = dated(TITLE, "", BODY, url="https://gazette.example/monde/202103/04/01-52078-pont.php")
    assert told(article, article.published) == (DAY, DAY, "address", [])


def test_dates_of_the_news_itself_are_no_publication():
    assert (
        dated(
            TITLE, "", "Le pont, ouvert le 12 mai 1902, a été fermé, a annoncé le maire de la commune.", BODY
        ).published
        is None
    )


@pytest.mark.parametrize("before", ["", "« ", "Fermé (", "Depuis "])
def test_the_day_of_writing_is_known_at_the_start_of_a_line_and_behind_a_mark(before):
    article = dated(
        BODY, f"{before}ce jeudi 4 mars, le pont a été fermé, a annoncé le maire de la commune.", "© 2021 La Gazette"
    )
    assert told(article, article.published) == (DAY, DAY, "weekday", ["ce jeudi 4 mars", "© 2021 La Gazette"])


def test_a_date_after_a_word_that_only_ends_like_this_is_no_day_of_writing():
    assert (
        dated(BODY, "L'audience mercredi 3 mars a été longue, a annoncé le maire.", "© 2021 La Gazette").published
        is None
    )


def test_what_will_be_from_a_day_on_and_weekdays_in_a_row_leave_the_last_of_them_and_the_day_after():
    article = dated(
        "date 2021-03 Le préfet a dit mercredi que la digue tient. Le maire a annoncé jeudi la fermeture du pont.",
        "Le sous-préfet a indiqué vendredi que la crue atteindrait le bourg « dès » le 7 ou le 8 mars.",
    )
    low, high, basis, evidence = told(article, article.published)
    assert (low, high, basis) == (dt.date(2021, 3, 5), dt.date(2021, 3, 6), "deduced")
    assert evidence == ["date 2021-03", "vendredi", "7 ou le 8 mars"]


def test_a_day_still_to_come_in_the_future_of_the_past_is_the_latest_possible():
    article = dated("date 2021-03 Le maire a dit que le pont rouvrirait le 20 mars.", BODY)
    assert told(article, article.published)[:3] == (dt.date(2021, 3, 1), dt.date(2021, 3, 20), "deduced")


def test_what_may_have_happened_on_a_day_is_not_still_to_come():
    article = dated("date 2021-03 Le pont aurait été fermé le 20 mars, selon le maire.", BODY)
    assert told(article, article.published)[:3] == (dt.date(2021, 3, 1), dt.date(2021, 3, 31), "header")


def test_evidence_that_agrees_narrows_and_evidence_that_does_not_is_reported():
    article = dated("date 2021-03 " + BODY, BODY, url="https://gazette.example/2021/03/04/pont")
    assert told(article, article.published)[:3] == (DAY, DAY, "address")
    article = dated(TITLE, "Publié le 4 mars 2021", "", BODY, published="2021-03-09")
    assert told(article, article.published)[:3] == (DAY, DAY, "explicit")
    assert article.published.against == (Clue("metadata", dt.date(2021, 3, 9), dt.date(2021, 3, 9)),)


def test_a_day_beside_the_stated_one_is_no_contradiction():
    article = dated(TITLE, "Publié le 4 mars 2021", "", BODY, published="2021-03-05T00:30:00Z")
    assert article.published.against == ()


def test_a_line_of_publication_whose_weekday_is_another_is_reported_and_not_taken():
    article = dated(TITLE, "Publié le mardi 4 mars 2021", "", BODY, published="2021-03-04")
    assert told(article, article.published)[:3] == (DAY, DAY, "metadata")
    (clue,) = article.published.against
    assert (clue.basis, clue.low, [span.of(article.text) for span in clue.evidence]) == (
        "explicit",
        None,
        ["mardi 4 mars 2021"],
    )
