"""A chart of one series as plain coordinates: points by day and value, lines, grid and labels."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from selon.dossier.labels import place_labels
from selon.dossier.phrases import Phrases
from selon.dossier.points import ARROW, Board, Join, Label, Place, Point, Reach
from selon.model import Number

_NEAR, _ASIDE = 13, 3  # how far from one another points are clear, and how many steps aside one may stand
_DAY_LETTER = 8.5  # width of a letter of a day's label, with some air
_FAR = 8  # times the middle value: from there on a scale from 0 presses half of the points to the ground
_LEAST = 1e-9
_STEPS = (1, 2, 2.5, 5, 10)
_BELOW, _ABOVE = (0.5, 1, 2, 5), (1, 2, 5, 10, 20)


@dataclass(frozen=True, slots=True)
class Dot:
    """A point with its place, and how far its range or the arrow of its bound reaches (`top`, `bottom`)."""

    point: Point
    x: int
    y: int
    top: int
    bottom: int
    last: bool
    label: Label | None


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the template draws: `rules` (y, words), `days` (x, words), `links` (path, dashed) and the dots."""

    board: Board
    floor: int
    rules: tuple[tuple[int, str], ...]
    days: tuple[tuple[int, str], ...]
    links: tuple[tuple[str, bool], ...]
    dots: tuple[Dot, ...]
    logarithmic: bool


def draw(points: Sequence[Point], board: Board, say: Phrases) -> Chart:
    """Return the chart of at least one point."""
    floor = board.height - board.bottom
    scale = _scale([float(end) for p in points for end in p.ends], board.lines)
    last = max(p.day for p in points)
    heights = [_height(scale.share(p.value), board) for p in points]
    reach = [_reach(p, y, scale, board) for p, y in zip(points, heights, strict=True)]
    places = _places(points, heights, reach, board)
    links = _links(points, places)
    labels = place_labels(points, places, reach, links, board)
    return Chart(
        board=board,
        floor=floor,
        rules=tuple((_height(scale.share(v), board), say.number(_plain(v))) for v in scale.rules),
        days=_ticks(points, board, say),
        links=tuple((f"M{x} {y}L{u} {v}", dashed) for (x, y), (u, v), dashed in links),
        dots=tuple(
            Dot(p, x, y, *ends, last=p.day == last, label=labels.get(i))
            for i, (p, (x, y), ends) in enumerate(zip(points, places, reach, strict=True))
        ),
        logarithmic=scale.logarithmic,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to shares of the height: from `low` to `high`; `rules` are its grid lines."""

    low: float
    high: float
    rules: tuple[float, ...]
    logarithmic: bool

    def share(self, value: float) -> float:
        if self.logarithmic:
            return math.log10(value / self.low) / math.log10(self.high / self.low)
        return (value - self.low) / (self.high - self.low)


def _scale(values: Sequence[float], lines: int) -> _Scale:
    """Return a scale that holds 0, or a logarithmic one where the highest value would press the others to it."""
    lowest, highest = min(values), max(values)
    if lowest > _LEAST and highest > _FAR * sorted(values)[len(values) // 2]:
        return _logarithmic(lowest, highest)
    low, high = min(0.0, lowest), max(0.0, highest)
    rough = max((high - low) / lines, _LEAST)
    step = next(s * _decade(rough) for s in _STEPS if s * _decade(rough) >= rough * 0.999)
    high = max(high, low + step)
    rules = (step * i for i in range(math.ceil(low / step), math.floor(high / step + _LEAST) + 1))
    return _Scale(low, high, tuple(rule for rule in rules if rule != low), logarithmic=False)


def _logarithmic(lowest: float, highest: float) -> _Scale:
    """Return a scale between round numbers, from below `lowest`: no point lies on the ground as if it were 0."""
    low = max(r * _decade(lowest) for r in _BELOW if r * _decade(lowest) < lowest)
    high = min(r * _decade(highest) for r in _ABOVE if r * _decade(highest) >= highest)
    powers = range(math.ceil(math.log10(low)), math.floor(math.log10(high)) + 1)
    return _Scale(low, high, tuple(10.0**p for p in powers), logarithmic=True)


def _decade(value: float) -> float:
    """Return the power of ten at or below a value."""
    return 10.0 ** math.floor(math.log10(value))


def _height(share: float, board: Board) -> int:
    floor = board.height - board.bottom
    return round(floor - share * (floor - board.top))


def _reach(point: Point, y: int, scale: _Scale, board: Board) -> Reach:
    """Return the top and the bottom of what is drawn at a point: a range, or the arrow of a bound."""
    match point.bound:
        case "up":
            return y - ARROW, y
        case "down":
            return y, y + ARROW
    ends = [_height(scale.share(float(end)), board) for end in point.ends]
    return min(ends), max(ends)


def _columns(points: Sequence[Point], board: Board) -> dict[dt.date, int]:
    """Return where each day stands from left to right."""
    first, last = min(p.day for p in points), max(p.day for p in points)
    width, days = board.width - board.left - board.right, (last - first).days
    return {p.day: round(board.left + ((p.day - first).days / days if days else 0.5) * width) for p in points}


def _places(points: Sequence[Point], heights: Sequence[int], reach: Sequence[Reach], board: Board) -> list[Place]:
    """Return where the points stand; one that would hide another moves beside it, as near to its day as it can."""
    columns = _columns(points, board)
    places: list[Place] = []
    for point, y, (top, bottom) in zip(points, heights, reach, strict=True):
        x = columns[point.day]
        beside = (x + _NEAR * step * way for step in range(_ASIDE + 1) for way in (1, -1))
        level = [u for (u, _), (a, b) in zip(places, reach, strict=False) if a - _NEAR < bottom and top < b + _NEAR]
        free = (at for at in beside if 0 < at < board.width and all(abs(at - u) >= _NEAR for u in level))
        places.append((next(free, x), y))
    return places


def _plain(value: float) -> Number:
    return int(value) if value == int(value) else round(value, 3)


def _ticks(points: Sequence[Point], board: Board, say: Phrases) -> tuple[tuple[int, str], ...]:
    """Return the days on which something was said, as many as fit, the last one always."""
    kept: list[tuple[int, str]] = []
    for day, x in sorted(_columns(points, board).items(), reverse=True):
        words = say.day(day)
        if all(abs(x - other) >= max(board.tick, _DAY_LETTER * (len(words) + len(near)) / 2) for other, near in kept):
            kept.append((x, words))
    return tuple(reversed(kept))


def _links(points: Sequence[Point], places: Sequence[Place]) -> tuple[Join, ...]:
    """Return a line (dashed for planned numbers) from each number to the next of the same giver on another day."""
    links = []
    latest: dict[tuple[str, bool], int] = {}
    for i, point in enumerate(points):
        before = latest.get((point.giver, point.planned))
        if before is not None and points[before].day < point.day:
            links.append((places[before], places[i], point.planned))
        latest[(point.giver, point.planned)] = i
    return tuple(links)
