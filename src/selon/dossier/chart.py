"""A chart of one series as plain coordinates: points by day and value, lines, grid and labels."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from selon.dossier.labels import place_labels
from selon.dossier.phrases import Phrases
from selon.dossier.points import Board, Join, Label, Place, Point
from selon.model import Number

_NEAR = 13
_DAY_LETTER = 8.5  # width of a letter of a day's label, with some air
_FAR = 20  # times the middle value: from there on a scale from 0 shows nothing of the others
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Dot:
    """A point with its place. `bound` says that the number may be higher (`up`) or lower (`down`)."""

    point: Point
    x: int
    y: int
    bound: str
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
    scale = _scale([p.value for p in points], board.lines)
    last = max(p.day for p in points)
    places = _places(points, scale, board)
    links = _links(points, places)
    labels = place_labels(points, places, links, board)
    return Chart(
        board=board,
        floor=floor,
        rules=tuple((_height(scale.share(v), board), say.number(_plain(v))) for v in scale.rules),
        days=_ticks(points, places, board, say),
        links=tuple((f"M{x} {y}L{u} {v}", dashed) for (x, y), (u, v), dashed in links),
        dots=tuple(
            Dot(p, x, y, "up" if p.high is None else "down" if p.low is None else "", p.day == last, labels.get(i))
            for i, (p, (x, y)) in enumerate(zip(points, places, strict=True))
        ),
        logarithmic=scale.logarithmic,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to shares of the height: from `low` (0 unless logarithmic) to `high`; `rules` are its grid lines."""

    low: float
    high: float
    rules: tuple[float, ...]
    logarithmic: bool

    def share(self, value: float) -> float:
        if self.logarithmic:
            return math.log10(max(value, self.low) / self.low) / math.log10(self.high / self.low)
        return value / self.high


def _scale(values: Sequence[float], lines: int) -> _Scale:
    """Return a scale from 0, or a logarithmic one where the highest value would press the others to the ground."""
    highest = max(values)
    if highest <= 0:
        return _Scale(0.0, 1.0, (1.0,), logarithmic=False)
    middle = sorted(values)[len(values) // 2]
    if min(values) > 0 and highest > _FAR * middle:
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(highest))
        return _Scale(10.0**low, 10.0**high, tuple(10.0**p for p in range(low + 1, high + 1)), logarithmic=True)
    rough = highest / lines
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(s * power for s in _STEPS if s * power >= rough * 0.999)
    count = int(highest / step + 1e-9)
    return _Scale(0.0, max(highest, step), tuple(step * i for i in range(1, max(count, 1) + 1)), logarithmic=False)


def _height(share: float, board: Board) -> int:
    floor = board.height - board.bottom
    return round(floor - share * (floor - board.top))


def _places(points: Sequence[Point], scale: _Scale, board: Board) -> list[Place]:
    """Return where the points stand; one that would hide another moves to the right of it."""
    first, last = min(p.day for p in points), max(p.day for p in points)
    days = (last - first).days
    places: list[Place] = []
    for point in points:
        share = (point.day - first).days / days if days else 0.5
        x = round(board.left + share * (board.width - board.left - board.right))
        y = _height(scale.share(point.value), board)
        while any(abs(x - u) < _NEAR and abs(y - v) < _NEAR for u, v in places):
            x += _NEAR
        places.append((x, y))
    return places


def _plain(value: float) -> Number:
    return int(value) if value == int(value) else round(value, 3)


def _ticks(points: Sequence[Point], places: Sequence[Place], board: Board, say: Phrases) -> tuple[tuple[int, str], ...]:
    """Return the days on which something was said, as many as fit, the last one always."""
    by_day: dict[dt.date, int] = {}
    for point, (x, _) in zip(points, places, strict=True):
        by_day.setdefault(point.day, x)
    kept: list[tuple[int, str]] = []
    for day, x in sorted(by_day.items(), reverse=True):
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
