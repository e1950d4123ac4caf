"""Which of two times comes first, and when that can't be told."""

from __future__ import annotations

import datetime as dt

from selon.model import Interval


def day_order(when: Interval | None) -> tuple[dt.date, dt.date]:
    """Return a key that sorts intervals by their first then last day, unknown ones last."""
    low = when.low or when.high if when else None
    high = when.high or when.low if when else None
    return low or dt.date.max, high or dt.date.max


def before(first: Interval | None, second: Interval | None) -> bool:
    """Say whether the first can't have come after the second, and the two are not one and the same day or range.

    Intervals that touch on one day still order what they date (`18 to 23`, then `23`); overlapping ones, and
    those with the side open that matters, order nothing.
    """
    if first is None or second is None or first.high is None or second.low is None or first == second:
        return False
    return first.high <= second.low


def days_apart(first: Interval | None, second: Interval | None) -> int:
    """Return the days between two intervals, 0 when they meet or one of them is unknown."""
    if first is None or second is None:
        return 0
    gap = 0
    if first.high and second.low:
        gap = max(gap, (second.low - first.high).days)
    if second.high and first.low:
        gap = max(gap, (first.low - second.high).days)
    return gap
