"""How far a measure would move on other documents of the same kind: bootstrap intervals.

Documents are drawn anew with replacement, as many as there are, and the measures are taken of each draw. Whole
documents are drawn, for the statements of one article are easy or hard together.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from operator import mul
from random import Random

import msgspec

from selon.evaluate.scores import Scores

RESAMPLES = 1000
"""Enough for the ends of an interval to stand still to about half a point from one seed to another."""

_SEED = 20241028
_OUTSIDE = 0.05
_FEWEST = 2


class Interval(msgspec.Struct, frozen=True, array_like=True):
    """The range that holds a measure in 95 of 100 draws, both ends between 0 and 1."""

    low: float
    high: float


def intervals(documents: Sequence[Scores], resamples: int = RESAMPLES) -> dict[str, Interval]:
    """Return the 95 % interval of every measure from the scores of each document.

    The draws are the same every time; one in which there is nothing to measure is left out. Empty for fewer than
    two documents, or when `resamples` is 0.
    """
    if len(documents) < _FEWEST or not resamples:
        return {}
    draws = _draws(len(documents), resamples)
    return {name: _interval(name, documents, draws) for name in documents[0].measures()}


def _draws(size: int, resamples: int) -> list[list[int]]:
    """Return, for every draw, how often each document is in it."""
    chance = Random(_SEED)  # noqa: S311 a sample, no secret
    draws = []
    for _ in range(resamples):
        times = [0] * size
        for document in chance.choices(range(size), k=size):
            times[document] += 1
        draws.append(times)
    return draws


def _interval(name: str, documents: Sequence[Scores], draws: Sequence[Sequence[int]]) -> Interval:
    measures = [document.measures()[name] for document in documents]
    kind = type(measures[0])
    columns = list(zip(*map(msgspec.structs.astuple, measures), strict=True))
    totals = ([sum(map(mul, times, column)) for column in columns] for times in draws)
    values = sorted(kind(*counts).value for counts in totals if any(counts)) or [0.0]
    last = len(values) - 1
    return Interval(values[floor(last * _OUTSIDE / 2)], values[ceil(last * (1 - _OUTSIDE / 2))])
