"""Figures behind a statement that still are its speaker's: a quotation goes on, or a report does."""

from __future__ import annotations

import re
from bisect import bisect_left

from selon.annotation.draft import Draft
from selon.lexicon import Counts
from selon.model import Figure, Statement
from selon.text import Span, folded

_REACH = 400
"""How far behind a report, or its last figure, the next one may stand, in characters."""
_SENTENCES = 1
"""Ends of sentences between them, at most."""
_SENTENCE_ENDS = re.compile(r"[.!?…](?=[\s»”\"])")
_CUE_FOLLOWS = re.compile(r"\s?,")
"""Behind a quotation: a cue of its own is to come, even if no statement was found there."""
_WORD = re.compile(r"[^\W\d_]+")


class GoingOn:
    """What the statements of a draft leave open for the figures behind them. Figures are asked for in their order."""

    def __init__(self, draft: Draft) -> None:
        """Sort the statements by their ends."""
        self._text = draft.text
        self._words: Counts = draft.lexicon.counts
        self._folded = folded(draft.text)
        self._quotes = sorted((q.span for q in draft.quotes), key=lambda s: s.start)
        extents = sorted(((_extent(s), at) for at, s in enumerate(draft.statements)), key=lambda e: (e[0].end, e[1]))
        self._ends = [extent.end for extent, _ in extents]
        self._ended = [draft.statements[at] for _, at in extents]
        self._starts = sorted(extent.start for extent, _ in extents)
        self._report: Statement | None = None
        self._measured: set[tuple[str | None, str]] = set()
        self._reached = 0

    def note(self, figure: Figure, statement: Statement) -> None:
        """Remember a figure that stands in a statement: a report's numbers may go on behind it."""
        if statement is not self._report:
            named = (statement.source, statement.cue)
            said = {word for span in named if span for word in _WORD.findall(self._folded[span.start : span.end])}
            self._report, self._measured = (statement if said & set(self._words.reports) else None), set()
        self._measured.add((figure.unit, figure.counted))
        self._reached = max(_extent(statement).end, figure.span.end)

    def statement_before(self, figure: Figure) -> Statement | None:
        """Return the statement that a figure in none goes on with; None when the article gives it itself."""
        return self._quoted_before(figure.span) or self._report_before(figure)

    def _quoted_before(self, figure: Span) -> Statement | None:
        """Return the statement right in front of the quotation that holds a figure: `…, a dit X. « 40 … »`."""
        at = bisect_left(self._quotes, figure.start + 1, key=lambda s: s.start) - 1
        if at < 0 or not self._quotes[at].contains(figure):
            return None
        start, end = self._quotes[at].start, self._quotes[at].end
        if _CUE_FOLLOWS.match(self._text, end):
            return None
        last = bisect_left(self._ends, start + 1) - 1
        if last < 0 or "\n" in (gap := self._text[self._ends[last] : start]) or _WORD.search(gap):
            return None
        return self._ended[last]

    def _report_before(self, figure: Figure) -> Statement | None:
        """Return the report of the sentence before, when it measured the same and nobody else speaks in between."""
        between = self._text[self._reached : figure.span.start]
        if self._report is None or len(between) > _REACH or (figure.unit, figure.counted) not in self._measured:
            return None
        start = bisect_left(self._starts, self._reached)
        spoken = start < len(self._starts) and self._starts[start] < figure.span.end
        if spoken or len(_SENTENCE_ENDS.findall(between)) > _SENTENCES:
            return None
        self._reached = figure.span.end
        return self._report


def _extent(statement: Statement) -> Span:
    spans = [*statement.content, *(s for s in (statement.source, statement.cue) if s)]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
