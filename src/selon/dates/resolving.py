"""From the parts of an expression to the days it means.

An expression that needs an anchor is resolved for the anchor's first and last day; the answer is the
interval over both. So a weekday is known to the day when the day of publication is, and to a few days when
only the week of publication is. An anchor wider than the expression's own grain resolves nothing.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from typing import Literal

from selon.lexicon import DateUnit, Portion, Season
from selon.model import Interval

Outlook = Literal["past", "near", "future"]
"""Before the anchor (`dernier`), the usual reading of news, or after it (`prochain`, a verb in the future)."""

WEEK = 7
WIDEST_DAYS = 7
WIDEST_MONTHS = 366
_NEAR_AHEAD = dt.timedelta(days=62)
"""A date without year and without any sign of the future may still lie this far ahead: an election announced."""


def spread(
    anchor: Interval | None, meaning: Callable[[dt.date], Interval | None], widest: int = WIDEST_DAYS
) -> Interval | None:
    """Return what an expression means over all the days of `anchor`; None when that pins nothing down.

    A day outside the calendar (before year 1, after 9999) is nothing either.
    """
    if anchor is None or anchor.low is None or anchor.high is None or (anchor.high - anchor.low).days > widest:
        return None
    try:
        first, last = meaning(anchor.low), meaning(anchor.high)
        if first is None or last is None:
            return None
        return _hull(first, last)
    except (OverflowError, ValueError):
        return None


def _hull(first: Interval, last: Interval) -> Interval | None:
    """Return the interval over two closed ones."""
    if first.low is None or first.high is None or last.low is None or last.high is None:
        return None
    return Interval(min(first.low, last.low), max(first.high, last.high))


def one(day: dt.date) -> Interval:
    """Return the interval of one day."""
    return Interval(day, day)


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, None when there is no such day (31 April)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def weekday_near(anchor: dt.date, weekday: int, outlook: Outlook) -> dt.date:
    """Return the weekday meant on the day `anchor`.

    News speaks of the most recent one, the day itself included; a verb in the future of the next one, the day
    itself included.
    """
    if outlook == "future":
        return anchor + dt.timedelta(days=(weekday - anchor.weekday()) % WEEK)
    return anchor - dt.timedelta(days=(anchor.weekday() - weekday) % WEEK)


def weekday_beside(anchor: dt.date, weekday: int, outlook: Outlook) -> dt.date:
    """Return the weekday meant by `lundi dernier` or `lundi prochain`: never the day `anchor` itself."""
    step = dt.timedelta(days=1)
    return weekday_near(anchor + step if outlook == "future" else anchor - step, weekday, outlook)


def day_without_year(
    anchor: dt.date, month: int, day: int, outlook: Outlook, weekday: int | None = None
) -> dt.date | None:
    """Return the day of some year that is meant on the day `anchor`; a weekday that agrees decides first."""
    known = [d for d in (date_or_none(anchor.year + k, month, day) for k in (-1, 0, 1)) if d]
    agreeing = [d for d in known if d.weekday() == weekday]
    return _chosen(agreeing or known, anchor, outlook)


def month_without_year(anchor: dt.date, month: int, outlook: Outlook) -> Interval | None:
    """Return the month of some year that is meant on the day `anchor`."""
    first = _chosen((dt.date(anchor.year + k, month, 1) for k in (-1, 0, 1)), anchor.replace(day=1), outlook)
    return whole_month(first.year, first.month) if first else None


def _chosen(candidates: Iterable[dt.date], anchor: dt.date, outlook: Outlook) -> dt.date | None:
    known = sorted(candidates)
    if outlook == "future":
        return next((d for d in known if d >= anchor), known[-1] if known else None)
    limit = anchor + _NEAR_AHEAD if outlook == "near" else anchor - dt.timedelta(days=1)
    return next((d for d in reversed(known) if d <= limit), known[0] if known else None)


def day_in_month(anchor: dt.date, weekday: int, day: int) -> dt.date | None:
    """Return the nearest day that is this day of a month and this weekday (`mercredi 23`), at most two months off."""
    days = (anchor + dt.timedelta(days=k * sign) for k in range(_NEAR_AHEAD.days) for sign in (-1, 1))
    return next((d for d in days if d.day == day and d.weekday() == weekday), None)


def whole_month(year: int, month: int) -> Interval:
    """Return the month's days. Raises ValueError outside the calendar."""
    return Interval(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def whole_year(year: int) -> Interval:
    """Return the year's days. Raises ValueError outside the calendar."""
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))


def months_from(year: int, first: int, months: int) -> Interval:
    """Return so many whole months from the month `first` of a year on. Raises ValueError outside the calendar."""
    end = first + months - 1
    last = whole_month(year + (end - 1) // 12, (end - 1) % 12 + 1)
    return Interval(dt.date(year, first, 1), last.high)


def season_near(anchor: dt.date, season: Season, outlook: Outlook) -> Interval | None:
    """Return the season of some year that is meant on the day `anchor`: the present one, else the last or the next."""
    known = [months_from(anchor.year + k, season.first, season.months) for k in (-1, 0, 1)]
    if outlook == "past":
        return next((s for s in reversed(known) if s.high and s.high < anchor), None)
    if outlook == "future":
        return next((s for s in known if s.low and s.low > anchor), None)
    return next((s for s in known if (s.low and s.low.year == anchor.year) or _holds(s, anchor)), None)


def _holds(days: Interval, day: dt.date) -> bool:
    return bool(days.low and days.high and days.low <= day <= days.high)


def units_away(anchor: dt.date, unit: DateUnit, low: int, high: int) -> Interval:
    """Return the days from the unit `low` to the unit `high`, counted from the one that holds `anchor`.

    Weeks run from Monday to Sunday. Raises OverflowError or ValueError outside the calendar.
    """
    if unit == "day":
        return Interval(anchor + dt.timedelta(days=low), anchor + dt.timedelta(days=high))
    if unit in ("week", "weekend"):
        return _weeks_away(anchor, low, high, weekend=unit == "weekend")
    if unit == "month":
        first, last = _month_away(anchor, low), _month_away(anchor, high)
        return Interval(whole_month(*first).low, whole_month(*last).high)
    return Interval(whole_year(anchor.year + low).low, whole_year(anchor.year + high).high)


def _weeks_away(anchor: dt.date, low: int, high: int, *, weekend: bool) -> Interval:
    # On Monday and Tuesday `ce week-end` still means the one that has just ended.
    just_ended = weekend and low == 0 and anchor.weekday() <= 1
    monday = anchor - dt.timedelta(days=anchor.weekday() + (WEEK if just_ended else 0))
    first = monday + dt.timedelta(days=low * WEEK + (5 if weekend else 0))
    return Interval(first, monday + dt.timedelta(days=high * WEEK + 6))


def _month_away(anchor: dt.date, shift: int) -> tuple[int, int]:
    count = anchor.year * 12 + anchor.month - 1 + shift
    return count // 12, count % 12 + 1


def portion_of(whole: Interval, portion: Portion | None) -> Interval:
    """Return the start, the middle or the end of a closed interval: its first, second or last third."""
    if portion is None or whole.low is None or whole.high is None:
        return whole
    third = dt.timedelta(days=round(((whole.high - whole.low).days + 1) / 3))
    day = dt.timedelta(days=1)
    first, last = whole.low + third - day, whole.low + 2 * third - day
    match portion:
        case "start":
            return Interval(whole.low, first)
        case "middle":
            return Interval(first + day, last)
        case "end":
            return Interval(last + day, whole.high)
