"""From the month in a scraper's header to days: what the text says of days past narrows it.

A report written in October that says what was so `au 27 octobre` appeared on that day or later. If it tells
its news by one weekday only (`a affirmé lundi`), it appeared on the first such weekday from then on: news
names a day of the last week by its name alone.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from selon.clean.lines import Line
from selon.dates import find_dates
from selon.dates.names import weekday_names
from selon.lexicon import Lexicon
from selon.model import Dating, Interval
from selon.text import Span, folded, sentence_starts

_WORD = re.compile(r"[\w'-]+")
_SHORTEST_FUTURE = 4  # letters of the longest word that only looks like a future (`fera` has an ending of three)


def narrowed(lines: Sequence[Line], header: Interval, place: Span, lexicon: Lexicon) -> Dating:
    """Return the days of `header` (a month) on which the text can have appeared, with the passages that tell."""
    told = [found for line in lines if line.kind in {"lead", "paragraph"} for found in _told(line, header, lexicon)]
    past = [(day, span) for words, when, span in told if (day := _day_within(words, when, header)) is not None]
    names = weekday_names(lexicon.language)
    weekdays = {
        names[words[0]]: span for words, _, span in reversed(told) if words[0] in names and not _numbered(words)
    }
    if not past or header.high is None:
        return Dating(header.low, header.high, "header", (place,))
    floor, where = max(past)
    if len(weekdays) == 1:
        ((number, span),) = weekdays.items()
        day = floor + dt.timedelta(days=(number - floor.weekday()) % 7)
        if day <= header.high:
            return Dating(day, day, "deduced", tuple(sorted((place, where, span))))
    return Dating(floor, header.high, "deduced", tuple(sorted((place, where))))


def _day_within(words: list[str], when: Interval | None, header: Interval) -> dt.date | None:
    """Return the day that a date with a number means, if it lies in the header's month."""
    if when is None or when.low is None or when.low != when.high or not _numbered(words):
        return None
    if header.low is None or header.high is None or not header.low <= when.low <= header.high:
        return None
    return when.low


def _numbered(words: list[str]) -> bool:
    return any(word[0].isdigit() for word in words)


def _told(line: Line, header: Interval, lexicon: Lexicon) -> Iterator[tuple[list[str], Interval | None, Span]]:
    """Yield the dates in sentences told in a past tense that look at nothing to come: words, days, place."""
    mentions = find_dates(line.text, lexicon, header)
    starts = [0, *sentence_starts(line.text), len(line.text)] if mentions else []
    known: dict[int, bool] = {}
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        if at not in known:
            known[at] = _is_past(line.text[starts[at] : starts[min(at + 1, len(starts) - 1)]], lexicon)
        if known[at]:
            yield folded(mention.span.of(line.text)).split(), mention.when, mention.span.shifted(line.span.start)


def _is_past(sentence: str, lexicon: Lexicon) -> bool:
    """Say whether a sentence is told in a past tense and holds neither a future nor a conditional."""
    words = set(_WORD.findall(folded(sentence)))
    if words.isdisjoint(lexicon.publication.past) or not words.isdisjoint(lexicon.dates.future_words):
        return False
    unreal = (*lexicon.publication.conditional_endings, *lexicon.dates.future_endings)
    return not any(word.endswith(unreal) for word in words if len(word) > _SHORTEST_FUTURE)
