"""Multinomial logistic regression over features that are there or not, with the squares of its weights held down."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Reals = npt.NDArray[np.float64]
_MEMORY = 10  # steps that the descent remembers
_ENOUGH = 1e-4  # of the decrease that a step promises, it has to keep so much
_SHORTEST = 1e-6


def regression(rows: Sequence[Sequence[int]], classes: Sequence[int], count: int, decay: Reals, rounds: int) -> Reals:
    """Return the weights, a row for each feature, a column for each of so many classes.

    `rows` holds the features of each example, at least one of each; `decay` is how much the squares of each
    feature's weights count against the likelihood.
    """
    at = np.concatenate([np.asarray(row, dtype=np.int64) for row in rows])
    counts = np.array([len(row) for row in rows])
    starts, owner = np.cumsum(counts) - counts, np.repeat(np.arange(len(rows)), counts)
    truth, sizes = np.eye(count)[np.asarray(classes)], (len(decay), count)
    scale = 1 / np.sqrt(decay)[:, None]  # with weights so scaled the descent needs fewer steps

    def loss(flat: Reals) -> tuple[float, Reals]:
        scores = np.add.reduceat((flat.reshape(sizes) * scale)[at], starts)
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        wrong = np.exp(logs) - truth
        gradient = [np.bincount(at, weights=wrong[owner, c], minlength=len(decay)) for c in range(count)]
        value = -(logs * truth).sum() + (flat**2).sum() / 2
        return float(value), (np.stack(gradient, axis=1) * scale).ravel() + flat

    return descend(loss, np.zeros(len(decay) * count), rounds).reshape(sizes) * scale


def descend(loss: Callable[[Reals], tuple[float, Reals]], start: Reals, rounds: int) -> Reals:
    """Return where a convex function is least, after so many steps of L-BFGS (Nocedal and Wright 2006, 7.5)."""
    here, (value, slope) = start, loss(start)
    memory: deque[tuple[Reals, Reals]] = deque(maxlen=_MEMORY)
    for _ in range(rounds):
        direction = -_newton(slope, memory)
        promised, length = float(slope @ direction), 1.0 if memory else 1.0 / float(np.linalg.norm(slope))
        while True:
            there = here + length * direction
            next_value, next_slope = loss(there)
            if next_value <= value + _ENOUGH * length * promised or length < _SHORTEST:
                break
            length /= 2
        step, turn = there - here, next_slope - slope
        if step @ turn <= 0:
            break
        memory.append((step, turn))
        here, value, slope = there, next_value, next_slope
    return here


def _newton(slope: Reals, memory: deque[tuple[Reals, Reals]]) -> Reals:
    """Return the slope divided by what the last steps tell of the curvature."""
    out, shares = slope.copy(), []
    for step, turn in reversed(memory):
        share = (step @ out) / (step @ turn)
        out -= share * turn
        shares.append(share)
    if memory:
        step, turn = memory[-1]
        out *= (step @ turn) / (turn @ turn)
    for (step, turn), share in zip(memory, reversed(shares), strict=True):
        out += step * (share - (turn @ out) / (step @ turn))
    return out
