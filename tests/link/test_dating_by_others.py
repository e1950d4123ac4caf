"""Articles dated by other articles of their story: by a copy, by numbered events."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from selon.dates import find_dates
from selon.lexicon import load
from selon.link.dating import redated
from selon.link.events import placed
from selon.model import Annotations, Article, Dating, Interval, Statement
from selon.text import Span

LEXICON = load("fr")


def told(name: str, text: str, published: str | None = None, said: str | None = None) -> tuple[Article, Annotations]:
    """Return an article of that day, read; `said` are the words that date its one statement."""
    day = dt.date.fromisoformat(published) if published else None
    dating = Dating(day, day, "explicit") if day else None
    article = Article(id=name, text=text, published=dating)
    statements = ()
    if said is not None:
        at = text.index(said)
        statements = (
            Statement(
                id=f"s-{name}", source=None, cue=None, content=(Span(0, 4),), form="indirect", stance="affirm",
                when_basis="words", when_evidence=Span(at, at + len(said)),
            ),
            Statement(
                id=f"r-{name}", source=None, cue=None, content=(Span(0, 4),), form="indirect", stance="affirm",
                when_basis="report",
            ),
        )  # fmt: skip
    dates = tuple(find_dates(text, LEXICON, dating.interval if dating else None))
    return article, Annotations(
        path=None, article=name, language="fr", characters=len(text), published=dating, dates=dates,
        statements=statements,
    )  # fmt: skip


def days_of(*articles: tuple[Article, Annotations]):
    found = redated([a for a, _ in articles], {a.id: n for a, n in articles}, LEXICON)
    return {d.article: (str(d.dating.low), str(d.dating.high)) for d in found.datings}, found


DATED = told("a", "La marche des bateliers, leur acte IV, a réuni samedi deux mille personnes.", "2021-03-06")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Hier, lors du 4e acte de leur marche, les bateliers ont bloqué le port.", "2021-03-07", "2021-03-07"),
        ("Samedi, lors de l’acte 4, les bateliers ont bloqué le port.", "2021-02-28", "2021-03-12"),
        ("Les bateliers bloqueront le port samedi pour leur quatrième acte.", "2021-02-28", "2021-03-12"),
        ("Après l'acte IV de samedi dernier, les bateliers se taisent.", "2021-03-07", "2021-03-13"),
    ],
)
def test_a_numbered_event_dated_by_another_article_leaves_the_days_on_which_the_words_mean_it(text, low, high):
    found, whole = days_of(DATED, told("b", text))
    assert found == {"b": (low, high)}
    (dating,) = whole.datings
    assert (dating.dating.basis, [p.article for p in dating.by]) == ("linked", ["a"])
    words = [span.of(DATED[0].text) for span in dating.by[0].spans]
    assert words == ["acte IV", "samedi"]


@pytest.mark.parametrize(
    "text",
    [
        "L'acte V des bateliers a réuni samedi trois mille personnes.",
        "L'acte IV a réuni deux mille bateliers.",
        "Le 6 mars, lors de l'acte IV, deux mille bateliers ont marché.",
        "Le quatrième acte de la pièce est joué. Samedi, le théâtre sera fermé.",
    ],
)
def test_nothing_is_taken_from_another_number_or_where_no_day_stands_beside_the_event(text):
    assert days_of(DATED, told("b", text))[0] == {}


def test_what_the_article_s_own_evidence_excludes_is_not_taken():
    article, found = told("b", "Samedi, lors de l’acte 4, les bateliers ont bloqué le port.")
    april = Dating(dt.date(2021, 4, 1), dt.date(2021, 4, 30), "header")
    other = Article(id=article.id, text=article.text, published=april)
    assert days_of(DATED, (other, found))[0] == {}


def test_two_articles_that_contradict_each_other_date_nothing():
    other = told("c", "L'acte IV a réuni hier deux mille bateliers.", "2021-03-20")
    assert days_of(DATED, other, told("b", "Samedi, lors de l’acte 4, le port a été bloqué."))[0] == {}


def test_a_row_with_equal_pauses_dates_what_lies_between():
    row = [
        told("a", "L'acte I des bateliers a eu lieu samedi.", "2021-02-13"),
        told("c", "L'acte III des bateliers a eu lieu samedi.", "2021-02-27"),
        told("d", "L'acte IV des bateliers a eu lieu samedi.", "2021-03-06"),
    ]
    found, whole = days_of(*row, told("b", "L'acte II des bateliers a eu lieu hier."))
    assert found == {"b": ("2021-02-21", "2021-02-21")}
    assert {p.article for p in whole.datings[0].by} <= {"a", "d"}


def test_statements_and_expressions_are_read_anew_and_all_else_stays():
    text = "Hier, lors de l'acte IV, les bateliers ont marché. Leur chef avait parlé jeudi."
    _, whole = days_of(DATED, told("b", text, said="jeudi"))
    dated, report = whole.annotations["b"].statements
    assert dated.when == Interval(dt.date(2021, 3, 4), dt.date(2021, 3, 4))
    assert report.when == Interval(dt.date(2021, 3, 7), dt.date(2021, 3, 7))
    assert whole.annotations["a"] == DATED[1]


def test_a_copy_of_a_dated_article_has_its_day():
    words = " ".join(f"mot{n}" for n in range(200))
    found, whole = days_of(told("a", f"Un bac a coulé. {words}", "2021-03-07"), told("b", f"Un bac a coulé. {words}"))
    assert found == {"b": ("2021-03-07", "2021-03-07")}
    assert whole.datings[0].by[0].article == "a"


def test_order_does_not_matter():
    articles = [DATED, told("b", "Hier, lors du 4e acte, rien."), told("c", "Samedi, lors de l’acte IV, rien.")]
    expected = days_of(*articles)[0]
    for seed in range(4):
        assert days_of(*random.Random(seed).sample(articles, 3))[0] == expected


def test_no_event_no_days():
    assert placed([], {}) == {}
