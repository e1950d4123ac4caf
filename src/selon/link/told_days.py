"""Days as a text tells them from other days: `la veille`, `la semaine précédente`, `les 1er et 8 avril`.

Beside a count, a week stands for one day: the one of it with the weekday of the count that is compared.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from selon.dates.grammar import any_of
from selon.dates.names import weekday_names
from selon.lexicon import Dates, Lexicon
from selon.model import DateMention, Interval
from selon.text import Span

DAYS_OF_WEEK = 7
_WEEK = dt.timedelta(days=DAYS_OF_WEEK)


class Reference(NamedTuple):
    """From which days others are counted: `main` is the day of the count before or of the article, `own` its day."""

    main: dt.date | None
    own: dt.date | None


class ToldDays:
    """Says which day a mention in one article means beside a count."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Take an article's folded text."""
        self._text = text
        self._words: Dates = lexicon.dates
        self._weekdays = weekday_names(lexicon.language)
        self._shifts = _shifts(lexicon.dates)
        self._previous = _behind((*lexicon.dates.previous, *lexicon.dates.last))

    def day(self, mention: DateMention, reference: Reference) -> dt.date | None:
        """Return the day of a mention, None for what means none or cannot be told."""
        words = self._words_of(mention.span)
        when, main = mention.when, reference.main
        if when is not None and when.low is not None and when.low == when.high:
            return when.low
        if main is None:
            return None
        if when is not None:
            return day_in_week(when, main) or (when.high if self._lists(words) else None)
        shift = self._shifts.get(words)
        if mention.unresolved == "anchor" and shift is not None:
            return main + shift
        weekday = self._weekdays.get(words.split()[0]) if words else None
        if weekday is None:
            return None
        previous = self._previous.match(self._text, mention.span.end) or self._previous.search(words)
        if previous is not None:
            return main - (dt.timedelta(days=(main.weekday() - weekday) % DAYS_OF_WEEK) or _WEEK)
        return main if reference.own is None and weekday == main.weekday() else None

    def _words_of(self, span: Span) -> str:
        return " ".join(span.of(self._text).split())

    def _lists(self, words: str) -> bool:
        """Say whether words name two days and not those from one to another (`les 1er et 8 avril`)."""
        return " et " in words and not words.startswith("entre ")


def day_in_week(when: Interval, like: dt.date) -> dt.date | None:
    """Return the day of a week with the weekday of another day; None for an interval that is no week."""
    if when.low is None or when.high is None or (when.high - when.low).days != DAYS_OF_WEEK - 1:
        return None
    return when.low + dt.timedelta(days=(like.weekday() - when.low.weekday()) % DAYS_OF_WEEK)


@cache
def _behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf" {any_of(words)}(?!\w)")


@cache
def _shifts(words: Dates) -> Mapping[str, dt.timedelta]:
    """Return how far the words that count days and weeks from a day named before lead from it."""
    days = {"day": 1, "week": DAYS_OF_WEEK}
    told = (e for e in words.expressions if e.origin == "mention" and e.unit in days and e.low == e.high)
    found = {w: dt.timedelta(days=e.low * days[e.unit]) for e in told for w in e.words}
    weeks = next(u.words for u in words.units if u.unit == "week")
    found.update({f"une {weeks[0]} {before}": -_WEEK for before in words.earlier})
    return found
