"""What a chart is made from: artboards, points and the places of their labels, in units of about a CSS pixel."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from selon.model import Number

_NAME = 28
Place = tuple[int, int]
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

    `giver` is a key, `who` a name, `text` the number as written, `count` how many mentions the point stands for;
    `href` leads to the first of them.
    """

    day: dt.date
    low: Number | None
    high: Number | None
    planned: bool
    giver: str
    who: str
    text: str
    href: str
    address: str
    count: int = 1

    @property
    def value(self) -> float:
        """Where the point stands: the middle of a range, the bound where there is one only."""
        known = [v for v in (self.low, self.high) if v is not None]
        return float(sum(known)) / len(known)


@dataclass(frozen=True, slots=True)
class Label:
    """Two lines of text: baseline of the first, and whether they end there instead of starting."""

    x: int
    y: int
    ends: bool


def label_text(point: Point) -> str:
    """Return a point's first line: its number, with how often it was given."""
    return f"{point.text} (× {point.count})" if point.count > 1 else point.text


def name_of(point: Point) -> str:
    """Return a point's second line: who gives it, cut where it is long."""
    return point.who if len(point.who) <= _NAME else point.who[: _NAME - 1].rstrip() + "…"
