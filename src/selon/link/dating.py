"""Articles whose day their own text leaves open, dated by other articles of the story.

A dated article with the same text dates its copy. A numbered event that dated articles put on a day, or what they
tell of a day in the same words or with the same number, dates an article that puts it on `samedi` or `hier`: the days
are left on which those words mean that day. What the other articles say must leave a day of those that the article's
own evidence allows, else nothing is taken from them. Statements and expressions of time are then read anew.

Measured on 141 articles of one story whose day is known, each read as if it were not: 63 were given days, 60 of them
rightly, 44 within a week (`acte XIII, samedi` leaves two weeks: the Saturday may be to come).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import msgspec

from selon.dates import find_dates, find_dates_on
from selon.dates.report import time_of_report
from selon.lexicon import Lexicon
from selon.link.comparing import Comparing
from selon.link.copies import copies_between
from selon.link.coverage import in_order
from selon.link.events import Event, Placed, events_in, exact_days, placed
from selon.link.memory import Memory, digest_of
from selon.link.retold import days_of_retold, retold_in
from selon.model import (
    Annotations,
    Article,
    ArticleDating,
    Correction,
    DateMention,
    Dating,
    Interval,
    Passage,
    Statement,
)
from selon.text import Span

_SAME_TEXT = {"identical", "near_duplicate"}
_LESS_THAN_A_WEEK = 6
_REACH = 10
"""Days around an event within which an article can call its day by the name of a weekday."""
_SEEN = 200
"""Characters before and behind an expression of time that are read with it: its clause, and a day named before it."""


class Redated(NamedTuple):
    """The articles and annotations of a story with what other articles tell of their days."""

    articles: tuple[Article, ...]
    annotations: dict[str, Annotations]
    datings: tuple[ArticleDating, ...]


def redated(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    lexicon: Lexicon,
    corrections: Sequence[Correction] = (),
    comparing: Comparing | None = None,
) -> Redated:
    """Return the story's articles and annotations, narrowed, and what narrowed them. Order does not matter.

    An article that a person says is no copy of another is not dated by it. `comparing` is as for `link.copies`.
    """
    comparing = comparing or Comparing()
    memory = comparing.memory
    ordered = in_order(articles)
    days = exact_days(ordered)
    known = {a.id: a for a in ordered}
    events = {i: list(events_in(a, annotations[i], lexicon)) for i, a in known.items() if i in annotations}
    retold = {i: list(retold_in(a, annotations[i])) for i, a in known.items() if i in annotations}
    rows = placed(chain.from_iterable(events.values()), days)
    rows |= days_of_retold(chain.from_iterable(retold.values()), days)
    open_ones = [a for a in ordered if a.id not in days]
    by_copy = _by_copy(open_ones, [a for a in ordered if a.id in days], corrections, comparing)
    meaning = _Meaning(lexicon)
    datings = []
    for article in open_ones:
        told = [*retold.get(article.id, ()), *events.get(article.id, ())]
        found = by_copy.get(article.id) or _by_events(article, told, rows, meaning, memory)
        if found is not None:
            datings.append(found)
    return applied(articles, annotations, datings, lexicon, memory)


def applied(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    datings: Sequence[ArticleDating],
    lexicon: Lexicon,
    memory: Memory | None = None,
) -> Redated:
    """Return articles and annotations with `datings` put in, expressions of time and statements read anew.

    `memory` holds what was read anew before.
    """
    new = {d.article: d.dating for d in datings}
    changed = tuple(msgspec.structs.replace(a, published=new.get(a.id, a.published)) for a in articles)
    read = dict(annotations)
    for article in changed:
        if article.id in new and article.id in read:
            dates = _dates_anew(article, new[article.id], lexicon, memory or Memory())
            read[article.id] = _read_anew(read[article.id], new[article.id], dates)
    return Redated(changed, read, tuple(sorted(datings, key=lambda d: d.article)))


def _by_copy(
    open_ones: Sequence[Article],
    dated: Sequence[Article],
    corrections: Sequence[Correction],
    comparing: Comparing,
) -> dict[str, ArticleDating]:
    """Return the datings of the articles that have the text of one whose day is known, of the closest one."""
    if not open_ones or not dated:
        return {}
    known = {a.id: a for a in (*open_ones, *dated)}
    ids = {a.id for a in open_ones}
    found: dict[str, tuple[float, str, ArticleDating]] = {}
    for copy in copies_between(open_ones, dated, corrections, comparing):
        item, of = (copy.article, copy.of) if copy.article in ids else (copy.of, copy.article)
        dating = known[of].published
        if copy.kind not in _SAME_TEXT or dating is None:
            continue
        days_left = _within(known[item], dating.interval)
        if days_left is None:
            continue
        evidence = copy.evidence[:1] if item == copy.article else ()
        by = (Passage(of, dating.evidence),)
        one = ArticleDating(item, Dating(days_left.low, days_left.high, "linked", evidence), by)
        found[item] = max(found.get(item, (0.0, "", one)), (copy.overlap, of, one), key=lambda f: f[:2])
    return {item: one for item, (_, _, one) in found.items()}


def _by_events(
    article: Article,
    events: Sequence[Event],
    rows: Mapping[tuple[str, int], Placed],
    meaning: _Meaning,
    memory: Memory,
) -> ArticleDating | None:
    """Return the days on which what stands beside an article's events means the days of these events."""
    known = ((event, rows[event.name]) for event in events if event.name in rows)
    by_others = [(event, row) for event, row in known if any(p.article != article.id for p in row.by)]
    if not by_others:
        return None
    of = digest_of(article.text, article.published, [(*event, row.day, row.by[:1]) for event, row in by_others])
    found = memory.recall(
        "events", (article.id,), of, tuple[ArticleDating, ...], lambda: tuple(_dated(article, by_others, meaning))
    )
    return next(iter(found), None)


def _dated(article: Article, events: Iterable[tuple[Event, Placed]], meaning: _Meaning) -> Iterator[ArticleDating]:
    left: frozenset[dt.date] | None = None
    evidence: list[Span] = []
    by: list[Passage] = []
    for event, row in events:
        possible = meaning.days(event, article, row.day)
        if not possible or (left is not None and not left & possible):
            continue
        left = possible if left is None else left & possible
        evidence.extend((event.span, event.beside.span))
        by.extend(row.by[:1])
    days = _within(article, Interval(min(left), max(left))) if left else None
    if days is not None and (article.published is None or days != article.published.interval):
        own = article.published.evidence if article.published else ()
        dating = Dating(days.low, days.high, "linked", tuple(sorted({*own, *evidence})))
        yield ArticleDating(article.id, dating, tuple(sorted(set(by))))


class _Meaning:
    """Tells on which days the words beside an event mean a day. Many events stand beside the same words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._read: dict[tuple[str, Span, dt.date], frozenset[dt.date]] = {}

    def days(self, event: Event, article: Article, day: dt.date) -> frozenset[dt.date]:
        """Return the days on which the words beside an event, in their sentence, mean `day`."""
        around = [day + dt.timedelta(days=shift) for shift in range(-_REACH, _REACH + 1)]
        if event.bare:  # `samedi` may be the last or the next one: tense alone is no proof
            return frozenset(on for on in around if abs((on - day).days) <= _LESS_THAN_A_WEEK)
        beside = event.beside.span
        first = max(0, beside.start - _SEEN)
        asked = article.text[first : beside.end + _SEEN], beside.shifted(-first), day
        if asked not in self._read:
            self._read[asked] = self._days(*asked, around)
        return self._read[asked]

    def _days(self, text: str, place: Span, day: dt.date, around: Sequence[dt.date]) -> frozenset[dt.date]:
        told = find_dates_on(text, self._lexicon, [Interval(on, on) for on in around])
        meant = (next((m.when for m in mentions if m.span == place), None) for mentions in told)
        out = frozenset(on for on, when in zip(around, meant, strict=True) if when == Interval(day, day))
        return out if len(out) <= _REACH else frozenset()  # a date with its number means the same on every day


def _within(article: Article, days: Interval) -> Interval | None:
    """Return what an article's own evidence leaves of `days`; None for nothing."""
    own = article.published.interval if article.published else Interval()
    low = max((d for d in (own.low, days.low) if d), default=None)
    high = min((d for d in (own.high, days.high) if d), default=None)
    return Interval(low, high) if low and high and low <= high else None


def _dates_anew(article: Article, dating: Dating, lexicon: Lexicon, memory: Memory) -> tuple[DateMention, ...]:
    def make() -> tuple[DateMention, ...]:
        text, offsets = article.reading()
        mentions = find_dates(text, lexicon, dating.interval)
        return tuple(msgspec.structs.replace(m, span=offsets.to_received(m.span)) for m in mentions)

    of = digest_of(article.text, article.blocks, dating.low, dating.high)
    return memory.recall("dates", (article.id,), of, tuple[DateMention, ...], make)


def _read_anew(found: Annotations, dating: Dating, dates: tuple[DateMention, ...]) -> Annotations:
    meant = {d.span: d.when for d in dates}
    timed = [_by_words(s, meant) for s in found.statements]
    told = [s.when for s in timed if s.when_basis == "words" and s.when is not None]
    report = time_of_report(dating.interval, told)
    statements = tuple(msgspec.structs.replace(s, when=report) if s.when_basis == "report" else s for s in timed)
    return msgspec.structs.replace(found, published=dating, dates=dates, statements=statements)


def _by_words(statement: Statement, meant: Mapping[Span, Interval | None]) -> Statement:
    words = statement.when_evidence
    if statement.when_basis != "words" or words is None or words not in meant:
        return statement
    return msgspec.structs.replace(statement, when=meant[words])
