"""Who gives each figure: the speaker of the statement that it stands in, else the article itself."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.model import Statement
from selon.text import Span


def statement_of(figure: Span, statements: Sequence[Statement]) -> int | None:
    """Return the index of the statement whose content holds a figure, None when the article gives it itself.

    Where statements stand inside one another, the shortest content is the innermost voice; of two as long, the
    first in the text. A figure that only reaches into a content (`près de « 40 blessés »`) belongs to it too,
    unless another content holds all of it.
    """
    best: tuple[bool, int, int] | None = None
    for index, statement in enumerate(statements):
        inside = [span for span in statement.content if span.overlaps(figure)]
        if not inside:
            continue
        partial = not any(span.contains(figure) for span in inside)
        rank = (partial, sum(len(span) for span in statement.content), index)
        best = rank if best is None else min(best, rank)
    return best[2] if best else None


def find_givers(draft: Draft) -> None:
    """Fill the speaker of every figure. Its `statement` stays None until statements have ids."""
    for at, figure in enumerate(draft.figures):
        index = statement_of(figure.span, draft.statements)
        if index is not None:
            draft.figures[at] = msgspec.structs.replace(figure, speaker=draft.statements[index].speaker)


STAGE = Stage("givers", find_givers, frozenset({"figures", "statements", "speakers"}), "givers")
