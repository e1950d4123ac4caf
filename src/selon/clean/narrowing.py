"""From weeks or months to days: what the text tells as past and as to come narrows the time of writing.

A report that says what was so on a day appeared on that day or later; one that says what will be on a day, on that
day or before. News names a day of the last week by its name alone. If the state of things `au 27 octobre` stands
beside one weekday (`a affirmé lundi`), the report is of the first such day from then on. If several weekdays in a
row are told (`mercredi`, `jeudi`, `vendredi`), the report is of the last of them or of the day after, and if it
tells what will be `dès le 27 octobre`, of the last week before that day.

Measured on 138 articles of three papers whose address gives the day, with only their month left: of those with
several weekdays 25 appeared on the last in the row and none on the three days after; a day told as past was not yet
over in one of them; and the first weekday after any past day, whatever its wording, was the right one in 2 of 5,
which is why only the wordings above are taken to mean a day near.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from selon.clean.lines import Line
from selon.clean.tenses import Told, told_days
from selon.dates.names import weekday_names
from selon.lexicon import Lexicon
from selon.model import Dating, Interval
from selon.text import Span

_WEEK = 7
_DAY = dt.timedelta(days=1)


class Bound(NamedTuple):
    """A day on or before or after which the text was written, and the passage that tells."""

    day: dt.date
    span: Span


def narrowed(known: Dating, lines: Sequence[Line], lexicon: Lexicon) -> Dating:
    """Return the days of `known` on which the text can have appeared, with the passages that tell.

    What leaves no day is not taken; a day or open interval stays as it is.
    """
    if known.low is None or known.high is None or known.low == known.high:
        return known
    told = told_days(lines, known.interval, lexicon)
    floor, ceiling = _bounds(told, known.low, known.high)
    if floor and ceiling and floor.day > ceiling.day:
        ceiling = None  # what a quotation of an earlier day looked forward to
    low, high = floor.day if floor else known.low, ceiling.day if ceiling else known.high
    evidence = [bound.span for bound in (floor, ceiling) if bound]
    week = _week(told, lexicon, floor, ceiling)
    if week is not None and week[0].low is not None and week[0].high is not None:
        first, last = max(low, week[0].low), min(high, week[0].high)
        if first <= last:
            low, high = first, last
            evidence.extend(week[1])
    if not evidence:
        return known
    return Dating(low, high, "deduced", tuple(sorted({*known.evidence, *evidence})))


def _bounds(told: Sequence[Told], first: dt.date, last: dt.date) -> tuple[Bound | None, Bound | None]:
    """Return the latest day told as past and the earliest told as to come, of the days from `first` to `last`."""
    past, ahead = [], []
    for one in told:
        when = one.mention.when
        if when is None or when.low is None or when.high is None or not one.numbered:
            continue
        if one.tense == "past" and when.low == when.high and first <= when.low <= last:
            past.append(Bound(when.low, one.span))
        if one.tense == "ahead" and first <= when.high <= last:
            ahead.append(Bound(when.high, one.span))
    return max(past, default=None), min(ahead, default=None)


def _week(
    told: Sequence[Told], lexicon: Lexicon, floor: Bound | None, ceiling: Bound | None
) -> tuple[Interval, list[Span]] | None:
    """Return the days that weekdays and a day next to the writing leave, with the passages of the weekdays."""
    names = weekday_names(lexicon.language)
    weekdays: dict[int, Span] = {}
    for one in told:
        if one.tense == "past" and one.words[0] in names and not one.numbered and one.mention.unresolved != "habitual":
            weekdays.setdefault(names[one.words[0]], one.span)
    fresh = {one.span for one in told if one.fresh}
    if floor and floor.span in fresh and len(weekdays) == 1:
        ((number, span),) = weekdays.items()
        day = floor.day + dt.timedelta(days=(number - floor.day.weekday()) % _WEEK)
        return Interval(day, day), [span]
    number_of_last = last_in_row(weekdays)
    if ceiling and ceiling.span in fresh and number_of_last is not None:
        day = ceiling.day - dt.timedelta(days=(ceiling.day.weekday() - number_of_last) % _WEEK)
        return Interval(day, day + _DAY), [weekdays[number_of_last]]
    return None


def last_in_row(weekdays: Sequence[int] | dict[int, Span]) -> int | None:
    """Return the weekday behind which the longest pause of the week begins; None when two pauses are as long."""
    pauses = [(min((other - one) % _WEEK or _WEEK for other in weekdays), one) for one in weekdays]
    longest = max(pauses, default=None)
    if longest is None or sum(pause == longest[0] for pause, _ in pauses) > 1:
        return None
    return longest[1]
