"""When an undated statement of a report was made, from the day of the report and the days that the report tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from selon.model import Interval

_NARROW = 7
"""Days within which a report has to be dated for its undated statements to be dated by it."""
_RECENT = dt.timedelta(days=14)
"""News that is older than this is background."""
_SEVERAL = 3
"""Dated statements on so many different days make a round-up."""


def time_of_report(published: Interval | None, told: Sequence[Interval]) -> Interval | None:
    """Return when the undated statements of a report were made.

    `told` are the times of its dated statements. A report of one day's news gives that day. A round-up, most of
    whose statements are of other days than its own, gives all the days from the first recent one that it tells.
    None where the report itself is not dated to a few days.
    """
    if published is None or published.low is None or published.high is None:
        return None
    if (published.high - published.low).days > _NARROW:
        return None
    recent = [d for d in told if d.low and d.high and published.low - _RECENT <= d.low <= published.high]
    today = [d for d in recent if d.high and d.high >= published.low]
    if len(set(recent)) < _SEVERAL or 2 * len(today) >= len(recent):
        return published
    return Interval(min(d.low for d in recent if d.low), published.high)
