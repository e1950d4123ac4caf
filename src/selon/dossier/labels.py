"""Labels of a chart's points, placed so that none overlaps.

Placed greedily, most telling points first (last, first, highest, lowest), each at the first of a fixed list of
places around its point that leaves the artboard, the points and the earlier labels alone; a label without such
a place is left out, and its number stands in the table. (The usual greedy point-feature labelling: Christensen,
Marks and Shieber, ACM Transactions on Graphics 14(3), 1995.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.dossier.points import Board, Join, Label, Place, Point, Reach

_RADIUS = 7
_SAMPLES, _AIR = 40, 5


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def place_labels(
    points: Sequence[Point], places: Sequence[Place], reach: Sequence[Reach], links: Sequence[Join], board: Board
) -> dict[int, Label]:
    """Return the labels by point. One that crosses a line is taken only where there is no other place."""
    dots = [_Box(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for x, y in places]
    dots += [_Box(x - 6, top, x + 6, bottom) for (x, _), (top, bottom) in zip(places, reach, strict=True)]
    lines = [_Box(x, y, x + 1, y + 1) for link in links for x, y in _along(link)]
    floor = board.height - board.bottom
    taken: list[_Box] = []
    labels: dict[int, Label] = {}
    for i in _by_weight(points):
        width = max(len(points[i].number) * board.number_letter, len(points[i].name) * board.name_letter)
        free = [
            (label, box)
            for label, box in _candidates(*places[i], width, board)
            if box.left >= -_AIR and box.right <= board.width and box.top >= 0 and box.bottom <= floor
            if not any(box.overlaps(b) for b in (*taken, *dots))
        ]
        clear = [(label, box) for label, box in free if not any(box.overlaps(b) for b in lines)]
        if free:
            labels[i], box = (clear or free)[0]
            taken.append(box)
    return labels


def _along(link: Join) -> Iterator[tuple[float, float]]:
    (x, y), (u, v), _ = link
    for i in range(_SAMPLES + 1):
        yield x + (u - x) * i / _SAMPLES, y + (v - y) * i / _SAMPLES


def _by_weight(points: Sequence[Point]) -> list[int]:
    """Return the places of the points, most telling first."""
    values = [p.value for p in points]
    order = [len(points) - 1, 0, values.index(max(values)), values.index(min(values)), *range(len(points))]
    return list(dict.fromkeys(order))


def _candidates(x: int, y: int, width: float, board: Board) -> Iterator[tuple[Label, _Box]]:
    """Yield places for a label of two lines: right, left, above and below the point on either side."""
    line = board.line
    around = (
        (14, 4, False),
        (-14, 4, True),
        (-6, -line - 14, False),
        (6, -line - 14, True),
        (-6, 24, False),
        (6, 24, True),
        (14, -8, False),
        (-14, -8, True),
    )
    for dx, dy, ends in around:
        left = x + dx - (width if ends else 0)
        yield Label(x + dx, y + dy, ends), _Box(left - _AIR, y + dy - 13, left + width + _AIR, y + dy + line + 4)
