"""A reading: what one expression of time was taken to mean."""

from __future__ import annotations

from typing import NamedTuple

from selon.model import Interval
from selon.model.dates import Precision

WIDEST_OF_A_DATE = 120
"""A date without year is the same for all days of an anchor this wide, save around the turn of a year."""
CENTURY = 100


class Reading(NamedTuple):
    """An expression found: where, what it means, and whether that depended on the anchor."""

    start: int
    end: int
    when: Interval | None
    precision: Precision
    relative: bool = True
