"""Date mentions: the words that name a day, a week, a month, and the days meant (TIMEX3)."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from selon.model.articles import Interval
from selon.text import Span

Precision = Literal["day", "week", "month", "year", "interval"]


class DateMention(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time and the days it means.

    `when` is None when the words can't be resolved (`lundi` with no known day of publication). `anchor` is
    the day that a relative expression was resolved against, None for one that needs none.
    """

    span: Span
    when: Interval | None
    precision: Precision
    anchor: dt.date | None = None
