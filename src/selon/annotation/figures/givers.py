"""Who gives each figure: the speaker of the statement that it stands in, else the article itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.model import Statement
from selon.text import Span


class Contents:
    """The contents of an article's statements, found by place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Sort the spans, each with the furthest end of those before it: where to stop looking back."""
        self._statements = statements
        self._spans = sorted((span, i) for i, s in enumerate(statements) for span in s.content)
        self._furthest = list(accumulate((span.end for span, _ in self._spans), max))

    def statement_of(self, figure: Span) -> int | None:
        """Return the index of the statement whose content holds a figure, None when the article gives it itself.

        Where statements stand inside one another, the shortest content is the innermost voice; of two as long,
        the first in the text. A figure that only reaches into a content (`près de « 40 blessés »`) belongs to it
        too, unless another content holds all of it.
        """
        best: dict[int, bool] = {}
        at = bisect_left(self._spans, figure.end, key=lambda item: item[0].start) - 1
        while at >= 0 and self._furthest[at] > figure.start:
            span, index = self._spans[at]
            if span.overlaps(figure):
                best[index] = best.get(index, True) and not span.contains(figure)
            at -= 1
        ranks = ((partial, self._length(index), index) for index, partial in best.items())
        return min(ranks, default=(False, 0, None))[2]

    def _length(self, index: int) -> int:
        return sum(len(span) for span in self._statements[index].content)


def find_givers(draft: Draft) -> None:
    """Fill the speaker of every figure. Its `statement` stays None until statements have ids."""
    contents = Contents(draft.statements)
    for at, figure in enumerate(draft.figures):
        index = contents.statement_of(figure.span)
        if index is not None:
            draft.figures[at] = msgspec.structs.replace(figure, speaker=draft.statements[index].speaker)


STAGE = Stage("givers", find_givers, frozenset({"figures", "statements", "speakers"}), "givers")
