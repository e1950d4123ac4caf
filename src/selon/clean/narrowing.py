"""From the month in a scraper's header to days: what the text says of days past narrows it.

A report written in October that says what was so `au 27 octobre` appeared on that day or later. If it tells
its news by one weekday only (`a affirmé lundi`), it appeared on the first such weekday from then on: news
names a day of the last week by its name alone.
"""

from __future__ import annotations

import datetime as dt
import re

from selon.clean.lines import Line
from selon.dates import find_dates
from selon.dates.names import weekday_names
from selon.lexicon import Lexicon
from selon.model import DateMention, Dating, Interval
from selon.text import Span, folded, sentence_starts

_PAST = re.compile(
    r"(?<!\w)(?:a|ont|avait|avaient|est|sont|etait|etaient|était|étaient|n'a|n'ont|s'est|se sont|qu'il a)(?!\w)"
)
_CONDITIONAL = re.compile(r"\w{2}r(?:ait|aient)(?!\w)")


def narrowed(lines: list[Line], header: Interval, place: Span, lexicon: Lexicon) -> Dating:
    """Return the days of `header` (a month) on which the text can have appeared, with the passages that tell."""
    body = [line for line in lines if line.kind in {"lead", "paragraph"}]
    past = [found for line in body for found in _past_days(line, header, lexicon)]
    if not past or header.high is None:
        return Dating(header.low, header.high, "header", (place,))
    floor, where = max(past)
    weekdays = dict(_reported_weekdays(body, lexicon))
    if len(weekdays) == 1:
        ((number, span),) = weekdays.items()
        day = floor + dt.timedelta(days=(number - floor.weekday()) % 7)
        if day <= header.high:
            return Dating(day, day, "deduced", tuple(sorted((place, where, span))))
    return Dating(floor, header.high, "deduced", tuple(sorted((place, where))))


def _past_days(line: Line, header: Interval, lexicon: Lexicon) -> list[tuple[dt.date, Span]]:
    """Return the days inside the header's month that the line speaks of as past, and where."""
    found = []
    for mention in find_dates(line.text, lexicon, header):
        when = mention.when
        if when is None or when.low is None or mention.precision != "day" or when.low != when.high:
            continue
        if header.low is None or header.high is None or not header.low <= when.low <= header.high:
            continue
        if any(map(str.isdigit, mention.span.of(line.text))) and _is_past(line.text, mention, lexicon):
            found.append((when.low, mention.span.shifted(line.span.start)))
    return found


def _reported_weekdays(body: list[Line], lexicon: Lexicon) -> list[tuple[int, Span]]:
    """Return the weekdays that stand alone in sentences about the past, and where."""
    names = weekday_names(lexicon.language)
    found = []
    for line in reversed(body):
        for mention in reversed(find_dates(line.text, lexicon)):
            words = folded(mention.span.of(line.text)).split()
            if words[0] in names and not any(w[0].isdigit() for w in words) and _is_past(line.text, mention, lexicon):
                found.append((names[words[0]], mention.span.shifted(line.span.start)))
    return found


def _is_past(text: str, mention: DateMention, lexicon: Lexicon) -> bool:
    """Say whether the sentence around a mention is told in a past tense and looks at nothing to come."""
    starts = [0, *sentence_starts(text), len(text)]
    start = max(s for s in starts if s <= mention.span.start)
    end = min((s for s in starts if s >= mention.span.end), default=len(text))
    sentence = folded(text[start:end])
    words = set(re.findall(r"[\w'-]+", sentence))
    if _CONDITIONAL.search(sentence) or not words.isdisjoint(lexicon.dates.future_words):
        return False
    endings = tuple(lexicon.dates.future_endings)
    return _PAST.search(sentence) is not None and not any(w.endswith(endings) for w in words if len(w) > 4)  # noqa: PLR2004
