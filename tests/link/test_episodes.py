"""Episodes of a made-up strike: Saturdays that are numbered, and the days between them."""

from __future__ import annotations

import datetime as dt
import random

import msgspec
import pytest
from quarry_story import article

from selon.dates import find_dates
from selon.lexicon import load
from selon.link.episodes import cut
from selon.link.focus import calendar, focus
from selon.model import Annotations, Dating

LEXICON = load("fr")
FIRST = dt.date(2025, 3, 1)  # a Saturday


def told(name, text, day):
    one = article(name, text)
    dating = Dating(day, day, "address") if day else None
    one = msgspec.structs.replace(one, published=dating)
    found = tuple(find_dates(text, LEXICON, dating.interval if dating else None))
    return one, Annotations(path=None, article=one.id, language="fr", characters=len(text), dates=found)


def strike():
    pairs = []
    for number in range(1, 5):
        day = FIRST + dt.timedelta(weeks=number - 1)
        pairs.append(told(f"jour{number}", f"Acte {number} samedi pour les carriers de Valbrune.", day))
        pairs.append(told(f"bilan{number}", f"Les carriers étaient 300 samedi, dit le préfet, ville {number}.", day))
        later = day + dt.timedelta(days=1)
        pairs.append(told(f"suite{number}", f"Au lendemain de l’acte {number}, samedi, les dégâts se comptent.", later))
        week = day + dt.timedelta(days=4)
        pairs.append(told(f"semaine{number}", f"Le maire a reçu mercredi les délégués, salle {number}.", week))
        eve = day + dt.timedelta(days=6)
        pairs.append(told(f"veille{number}", f"Valbrune se prépare à l’acte {number + 1}, samedi.", eve))
    return [a for a, _ in pairs], {a.id: found for a, found in pairs}


def names(articles, episodes):
    by_id = {a.id: a.path.removesuffix(".txt") for a in articles}
    return {(e.days.low, frozenset(by_id[i] for i in e.articles)) for e in episodes}


def test_a_long_story_is_cut_into_its_numbered_events_and_the_days_between():
    articles, annotations = strike()
    found = names(articles, cut(articles, annotations, LEXICON))
    second = FIRST + dt.timedelta(weeks=1)
    assert (second, frozenset({"jour2", "bilan2", "suite2", "veille1"})) in found
    assert (second + dt.timedelta(days=2), frozenset({"semaine2"})) in found


def test_every_article_is_in_one_episode_and_order_does_not_matter():
    articles, annotations = strike()
    expected = cut(articles, annotations, LEXICON)
    assert sorted(i for e in expected for i in e.articles) == sorted(a.id for a in articles)
    for seed in range(4):
        assert cut(random.Random(seed).sample(articles, len(articles)), annotations, LEXICON) == expected


def test_an_undated_article_joins_those_it_is_like_and_comment_stands_apart():
    articles, annotations = strike()
    copy, found = told("copie", "Le maire a reçu les délégués dans la salle 2, longuement.", None)
    comment, other = told("avis", "Gouverner, écrivait un philosophe, oblige à prévoir.", None)
    annotations |= {copy.id: found, comment.id: other}
    by_day = names([*articles, copy, comment], cut([*articles, copy, comment], annotations, LEXICON))
    assert (None, frozenset({"avis"})) in by_day
    assert any("copie" in inside and any(n.startswith("semaine") for n in inside) for _, inside in by_day)


def test_words_that_number_the_same_days_are_one_row():
    articles, annotations = strike()
    rows = calendar(articles, annotations, LEXICON)
    assert rows["acte"][2] == rows["samedi"][2] == FIRST + dt.timedelta(weeks=1)


@pytest.mark.parametrize(("text", "day"), [("Nouvel essai samedi.", 8), ("Samedi, 300 carriers ont défilé.", 8)])
def test_a_weekday_alone_is_the_nearest_one(text, day):
    one, found = told("eve", text, dt.date(2025, 3, 6))
    days = focus(one, found, {}, LEXICON)
    assert max(days, key=lambda d: days[d]) == dt.date(2025, 3, day)
