"""Who gives each figure: the speaker of the statement that it stands in, else the article itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from selon.annotation.draft import Draft
from selon.annotation.figures.continuing import GoingOn
from selon.annotation.figures.tallying import Tallying, goes_on_with
from selon.annotation.pipeline import Stage
from selon.model import Figure, Statement
from selon.text import Span


class Contents:
    """The contents of an article's statements, found by place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Sort the spans and build a tree over them: each node holds the furthest end of the spans below it."""
        self._lengths = [sum(len(span) for span in s.content) for s in statements]
        self._spans = sorted((span, i) for i, s in enumerate(statements) for span in s.content)
        leaves = len(self._spans)
        self._furthest = [0] * leaves + [span.end for span, _ in self._spans]
        for node in range(leaves - 1, 0, -1):
            self._furthest[node] = max(self._furthest[2 * node], self._furthest[2 * node + 1])

    def statement_of(self, figure: Span) -> int | None:
        """Return the index of the statement whose content holds a figure, None when the article gives it itself.

        Where statements stand inside one another, the shortest content is the innermost voice; of two as long,
        the first in the text. A figure that only reaches into a content (`près de « 40 blessés »`) belongs to it
        too, unless another content holds all of it.
        """
        best: dict[int, bool] = {}
        for span, statement in self._sharing(figure):
            best[statement] = best.get(statement, True) and not span.contains(figure)
        ranks = ((partial, self._lengths[statement], statement) for statement, partial in best.items())
        return min(ranks, default=(False, 0, None))[2]

    def _sharing(self, figure: Span) -> Iterator[tuple[Span, int]]:
        """Yield the spans that share a character with `figure`: of those that start before its end, those open still.

        Subtrees of spans that have all ended are passed over, so that one content over a whole page costs nothing.
        """
        leaves = len(self._spans)
        low, high = leaves, leaves + bisect_left(self._spans, figure.end, key=lambda item: item[0].start)
        todo = []
        while low < high:
            if low % 2:
                todo.append(low)
                low += 1
            if high % 2:
                high -= 1
                todo.append(high)
            low, high = low // 2, high // 2
        while todo:
            node = todo.pop()
            if self._furthest[node] <= figure.start:
                continue
            if node >= leaves:
                yield self._spans[node - leaves]
            else:
                todo += (2 * node, 2 * node + 1)


def find_givers(draft: Draft) -> None:
    """Fill the speaker of every figure, and how it reached the article. `statement` stays None until there are ids.

    A figure that stands in no statement can still be somebody's: in a quotation that goes on right behind a
    statement, in a sentence that goes on with the numbers of a report (`going_on`), where its clause names who counted
    (`tallying`). Else the article gives it.
    """
    contents = Contents(draft.statements)
    held = [contents.statement_of(figure.span) for figure in draft.figures]
    going_on = GoingOn(draft)
    tallying = Tallying(draft)
    for at, (figure, statement) in enumerate(zip(draft.figures, held, strict=True)):
        goes_on = statement is None
        said = going_on.statement_before(figure) if statement is None else draft.statements[statement]
        if statement is not None:
            going_on.note(figure, draft.statements[statement])
        if said is None:
            draft.figures[at] = _counted(draft, at, tallying)
            continue
        speaker, giver = said.speaker, "continued" if goes_on else "statement"
        if not speaker and said.relay:
            speaker, giver = said.relay[-1], "relay"
        if speaker:
            draft.figures[at] = msgspec.structs.replace(figure, speaker=speaker, giver=giver)


def _counted(draft: Draft, at: int, tallying: Tallying) -> Figure:
    """Return a figure that stands in no statement, with who counted it."""
    figure = draft.figures[at]
    following = draft.figures[at + 1].span.start if at + 1 < len(draft.figures) else len(draft.text)
    speaker = tallying.counter(figure, following)
    if speaker:
        return msgspec.structs.replace(figure, speaker=speaker, giver="counted")
    before = draft.figures[at - 1] if at else None
    if before is not None and before.speaker and tallying.goes_on(figure, before):
        return goes_on_with(figure, before)
    return figure


STAGE = Stage("givers", find_givers, frozenset({"figures", "statements", "speakers", "quotes"}), "givers")
