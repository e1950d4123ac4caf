"""Figures: quantities with what they count and who gives them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from selon.model.articles import Interval
from selon.text import Span

Approx = Literal["exact", "about", "at_least", "at_most", "range"]
Scope = Literal["running", "total", "cumulated", "planned", "recalled"]
Move = Literal["increment", "decrease", "multiple", "division", "revised"]
Giver = Literal["article", "statement", "continued", "counted", "relay"]
Unread = Literal["separators"]
Number = int | float


class Hours(msgspec.Struct, frozen=True):
    """A time of day: `low` equals `high` for an hour (`à 15 h`), not for a part of the day (`en soirée`)."""

    low: dt.time
    high: dt.time


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity in an article.

    `low` and `high` are the bounds, None where there is none (`plus de 20`: 20 and None); equal when exact or
    approximate. Both are None when the number can't be read: `unread` then says why (`separators`: they stand where
    no habit of writing numbers has them, `10.000.00`). `counted` is the counted thing's head noun, or the unit, in
    the singular; `unit` the unit's code (ISO 4217 for money, UCUM for all else), None where there is none or the
    text does not tell which (`12 dollars`). `modifiers` are the words that change what is counted
    (`supplémentaires`, `tués`, `en Russie`).

    `speaker` is who gives it (empty: the article itself), `statement` the id of the statement it stands in, and
    `giver` says how it reaches the article: in its own voice, in a `statement`, in words that go on with the
    statement or the count before (`continued`), named as who `counted` it (`recensés par la police`), or in a statement
    that only a `relay` vouches for, nobody else being named.
    `as_of` is the time it holds for, where the text says one, `hours` the time of day.
    `move` is how it moves another number: what is added or taken away, a multiple, a divisor, or a new value in an
    earlier one's place; None for a plain count. `part_of` is the id of the figure that it is a part of
    (`12 des 25 personnes`).
    """

    id: str
    span: Span
    low: Number | None
    high: Number | None
    approx: Approx
    counted: str
    unit: str | None = None
    modifiers: tuple[Span, ...] = ()
    unread: Unread | None = None
    speaker: str = ""
    statement: str | None = None
    giver: Giver = "article"
    as_of: Interval | None = None
    hours: Hours | None = None
    scope: Scope | None = None
    move: Move | None = None
    part_of: str | None = None
