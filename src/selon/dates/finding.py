"""Find expressions of time in a text, by patterns alone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from selon.dates.days import read_bare_day, read_day, read_iso, read_numeric, read_range, read_weekday
from selon.dates.grammar import Grammar, grammar_of
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

_READERS: tuple[Callable[[Scene, int], Reading | None], ...] = (
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
    grammar = grammar_of(lexicon.dates, lexicon.language)
    scene = Scene(text, folded(text), grammar, anchor)
    mentions = scene.found
    at = 0
    while start := _next_trigger(grammar, scene.folded, at):
        reading = _first_reading(scene, start.start())
        if reading is None or (mentions and reading.start < mentions[-1].span.end):
            at = start.end()
            continue
        mentions.append(_mention(reading, scene))
        at = reading.end
    return mentions


def _next_trigger(grammar: Grammar, text: str, at: int) -> re.Match[str] | None:
    return grammar.trigger.search(text, at)


def _first_reading(scene: Scene, start: int) -> Reading | None:
    return next((r for r in (read(scene, start) for read in _READERS) if r), None)


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
