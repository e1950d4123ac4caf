"""A reading: what one expression of time was taken to mean."""

from __future__ import annotations

from typing import NamedTuple

from selon.model import Interval
from selon.model.dates import Precision, Unresolved

WIDEST_OF_A_DATE = 120
"""A date without year is the same for all days of an anchor this wide, save around the turn of a year."""
CENTURY = 100


class Reading(NamedTuple):
    """An expression found: where, what it means, whether that depended on the anchor, why it means nothing.

    `from_text`: the anchor is the day that the text named last, not the day of publication.
    """

    start: int
    end: int
    when: Interval | None
    precision: Precision
    relative: bool = True
    from_text: bool = False
    unresolved: Unresolved = "anchor"
    """Why there are no days, where there are none."""
