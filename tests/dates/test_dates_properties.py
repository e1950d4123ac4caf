"""What holds for the days that expressions of time mean, whatever the anchor."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from selon.dates import find_dates
from selon.lexicon import load
from selon.model import Interval

LEXICON = load("fr")
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
EXPRESSIONS = st.sampled_from(
    ["lundi", "mercredi dernier", "samedi prochain", "le port ouvrira vendredi", "hier", "demain", "la semaine dernière",
     "ce week-end", "le week-end dernier", "en début de semaine", "ce mois-ci", "au début du mois", "l'an dernier",
     "12 octobre", "1er mars", "29 février", "du 8 au 13 octobre", "du 28 décembre au 3 janvier", "en janvier",
     "début août", "mercredi 23", "mercredi 23 octobre", "il y a trois jours", "dans deux semaines", "il y a un mois",
     "cet été", "cet hiver", "l'hiver dernier", "premier semestre", "ces derniers jours", "5 avril dernier"]
)  # fmt: skip


def days(text: str, anchor: Interval) -> Interval | None:
    (mention,) = find_dates(text, LEXICON, anchor)
    assert (mention.when is None) == (mention.unresolved is not None)
    return mention.when


def of(day: dt.date) -> Interval:
    return Interval(day, day)


def contains(outer: Interval, inner: Interval) -> bool:
    assert outer.low
    assert outer.high
    assert inner.low
    assert inner.high
    return outer.low <= inner.low and inner.high <= outer.high


@given(EXPRESSIONS, DAYS, st.integers(0, 7), st.integers(0, 7))
def test_what_an_interval_of_anchors_means_holds_what_each_of_its_days_means(text, low, width, inside):
    anchor = Interval(low, low + dt.timedelta(days=width))
    wide = days(text, anchor)
    one = days(text, of(low + dt.timedelta(days=min(inside, width))))
    if wide is not None and one is not None:
        assert contains(wide, one)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_told_within_a_week_is_the_day_it_was_made_from(published, ago):
    day = published - dt.timedelta(days=ago)
    name = format_date(day, "EEEE", locale="fr")
    assert days(f"Le bac a coulé {name}.", of(published)) == of(day)


@given(DAYS, st.integers(1, 6))
def test_a_weekday_announced_within_a_week_is_the_day_it_was_made_from(published, ahead):
    day = published + dt.timedelta(days=ahead)
    assert days(f"Le bac partira {format_date(day, 'EEEE', locale='fr')}.", of(published)) == of(day)


@given(DAYS, st.integers(-300, 60))
def test_a_day_without_its_year_is_the_day_it_was_made_from(published, away):
    day = published + dt.timedelta(days=away)
    assert days(f"le {format_date(day, 'd MMMM', locale='fr')}", of(published)) in {of(day), None}


@given(DAYS, st.integers(0, 27), st.integers(1, 3))
def test_a_range_of_days_holds_its_ends(published, first, length):
    low = published.replace(day=1) + dt.timedelta(days=first)
    high = low + dt.timedelta(days=length)
    text = f"du {format_date(low, 'd MMMM', locale='fr')} au {format_date(high, 'd MMMM y', locale='fr')}"
    assert days(text, of(published)) == Interval(low, high)


@given(DAYS, st.integers(1, 12), st.integers(1, 31), st.integers(1900, 2099), st.sampled_from(range(7)))
def test_a_weekday_and_a_date_mean_the_day_on_which_they_agree_or_none(published, month, day, year, weekday):
    names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    written = format_date(dt.date(2000, month, 1), "MMMM", locale="fr")
    (mention,) = find_dates(f"{names[weekday]} {day} {written} {year}", LEXICON, of(published))
    try:
        real = dt.date(year, month, day)
    except ValueError:
        assert (mention.when, mention.unresolved) == (None, "impossible")
        return
    agree = real.weekday() == weekday
    assert (mention.when, mention.unresolved) == ((of(real), None) if agree else (None, "weekday"))
