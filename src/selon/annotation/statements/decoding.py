"""From what the network weighs to spans: the likeliest roles of a window's tokens, and the characters they cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from selon.annotation.statements.features import Integers, Reals
from selon.text import Span, stripped

if TYPE_CHECKING:
    from spacy.tokens import Doc

_EDGES = " \t\n\u00a0\u202f\u200b,;:–—-"


def likeliest(scores: Reals, transitions: Reals) -> Integers:
    """Return the likeliest sequence of roles for each window (Viterbi 1967).

    `scores` has a row for each window, an item for each token, a weight for each role; `transitions[i, j]` weighs
    role j behind role i.
    """
    rows, length, roles = scores.shape
    best = scores[:, 0].copy()
    came = np.zeros((rows, length, roles), dtype=np.int64)
    for at in range(1, length):
        ways = best[:, :, None] + transitions[None]
        came[:, at] = ways.argmax(axis=1)
        best = ways.max(axis=1) + scores[:, at]
    out = np.zeros((rows, length), dtype=np.int64)
    out[:, -1] = best.argmax(axis=1)
    for at in range(length - 1, 0, -1):
        out[:, at - 1] = came[np.arange(rows), at, out[:, at]]
    return out


def runs(tokens: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of neighbours among sorted token numbers."""
    start = None
    for token, following in zip(tokens, [*tokens[1:], -1], strict=False):
        start = token if start is None else start
        if following != token + 1:
            yield start, token
            start = None


def span_of_run(doc: Doc, text: str, run: tuple[int, int]) -> Span | None:
    """Return the characters of a run of tokens without the spaces, commas and dashes at its ends, nor a full stop."""
    first, last = doc[run[0]], doc[run[1]]
    span = stripped(text, first.idx, last.idx + len(last), _EDGES)
    if span is not None and text[span.end - 1] == "." and not text[: span.end].endswith(".."):
        span = stripped(text, span.start, span.end - 1, _EDGES)
    return span
