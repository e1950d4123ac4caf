"""What time a figure holds for, and whether it is running, a total, a plan or a look back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import msgspec

from selon.annotation.figures.hours import HourMention
from selon.annotation.figures.plans import is_planned
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Counts
from selon.model import DateMention, Figure, Hours, Interval, Scope
from selon.text import Span

_NEAR = 60
"""How far from a figure its date or scope may be said, in characters; never over the end of a sentence."""
_BESIDE = 25
_STOP = re.compile(r"[.;!?\n]")
_DURATIONS = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})
"""Units whose figures are no counts that something is running or total in."""


@cache
def _scope_words(words: Counts) -> list[tuple[Scope, re.Pattern[str]]]:
    return [(s.scope, re.compile(rf"(?<!\w){any_of(s.words)}(?!\w)")) for s in words.scopes]


@cache
def _opener(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w]){any_of(words)}(?:{SPACE}|(?<='))$")


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)")


def with_scopes(
    figures: Sequence[Figure],
    folded: str,
    dates: list[DateMention],
    hours: Sequence[HourMention],
    published: Interval | None,
    words: Counts,
) -> list[Figure]:
    """Return the figures with `as_of`, `hours` and `scope` where their sentence says them plainly.

    A recalled figure belongs to the day named behind it, and to the hour of the count before where it says so
    (`contre 43 000 samedi dernier à la même heure`).
    """
    out: list[Figure] = []
    for at, figure in enumerate(figures):
        if figure.unit in _DURATIONS:
            out.append(figure)
            continue
        first = figures[at - 1].span.end if at else 0
        last = figures[at + 1].span.start if at + 1 < len(figures) else len(folded)
        scoped = _scoped(figure, folded, dates, published, words)
        hour = _hour(scoped, folded, hours, Span(min(first, figure.span.start), max(last, figure.span.end)), words)
        if hour is None and out and scoped.scope == "recalled":
            behind = folded[figure.span.end : min(last, figure.span.end + _NEAR)]
            hour = out[-1].hours if _any(words.same_hour).search(_STOP.split(behind)[0]) else None
        if hour is not None:
            scoped = msgspec.structs.replace(scoped, hours=hour, scope=scoped.scope or "running")
        out.append(scoped)
    return out


def _taken(hour: HourMention, start: int, before: str, folded: str, words: Counts) -> bool:
    """Say whether an hour in front of a figure goes with the one before it: `27 000 à 14 h, 9 000 de moins qu'hier`.

    A part is counted when its whole is: `27 000 à 14 h, dont 7 000 à Paris`.
    """
    between = before[-max(1, start - hour.span.end) :]
    first = _STOP.split(folded[max(0, hour.span.start - _NEAR) : hour.span.start])[-1]
    return bool(re.search(r"\d", first)) and not _any(words.part_openers).search(between)


def _scoped(figure: Figure, folded: str, dates: list[DateMention], published: Interval | None, words: Counts) -> Figure:
    before = _STOP.split(folded[max(0, figure.span.start - _NEAR) : figure.span.start])[-1]
    after = _STOP.split(folded[figure.span.end : figure.span.end + _NEAR])[0]
    sides = (before[-_BESIDE:], after[:_BESIDE])
    scope = next((s for s, p in _scope_words(words) if any(p.search(side) for side in sides)), None)
    if scope is None and is_planned(before, after, words):
        scope = "planned"
    recalled = _opener(words.recall_openers).search(before)
    if recalled:
        scope = "recalled"
    first, last = figure.span.start - len(before), figure.span.end + len(after)
    for date in dates[bisect_left(dates, first, key=lambda d: d.span.start) :]:
        if date.span.start >= last:
            break
        if date.span.end > last or date.when is None:
            continue
        opening = folded[max(0, date.span.start - 20) : date.span.start]
        if _opener(words.plan_openers).search(opening):
            return msgspec.structs.replace(figure, as_of=date.when, scope="planned")
        if _opener(words.since_openers).search(opening):
            return msgspec.structs.replace(figure, as_of=_since(date.when, published), scope=scope or "cumulated")
        as_of = _opener(words.as_of_openers).search(opening)
        if as_of or (recalled and 0 <= date.span.start - figure.span.end <= 4):  # noqa: PLR2004  (`contre 8000 le …`)
            return msgspec.structs.replace(figure, as_of=date.when, scope=scope)
    return msgspec.structs.replace(figure, scope=scope) if scope else figure


def _since(start: Interval, published: Interval | None) -> Interval:
    """Return the time from the start of an interval to the day of the article, open where that is not known."""
    until = published.high if published else None
    known = until is not None and (start.low is None or start.low <= until)
    return Interval(start.low, until if known else None)


def _hour(figure: Figure, folded: str, hours: Sequence[HourMention], around: Span, words: Counts) -> Hours | None:
    """Return the hour at which a figure was counted: the one behind it before the next figure, else the one before it.

    An hour says when something happened; that it says when one counted, a word of counting in the sentence tells.
    """
    before = _STOP.split(folded[max(0, figure.span.start - 2 * _NEAR) : figure.span.start])[-1]
    after = _STOP.split(folded[figure.span.end : figure.span.end + 2 * _NEAR])[0]
    if not _any(words.gathering).search(before + " " + after):
        return None
    start, stop = figure.span.start - len(before), figure.span.end + len(after)
    at = bisect_left(hours, figure.span.end, key=lambda h: h.span.start)
    # `…, précisant qu'à 17h30, 30 personnes …`: what opens a clause goes with what follows.
    reached = min(stop, around.end, figure.span.end + _NEAR)
    behind = hours[at] if at < len(hours) and hours[at].span.end <= reached else None
    if behind is not None and not folded[: behind.span.start].endswith(("'", ", ", ",")):
        return behind.hours
    if (
        at
        and hours[at - 1].span.start >= max(start, around.start)
        and not _taken(hours[at - 1], figure.span.start, before, folded, words)
    ):
        return hours[at - 1].hours
    return None
