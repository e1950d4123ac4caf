"""Find expressions of time in a text, by patterns alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from selon.dates.days import read_bare_day, read_day, read_iso, read_numeric, read_range, read_weekday
from selon.dates.grammar import grammar_of
from selon.dates.periods import (
    read_away,
    read_expression,
    read_month,
    read_part_of_year,
    read_portion,
    read_season,
    read_shift,
    read_year,
)
from selon.dates.reading import Reading
from selon.dates.scene import Scene
from selon.lexicon import Lexicon
from selon.model import DateMention, Interval
from selon.text import Span, folded

Reader = Callable[[Scene, int], Reading | None]

_READERS: tuple[Reader, ...] = (
    read_iso,
    read_numeric,
    read_range,
    read_day,
    read_bare_day,
    read_weekday,
    read_portion,
    read_month,
    read_year,
    read_away,
    read_shift,
    read_season,
    read_part_of_year,
    read_expression,
)


def find_dates(text: str, lexicon: Lexicon, anchor: Interval | None = None) -> list[DateMention]:
    """Return the expressions of time of a text, in order, disjoint, with the days they mean.

    `anchor` is when the text was published. Absolute dates need none; a relative one keeps `when` None
    unless the anchor pins it: an anchor of one day gives a day, one of a few days an interval. What means
    no day that can be told is kept with the reason. Never raises, whatever the text.
    """
    return next(find_dates_on(text, lexicon, [anchor]))


def find_dates_on(text: str, lexicon: Lexicon, anchors: Iterable[Interval | None]) -> Iterator[list[DateMention]]:
    """Yield, for each of `anchors`, what `find_dates` returns.

    Where expressions stand, and what reads them, does not depend on the anchor: they are looked for once.
    """
    grammar = grammar_of(lexicon.dates, lexicon.language)
    low = folded(text)
    places = _places(Scene(text, low, grammar, None))
    for anchor in anchors:
        scene = Scene(text, low, grammar, anchor)
        for start, read in places:
            reading = read(scene, start)
            if reading is not None:
                scene.found.append(_mention(reading, scene))
        yield scene.found


def _places(scene: Scene) -> list[tuple[int, Reader]]:
    """Return where expressions of time stand, in order, each with what reads it."""
    places: list[tuple[int, Reader]] = []
    at = end = 0
    while start := scene.grammar.trigger.search(scene.folded, at):
        at = start.end()
        for read in _READERS:
            reading = read(scene, start.start())
            if reading is not None:
                if reading.start >= end:
                    places.append((start.start(), read))
                    at = end = reading.end
                break
    return places


def _mention(reading: Reading, scene: Scene) -> DateMention:
    """Say which day a relative expression was resolved against: the last one possible."""
    anchor = scene.named_before(reading.start) if reading.from_text else scene.anchor
    when, precision = reading.when, reading.precision
    if when and precision == "day" and when.low != when.high:
        precision = "interval"
    against: dt.date | None = anchor.high if anchor and when and reading.relative else None
    return DateMention(
        span=Span(reading.start, reading.end),
        when=when,
        precision=precision,
        anchor=against,
        unresolved=None if when else reading.unresolved,
    )
