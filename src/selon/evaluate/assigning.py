"""The best one-to-one assignment (Kuhn 1955, Munkres 1957, in the form of shortest augmenting paths)."""

from __future__ import annotations

import math
from collections.abc import Sequence


def assigned(worth: Sequence[Sequence[float]]) -> list[int]:
    """Return the column of each row of a square table, each column used once, so that the sum is the largest."""
    size = len(worth)
    rows, columns = [0.0] * (size + 1), [0.0] * (size + 1)
    owner = [0] * (size + 1)
    for row in range(1, size + 1):
        owner[0], column = row, 0
        least, way, used = [math.inf] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while owner[column]:
            used[column] = True
            for other in range(1, size + 1):
                if not used[other]:
                    cost = -worth[owner[column] - 1][other - 1] - rows[owner[column]] - columns[other]
                    if cost < least[other]:
                        least[other], way[other] = cost, column
            following = min((c for c in range(1, size + 1) if not used[c]), key=lambda c: least[c])
            step = least[following]
            for other in range(size + 1):
                if used[other]:
                    rows[owner[other]] += step
                    columns[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            owner[column], column = owner[way[column]], way[column]
    result = [0] * size
    for column in range(1, size + 1):
        result[owner[column] - 1] = column - 1
    return result
