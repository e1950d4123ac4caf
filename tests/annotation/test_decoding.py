"""The likeliest sequence of roles, runs of tokens, and the characters that they cover."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selon.annotation.statements.decoding import likeliest, runs

WEIGHTS = st.floats(-3, 3, width=32)


@given(arrays(np.float32, (2, 4, 3), elements=WEIGHTS), arrays(np.float32, (3, 3), elements=WEIGHTS))
def test_no_other_sequence_weighs_more(scores: np.ndarray, transitions: np.ndarray) -> None:
    def weight(row: int, roles: tuple[int, ...]) -> float:
        own = sum(float(scores[row, at, role]) for at, role in enumerate(roles))
        return own + sum(float(transitions[a, b]) for a, b in pairwise(roles))

    found = likeliest(scores, transitions)
    for row in range(2):
        best = max(weight(row, roles) for roles in product(range(3), repeat=4))
        assert weight(row, tuple(found[row].tolist())) == pytest.approx(best, abs=1e-4)


@given(st.sets(st.integers(0, 60)))
def test_runs_hold_each_token_once_and_never_touch(tokens: set[int]) -> None:
    found = list(runs(sorted(tokens)))
    assert [t for first, last in found for t in range(first, last + 1)] == sorted(tokens)
    assert all(b[0] - a[1] > 1 for a, b in pairwise(found))
