"""`Ce mercredi 23 octobre`: the day of writing, whose year has to be found.

A weekday with a day and a month falls on the same date every five, six or eleven years. Which of those years
is meant follows, in this order, from a scraper's header, the address, the year of a copyright line, the latest
full date that the text mentions, and words that did not exist before a certain day (terminus post quem) when
only one year is left up to the horizon of the lexicon.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.clean.lines import Line
from selon.dates.names import month_names, weekday_names
from selon.lexicon import Epochs, Lexicon
from selon.model import DateMention, Dating, Interval
from selon.text import Span, folded

_LOOK_BACK = 20  # characters
_MARKS = re.compile(r"[^\w',]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PATTERN = re.compile(r"([^\W\d_]+) (\d{1,2})(?:er)? ([^\W\d_]+)$")
_EARLIEST, _LATEST = 1990, 2100  # years
_YEAR_OF_DAYS = 366
_TRIED = 4  # different dates called `ce …` that are looked at

Proof = tuple[dt.date, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Signs:
    """What can tell the year: days outside the body with where they stand, and the dates that the body mentions.

    `bounds` are days (a header's, an address's) in which the text was there already.
    """

    text: str
    lines: Sequence[Line]
    mentions: Sequence[tuple[Line, DateMention]]
    bounds: Sequence[tuple[Interval, Span | None]]
    lexicon: Lexicon


def today_in(signs: Signs) -> Dating | None:
    """Return the day that the text calls `ce …`, with the passages that fix its year; None without one."""
    tried: set[str] = set()
    for line, mention in signs.mentions:
        start = line.span.start + mention.span.start
        opening = _opening(
            folded(line.text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]), signs.lexicon
        )
        words = folded(mention.span.of(line.text))
        if opening is None or words in tried:
            continue
        evidence = Span(start - len(opening) - 1, line.span.start + mention.span.end)
        if mention.when is not None and mention.precision == "day":
            return Dating(mention.when.low, mention.when.high, "weekday", (evidence,))
        found = _dated(words, signs)
        if found is not None:
            return Dating(found[0], found[0], "weekday", tuple(sorted({evidence, *found[1]})))
        tried.add(words)
        if len(tried) == _TRIED:
            break
    return None


def _opening(before: str, lexicon: Lexicon) -> str | None:
    """Return the longest of the words for today with which the text `before` a date ends."""
    words = " " + _MARKS.sub(" ", before)
    found = [word for word in lexicon.publication.today if words.endswith(f" {word} ")]
    return max(found, key=len, default=None)


def _dated(words: str, signs: Signs) -> Proof | None:
    """Return the one day that `mercredi 23 octobre` can mean, with the passages that fix its year."""
    match = _PATTERN.match(words)
    weekday = weekday_names(signs.lexicon.language).get(match.group(1)) if match else None
    month = month_names(signs.lexicon.language).get(match.group(3)) if match else None
    if match is None or weekday is None or month is None:
        return None
    days = list(_days(weekday, int(match.group(2)), month))
    for bound, place in signs.bounds:
        before = [day for day in days if bound.high is not None and 0 <= (bound.high - day).days <= _YEAR_OF_DAYS]
        if before:
            return before[-1], (place,) if place is not None else ()
    by_text = _by_rights(days, signs.lines) or _by_mention(days, signs.mentions)
    return by_text or _by_epoch(days, signs.text, signs.lexicon.epochs)


def _days(weekday: int, day: int, month: int) -> Iterator[dt.date]:
    """Yield the days of that date that fall on that weekday."""
    for year in range(_EARLIEST, _LATEST):
        try:
            one = dt.date(year, month, day)
        except ValueError:
            continue
        if one.weekday() == weekday:
            yield one


def _by_rights(days: list[dt.date], lines: Sequence[Line]) -> Proof | None:
    """Take the year of a copyright line."""
    known = {day.year: day for day in days}
    for line in lines:
        for match in _YEAR.finditer(line.text) if line.role == "rights" else ():
            if int(match.group()) in known:
                return known[int(match.group())], (line.span,)
    return None


def _by_mention(days: list[dt.date], mentions: Sequence[tuple[Line, DateMention]]) -> Proof | None:
    """Take the day nearest to the latest date with a year in the text, if it is within a year of it."""
    full = [
        (mention.when.high, mention.span.shifted(line.span.start))
        for line, mention in mentions
        if mention.when is not None and mention.when.high is not None and mention.precision in {"day", "month"}
    ]
    if not full:
        return None
    latest, place = max(full)
    near = min((abs(day - latest).days, day) for day in days)
    return (near[1], (place,)) if near[0] <= _YEAR_OF_DAYS else None


def _by_epoch(days: list[dt.date], text: str, epochs: Epochs) -> Proof | None:
    """Take the only day between the latest words that could not be written earlier and the horizon."""
    found = [(e.since, m.start(), m.end()) for e in epochs.words if (m := _whole(e.words).search(text))]
    if not found:
        return None
    since, start, end = max(found)
    left = [day for day in days if since <= day <= epochs.horizon]
    return (left[0], (Span(start, end),)) if len(left) == 1 else None


def _whole(words: str) -> re.Pattern[str]:
    """Return a pattern for whole words, with either apostrophe."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)".replace("'", "['’]"))
