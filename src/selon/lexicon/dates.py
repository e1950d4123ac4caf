"""Expressions of time: what is said around the names of days and months, and instead of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from selon.lexicon.parts import Part, repeated

DateUnit = Literal["day", "week", "weekend", "month", "year"]
Portion = Literal["start", "middle", "end"]
Origin = Literal["publication", "mention"]


class TimeUnit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit's words, singular and plural; `few` is how many of them `quelques` reaches at most."""

    words: tuple[str, ...]
    unit: DateUnit
    few: int


class PortionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before a month or a year that mean a part of it: `fin octobre`."""

    words: tuple[str, ...]
    portion: Portion


class Season(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of a year of so many whole months, from the month `first` on."""

    words: tuple[str, ...]
    first: int
    months: int


class TimeExpression(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that count from an anchor: `la semaine dernière` is the week -1 to -1.

    They count from the day of publication, or from the day that the text named last (`mention`: `la veille`).
    """

    words: tuple[str, ...]
    unit: DateUnit
    low: int
    high: int
    portion: Portion | None = None
    origin: Origin = "publication"


class Dates(Part, frozen=True):
    """dates.toml. Words are in lower case, with plain spaces and apostrophes.

    `comparing` words stand between a figure and the day of another one.
    """

    day_parts: tuple[str, ...]
    last: tuple[str, ...]
    next: tuple[str, ...]
    previous: tuple[str, ...]
    comparing: tuple[str, ...]
    habitual: tuple[str, ...]
    future_words: tuple[str, ...]
    future_endings: tuple[str, ...]
    clause_words: tuple[str, ...]
    not_on: tuple[str, ...]
    timeless: tuple[str, ...]
    year_openers: tuple[str, ...]
    year_prepositions: tuple[str, ...]
    decade_openers: tuple[str, ...]
    month_openers: tuple[str, ...]
    range_openers: tuple[str, ...]
    ago: tuple[str, ...]
    ahead: tuple[str, ...]
    lasting: tuple[str, ...]
    since: tuple[str, ...]
    about: tuple[str, ...]
    exactly: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    counts: tuple[str, ...]
    few: tuple[str, ...]
    season_openers: tuple[str, ...]
    ordinals: tuple[tuple[str, ...], ...]
    seasons: tuple[Season, ...]
    parts_of_year: tuple[Season, ...]
    units: tuple[TimeUnit, ...]
    portions: tuple[PortionWords, ...]
    expressions: tuple[TimeExpression, ...]

    def faults(self) -> Iterator[str]:
        """Yield repeated words and expressions that end before they start."""
        yield from repeated([w for e in self.expressions for w in e.words], "expressions")
        yield from repeated([w for u in self.units for w in u.words], "units")
        yield from repeated([w for p in self.portions for w in p.words], "portions")
        yield from repeated([w for s in self.seasons for w in s.words], "seasons")
        for expression in self.expressions:
            if expression.high < expression.low:
                yield f"expressions: `{expression.words[0]}` ends before it starts"
