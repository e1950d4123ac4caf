"""Figures: quantities with what they count and who gives them."""

from __future__ import annotations

from typing import Literal

import msgspec

from selon.model.articles import Interval
from selon.text import Span

Approx = Literal["exact", "about", "at_least", "at_most", "range"]
Scope = Literal["running", "total", "cumulated", "planned", "recalled"]
Number = int | float


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity in an article.

    `low` and `high` are the bounds, None where there is none (`plus de 20`: 20 and None); equal when exact or
    approximate. `counted` is the counted thing's head noun, or the unit, in the singular. `speaker` is who
    gives it (empty: the article itself), `statement` the id of the statement it stands in. `as_of` is the time
    it holds for, where the text says one.
    """

    id: str
    span: Span
    low: Number | None
    high: Number | None
    approx: Approx
    counted: str
    speaker: str = ""
    statement: str | None = None
    as_of: Interval | None = None
    scope: Scope | None = None
