"""Articles dated by what dated ones tell of a day in the same words, or with the same number."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from selon.dates import find_dates
from selon.lexicon import load
from selon.link.dating import redated
from selon.link.retold import retold_in
from selon.model import Annotations, Article, Block, Dating, Figure
from selon.text import Span

LEXICON = load("fr")
KNOWN = "Le port de Brumal a été bloqué mardi par les bateliers en colère contre la taxe."


def told(name: str, text: str, published: str | None = None, number: str | None = None) -> tuple[Article, Annotations]:
    """Return an article of that day, read; `number` are the words of its one figure, of boats."""
    day = dt.date.fromisoformat(published) if published else None
    dating = Dating(day, day, "explicit") if day else None
    figures = ()
    if number is not None:
        value = int(number.replace(" ", ""))
        span = Span(text.index(number), text.index(number) + len(number))
        figures = (Figure(id="f", span=span, low=value, high=value, approx="exact", counted="bateau"),)
    dates = tuple(find_dates(text, LEXICON, dating.interval if dating else None))
    return Article(id=name, text=text, published=dating), Annotations(
        path=None, article=name, language="fr", characters=len(text), published=dating, dates=dates, figures=figures
    )


def days_of(*articles: tuple[Article, Annotations]):
    found = redated([a for a, _ in articles], {a.id: n for a, n in articles}, LEXICON)
    return {d.article: (str(d.dating.low), str(d.dating.high)) for d in found.datings}


@pytest.mark.parametrize(
    "text",
    [
        f"{KNOWN} Le maire appelle au calme.",
        "Le port de Brumal a été bloqué mardi par les bateliers ; le maire appelle au calme.",
        "On l'a vu : bloqué mardi par les bateliers en colère contre la taxe, le port attend.",
    ],
)
def test_the_same_words_around_a_day_mean_the_same_day(text):
    # 2021-03-09 is a Tuesday
    assert days_of(told("a", KNOWN, "2021-03-10"), told("b", text)) == {"b": ("2021-03-09", "2021-03-15")}


@pytest.mark.parametrize(
    "text",
    [
        "Le port de Brumal a été fermé mardi par la préfecture, que rien ne presse.",  # other words behind, five before
        "Le port de Brumal a été bloqué jeudi par les bateliers en colère contre la taxe.",
        "Le port de Brumal a été bloqué le 9 mars par les bateliers en colère contre la taxe.",  # says itself which
    ],
)
def test_other_words_or_another_day_date_nothing(text):
    assert days_of(told("a", KNOWN, "2021-03-10"), told("b", text)) == {}


def test_the_same_telling_number_of_the_same_thing_dates():
    known = told("a", "Mardi, on a compté 1 427 bateaux au large.", "2021-03-10", "1 427")
    same = told("b", "Il y avait au large 1 427 bateaux mardi matin.", number="1 427")
    round_ = told("c", "Il y avait au large 1 400 bateaux mardi matin.", number="1 400")
    assert days_of(known, same, round_) == {"b": ("2021-03-09", "2021-03-15")}


def test_a_round_number_tells_of_no_day():
    known = told("a", "Mardi, on a compté 136 000 bateaux au large.", "2021-03-10", "136 000")
    assert days_of(known, told("b", "Il y avait au large 136 000 bateaux mardi matin.", number="136 000")) == {}


def test_dated_articles_that_mean_two_days_by_the_same_words_date_nothing():
    again = told("b", KNOWN, "2021-03-17")
    assert days_of(told("a", KNOWN, "2021-03-10"), again, told("c", f"{KNOWN} Rien ne bouge.")) == {}


def test_days_of_one_week_narrow_each_other():
    known = told("a", f"{KNOWN} Le préfet a reçu jeudi au matin trois délégués des bateliers de Brumal.", "2021-03-12")
    text = (
        "Rien ne va plus sur le fleuve : bloqué mardi par les bateliers en colère contre la taxe, le port n'a vu partir "
        "aucun cargo de la semaine. En ville, le préfet a reçu jeudi au matin trois délégués des pêcheurs et leur avocat."
    )
    assert days_of(known, told("b", text)) == {"b": ("2021-03-11", "2021-03-15")}


def test_furniture_tells_of_no_day():
    article, found = told("a", KNOWN, "2021-03-10")
    inside = msgspec.structs.replace(article, blocks=(Block(Span(0, len(KNOWN)), "furniture"),))
    assert list(retold_in(article, found))
    assert list(retold_in(inside, found)) == []
