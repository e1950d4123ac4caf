"""Numbered events (`acte XIII`, `13e acte`) and the days on which the articles of a story put them."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from selon.dates.grammar import SPACE, any_of
from selon.dates.names import weekday_names
from selon.lexicon import Events, Lexicon
from selon.link.pages import HELD, page
from selon.model import Annotations, Article, DateMention, Passage
from selon.text import Span

_NEAR = 60
"""Characters between an event and the day beside it."""
_MOST = 99
_TRIED = 20
"""Dated events of a row between which a pause is looked for."""
_ON_A_LINE = 3
"""Events that show a pause: two days always lie on a line."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}

Name = tuple[str, int]
"""What is counted and its number."""


class Event(NamedTuple):
    """A numbered event where an article names it, with the day that stands beside it; `bare`: a weekday alone."""

    name: Name
    article: str
    span: Span
    beside: DateMention
    bare: bool

    @property
    def passage(self) -> Passage:
        """The event with the day beside it."""
        return Passage(self.article, tuple(sorted((self.span, self.beside.span))))


class Placed(NamedTuple):
    """The day of an event, and the passages that give it."""

    day: dt.date
    by: tuple[Passage, ...]


def events_in(article: Article, found: Annotations, lexicon: Lexicon) -> Iterator[Event]:
    """Yield the numbered events of an article that have a day beside them in their sentence."""
    named = list(named_events(article, lexicon))
    if not named or not found.dates:
        return
    low, starts = page(article.text)
    counted_on = {w for e in lexicon.dates.expressions if e.origin == "mention" for w in e.words}
    for name, span in named:
        at = bisect_right(starts, span.start)
        end = starts[at] if at < len(starts) else len(low)
        begin = starts[at - 1] if at else 0
        known = (d for d in found.dates if begin <= d.span.start < end and not d.span.overlaps(span))
        own = (d for d in known if d.precision == "day" and d.span.of(low) not in counted_on)
        near = [d for d in own if _gap(d.span, span) <= _NEAR]
        if near:
            beside = min(near, key=lambda d: (_gap(d.span, span), d.span))
            bare = beside.span.of(low) in weekday_names(lexicon.language)
            yield Event(name, article.id, span, beside, bare)


def named_events(article: Article, lexicon: Lexicon) -> Iterator[tuple[Name, Span]]:
    """Yield the numbered events that an article names, and where."""
    for name, span in _named(article.text, lexicon):
        if not any(f.overlaps(span) for f in article.furniture):
            yield name, span


@lru_cache(maxsize=HELD)
def _named(text: str, lexicon: Lexicon) -> tuple[tuple[Name, Span], ...]:
    found = []
    for match in _pattern(lexicon).finditer(page(text).low):
        number = _number(match, lexicon.events)
        if number is not None:
            found.append(((match["noun"] or match["after"], number), Span(match.start(), match.end())))
    return tuple(found)


def placed(events: Iterable[Event], days: Mapping[str, dt.date]) -> dict[Name, Placed]:
    """Return the day of each event that the dated articles give. `days` are the days of those articles, by id.

    A weekday alone (`samedi`) counts in an article of that very day only: later in the week, the event may be one to
    come. The day that most articles give counts; where two are given as often, none. Of a row that most of its dated
    events show to keep the same pause, the others are taken to keep it too; in a row without one, events that are
    not in the order of their numbers have no day.
    """
    given: dict[Name, dict[dt.date, list[Passage]]] = {}
    for event in events:
        when, on = event.beside.when, days.get(event.article)
        if on is None or when is None or when.low is None or when.low != when.high:
            continue
        if when.low == on or not event.bare:
            given.setdefault(event.name, {}).setdefault(when.low, []).append(event.passage)
    found: dict[Name, Placed] = {}
    for name, by_day in sorted(given.items()):
        counts = Counter({day: len({p.article for p in passages}) for day, passages in by_day.items()})
        (day, most), *others = counts.most_common()
        if not others or others[0][1] < most:
            found[name] = Placed(day, tuple(sorted(set(by_day[day]))))
    out: dict[Name, Placed] = {}
    for noun in sorted({noun for noun, _ in found}):
        row = {number: p for (other, number), p in found.items() if other == noun}
        out |= {(noun, number): p for number, p in (_regular(row) or _in_order(row)).items()}
    return out


def _in_order(row: Mapping[int, Placed]) -> dict[int, Placed]:
    """Return the events of a row that no other contradicts: a later number lies on a later day."""
    return {
        number: p
        for number, p in row.items()
        if all((other < number) == (q.day < p.day) for other, q in row.items() if other != number)
    }


def _regular(row: Mapping[int, Placed]) -> dict[int, Placed]:
    """Return a row with one pause between all its events, if most of those dated, and three at least, keep it."""
    best: list[int] = []
    for first in sorted(row)[:_TRIED]:
        for second in sorted(row)[:_TRIED]:
            apart = (row[second].day - row[first].day).days
            if first < second and apart > 0 and apart % (second - first) == 0:
                pause = apart // (second - first)
                kept = [n for n, p in row.items() if (p.day - row[first].day).days == pause * (n - first)]
                best = max(best, sorted(kept), key=len)
    if len(best) < _ON_A_LINE or 2 * len(best) <= len(row):
        return {}
    first, last = best[0], best[-1]
    pause = (row[last].day - row[first].day).days // (last - first)
    by = (row[first].by[0], row[last].by[0])
    line = {n: row[first].day + dt.timedelta(days=pause * (n - first)) for n in range(1, 2 * last - first + 1)}
    return {n: row[n] if n in best else Placed(day, by) for n, day in line.items()}


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.events
    nouns, ordinals = any_of(words.counted), any_of(words.ordinals)
    return re.compile(
        rf"(?<!\w)(?:(?P<noun>{nouns}){SPACE}(?:(?P<figures>\d{{1,2}})|(?P<roman>[ivxl]{{1,7}}))(?![\w-])"
        rf"|(?:(?P<number>\d{{1,2}}){any_of(words.ordinal_endings)}|(?P<ordinal>{ordinals})){SPACE}(?P<after>{nouns})(?!\w))"
    )


def _number(match: re.Match[str], words: Events) -> int | None:
    if match["ordinal"]:
        return words.ordinals[" ".join(match["ordinal"].split())]
    if match["roman"]:
        return _roman(match["roman"])
    number = int(match["figures"] or match["number"])
    return number or None


def _roman(word: str) -> int | None:
    """Return the value of Roman numerals up to 89, None for letters that are none."""
    values = [_ROMAN[c] for c in word]
    total = sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))
    return total if 0 < total <= _MOST and _written(total) == word else None


def _written(number: int) -> str:
    out = ""
    for value, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + letters, number - value
    return out


def exact_days(articles: Sequence[Article]) -> dict[str, dt.date]:
    """Return the days of the articles whose day is known and not merely deduced, by their ids."""
    known = ((a.id, a.published) for a in articles)
    return {i: p.low for i, p in known if p and p.low and p.low == p.high and p.basis not in {"deduced", "linked"}}
