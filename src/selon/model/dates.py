"""Date mentions: the words that name a day, a week, a month, and the days meant (TIMEX3)."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from selon.model.articles import Interval
from selon.text import Span

Precision = Literal["day", "week", "month", "year", "interval"]
Unresolved = Literal["anchor", "ambiguous", "approximate", "habitual", "impossible", "weekday"]


class DateMention(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time and the days it means.

    `anchor` is the day that a relative expression was resolved against, None for one that needs none. `when` is
    None when the words mean no day that can be told; `unresolved` then says why: the day they count from is not
    known well enough (`anchor`), several years fit (`ambiguous`), they give a bound only (`approximate`: `il y a
    plus de trois jours`), mean no day in particular (`habitual`: `le lundi`), a day that the calendar does not
    have (`impossible`: `le 31 février`), or a day that is not the weekday beside it (`weekday`).
    """

    span: Span
    when: Interval | None
    precision: Precision
    anchor: dt.date | None = None
    unresolved: Unresolved | None = None
