"""What a chart is made from: artboards, points and the places of their labels, in units of about a CSS pixel."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from selon.model import Number

ARROW = 26
"""How far the arrow of a bound reaches from its point."""
_NAME = 28
Place = tuple[int, int]
Reach = tuple[int, int]
"""The top and the bottom of what is drawn at a point."""
Join = tuple[Place, Place, bool]
"""From one point to the next of the same giver, dashed or not."""


@dataclass(frozen=True, slots=True)
class Board:
    """An artboard: its size, the margins around the points, how many grid lines, widths of letters of both sizes."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    lines: int
    number_letter: float
    name_letter: float
    line: int
    tick: int


WIDE = Board("wide", 936, 400, 150, 190, 48, 40, 4, 9.2, 7.4, 17, 64)
NARROW = Board("narrow", 358, 440, 60, 100, 48, 40, 3, 8.2, 6.9, 15, 46)


@dataclass(frozen=True, slots=True)
class Point:
    """A number given by somebody on a day.

    `giver` is a key, `who` a name, `text` the number as we write it, `count` how many mentions the point stands for;
    `words` are those of the first of them, and `href` leads there. `own`: articles give it in their own name.
    """

    day: dt.date
    low: Number | None
    high: Number | None
    planned: bool
    giver: str
    who: str
    text: str
    words: str
    href: str
    address: str
    count: int = 1
    own: bool = False

    @property
    def value(self) -> float:
        """Where the point stands: the middle of a range, the bound where there is one only."""
        return float(sum(self.ends)) / len(self.ends)

    @property
    def ends(self) -> tuple[Number, ...]:
        """Its numbers: two of a range, the same twice of an exact number, one of a bound."""
        return tuple(v for v in (self.low, self.high) if v is not None)

    @property
    def bound(self) -> str:
        """`up` where the number may be higher, `down` where it may be lower, else empty."""
        return "up" if self.high is None else "down" if self.low is None else ""

    @property
    def number(self) -> str:
        """The first line of its label: the number, with how often it was given."""
        return f"{self.text} (× {self.count})" if self.count > 1 else self.text

    @property
    def name(self) -> str:
        """The second line: who gives it, cut where that is long."""
        return self.who if len(self.who) <= _NAME else self.who[: _NAME - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Label:
    """Two lines of text: baseline of the first, and whether they end there instead of starting."""

    x: int
    y: int
    ends: bool
