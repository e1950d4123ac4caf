"""Pieces: ranges of tokens that are parsed apart, so that memory does not grow with the text.

The model looks a few tokens to each side and the parser never over the start of a sentence. A piece that starts
and ends with a sentence, and is shown the tokens around it, is therefore parsed as it would be in the whole text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

LONGEST_SENTENCE = 400
"""Tokens; twice the longest sentence of a thousand articles (218). What is longer is a list or a page gone wrong."""
PIECE = 200
"""Tokens of a piece, to the end of its last sentence; from 100 to 300 the speed is the same."""
CONTEXT = 4
"""Tokens seen on each side: four convolutions that look one token aside; the parser itself looks two ahead."""


class Piece(NamedTuple):
    """The tokens from `start` to `end`, and from `first` to `last` with their context."""

    start: int
    end: int
    first: int
    last: int

    @property
    def own(self) -> slice:
        """Where the piece's own tokens stand among those with their context."""
        return slice(self.start - self.first, self.end - self.first)


def shortened(starts: Sequence[int], breaks: Sequence[Sequence[int]], count: int) -> list[int]:
    """Return the starts of sentences, with more of them where one has over LONGEST_SENTENCE tokens.

    `starts` are indices of tokens, sorted, 0 the first of them; `count` is the number of tokens. `breaks` are indices
    of tokens behind which a sentence may be cut, best kind first, each kind sorted. A sentence is cut in its second
    half; without any break there, at its full length.
    """
    out: list[int] = []
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        out.append(start)
        while end - out[-1] > LONGEST_SENTENCE:
            out.append(_cut(out[-1], breaks))
    return out


def _cut(start: int, breaks: Sequence[Sequence[int]]) -> int:
    end = start + LONGEST_SENTENCE
    for kind in breaks:
        at = bisect_right(kind, end - 1) - 1
        if at >= 0 and kind[at] >= start + LONGEST_SENTENCE // 2:
            return kind[at] + 1
    return end


def pieces(starts: Sequence[int], count: int) -> list[Piece]:
    """Return pieces of whole sentences that together hold all of `count` tokens, in order."""
    out: list[Piece] = []
    begin = 0
    for end in (*starts[1:], count):
        if end - begin >= PIECE or end == count:
            out.append(Piece(begin, end, max(0, begin - CONTEXT), min(count, end + CONTEXT)))
            begin = end
    return out
