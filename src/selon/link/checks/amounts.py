"""Amounts: what a figure allows its number to be, and the arithmetic of such intervals (Moore 1966)."""

from __future__ import annotations

import math
from typing import NamedTuple

from selon.model import Figure

ABOUT = 0.1
"""Share by which a number given as `environ`, `près de`, `une centaine` may be off: what rounding leaves open."""

_DURATIONS_AND_SHARES = frozenset({"%", "[pp]", "a", "mo", "wk", "d", "h", "min", "s"})
_ROUNDING = 1e-9


class Amount(NamedTuple):
    """The least and the most that a quantity may be, both included."""

    low: float
    high: float

    def __add__(self, other: Amount) -> Amount:  # type: ignore[override]  # amounts are added, not joined
        """Return what the sum of two amounts may be."""
        return Amount(self.low + other.low, self.high + other.high)

    def times(self, factor: float) -> Amount:
        """Return the amount multiplied by a factor that is not negative."""
        return Amount(self.low * factor, self.high * factor)

    def agrees(self, other: Amount) -> bool:
        """Say whether the two may be one number."""
        slack = _ROUNDING * max(1.0, *(abs(x) for x in (*self, *other) if math.isfinite(x)))
        return self.low <= other.high + slack and other.low <= self.high + slack


def is_read(figure: Figure) -> bool:
    """Say whether a figure has a value: one that could not be read has none."""
    return figure.unread is None and (figure.low is not None or figure.high is not None)


def amount(figure: Figure) -> Amount:
    """Return what the number of a figure that is read may be."""
    low = -math.inf if figure.low is None else float(figure.low)
    high = math.inf if figure.high is None else float(figure.high)
    if figure.approx == "about":
        off = max(abs(low), abs(high)) * ABOUT
        return Amount(low - off, high + off)
    return Amount(low if figure.low is not None else 0.0, high)


def is_exact(figure: Figure) -> bool:
    """Say whether a figure gives one number without a word that makes it less than exact."""
    return is_read(figure) and figure.approx == "exact" and figure.low == figure.high


def is_count(figure: Figure) -> bool:
    """Say whether a figure counts things one by one: no share, no measure of time, no money, no multiple."""
    whole = all(x is None or float(x).is_integer() for x in (figure.low, figure.high))
    return is_read(figure) and figure.unit is None and whole and figure.move not in {"multiple", "division"}


def is_measure_of_time_or_share(figure: Figure) -> bool:
    """Say whether a figure is a duration, a percentage or a fraction, which add up to nothing that is counted."""
    return figure.unit in _DURATIONS_AND_SHARES or (isinstance(figure.low, float) and 0 < figure.low < 1)
