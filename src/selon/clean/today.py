"""`Ce mercredi 23 octobre`: the day of writing, whose year has to be found.

A weekday with a day and a month falls on the same date every five, six or eleven years. Which of those years
is meant follows, in this order, from a scraper's header, from the year of a copyright line, from the latest
full date that the text mentions, and from words that did not exist before a certain day (terminus post quem).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from selon.clean.lines import Line
from selon.dates import find_dates
from selon.dates.names import month_names, weekday_names
from selon.lexicon import Lexicon
from selon.model import Article, DateMention, Dating, Interval
from selon.text import Span, folded

_BEFORE = re.compile(r"(?:\bce|\baujourd'hui(?:,)?(?: ce)?) $")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PATTERN = re.compile(r"([^\W\d_]+) (\d{1,2})(?:er)? ([^\W\d_]+)$")
_CYCLE = 12  # years in which every weekday meets every date at least once (29 February aside)
_EARLIEST = 1990
_YEAR_OF_DAYS = 366


def today_in(
    article: Article, lines: list[Line], header: Interval | None, place: Span | None, lexicon: Lexicon
) -> Dating | None:
    """Return the day that the text calls `ce …`, with the passages that fix its year; None without one."""
    body = [line for line in lines if line.kind in {"lead", "paragraph", "caption"}]
    mentions = [(line, m) for line in body for m in _mentions(line, lexicon)]
    for line, mention in mentions:
        start = line.span.start + mention.span.start
        before = _BEFORE.search(folded(article.text[max(0, start - 20) : start]))
        if before is None:
            continue
        evidence = Span(start - len(before.group().lstrip()), line.span.start + mention.span.end)
        if mention.when is not None:
            return Dating(mention.when.low, mention.when.high, "weekday", (evidence,))
        found = _dated(mention.span.of(line.text), article, lines, header, place, lexicon)
        if found is not None:
            day, proof = found
            return Dating(day, day, "weekday", tuple(sorted({evidence, *proof})))
    return None


def _mentions(line: Line, lexicon: Lexicon) -> list[DateMention]:
    return find_dates(line.text, lexicon)


def _dated(
    words: str, article: Article, lines: list[Line], header: Interval | None, place: Span | None, lexicon: Lexicon
) -> tuple[dt.date, tuple[Span, ...]] | None:
    match = _PATTERN.match(folded(words))
    if match is None:
        return None
    weekday = weekday_names(lexicon.language).get(match.group(1))
    month = month_names(lexicon.language).get(match.group(3))
    if weekday is None or month is None:
        return None
    days = list(_days(weekday, int(match.group(2)), month))
    if header is not None and place is not None and header.high is not None:
        before = [day for day in days if day <= header.high]
        return (before[-1], (place,)) if before and (header.high - before[-1]).days <= _YEAR_OF_DAYS else None
    return _by_rights(days, lines) or _by_mention(days, lines, lexicon) or _by_epoch(days, article, lexicon)


def _days(weekday: int, day: int, month: int) -> Iterator[dt.date]:
    """Yield the days of that date that fall on that weekday, from 1990, for a century."""
    for year in range(_EARLIEST, _EARLIEST + 110):
        try:
            one = dt.date(year, month, day)
        except ValueError:
            continue
        if one.weekday() == weekday:
            yield one


def _by_rights(days: list[dt.date], lines: list[Line]) -> tuple[dt.date, tuple[Span, ...]] | None:
    """Take the year of a copyright line; a page may have been saved in a later one."""
    for line in lines:
        if line.role != "rights":
            continue
        for match in _YEAR.finditer(line.text):
            for day in days:
                if day.year == int(match.group()):
                    return day, (line.span,)
    return None


def _by_mention(days: list[dt.date], lines: list[Line], lexicon: Lexicon) -> tuple[dt.date, tuple[Span, ...]] | None:
    """Take the year nearest to the latest date with a year in the text, if it is within one year of it."""
    latest: tuple[dt.date, Span] | None = None
    for line in lines:
        if line.kind == "furniture":
            continue
        for mention in find_dates(line.text, lexicon):
            high = mention.when.high if mention.when else None
            if high is not None and mention.precision in {"day", "month"} and (latest is None or high > latest[0]):
                latest = high, mention.span.shifted(line.span.start)
    if latest is None:
        return None
    near = sorted((abs(day - latest[0]), day) for day in days if abs((day - latest[0]).days) <= _YEAR_OF_DAYS)
    return (near[0][1], (latest[1],)) if near else None


def _by_epoch(days: list[dt.date], article: Article, lexicon: Lexicon) -> tuple[dt.date, tuple[Span, ...]] | None:
    """Take the first of the days after the latest words that could not be written earlier."""
    found = [(e.since, m.start(), m.end()) for e in lexicon.epochs.words if (m := _word(e.words).search(article.text))]
    if not found:
        return None
    since, start, end = max(found)
    after = next((day for day in days if day >= since), None)
    return (after, (Span(start, end),)) if after is not None else None


def _word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words).replace(chr(39), '[’' + chr(39) + ']')}(?!\w)")
