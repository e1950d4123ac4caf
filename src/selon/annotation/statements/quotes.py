"""The quotations of a text, found by place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.text import Span, quotations


class Quotes:
    """Quotations, marks included, sorted and disjoint."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Keep the spans."""
        self.all = list(spans)
        self._starts = [s.start for s in self.all]

    def at(self, offset: int) -> Span | None:
        """Return the quotation that holds a character."""
        i = bisect_right(self._starts, offset) - 1
        return self.all[i] if i >= 0 and offset < self.all[i].end else None

    def starting_from(self, offset: int) -> Span | None:
        """Return the first quotation that starts at an offset or after it."""
        i = bisect_right(self._starts, offset - 1)
        return self.all[i] if i < len(self.all) else None

    def before(self, offset: int) -> Span | None:
        """Return the last quotation that ends at an offset or before it."""
        i = bisect_right(self._starts, offset) - 1
        while i >= 0 and self.all[i].end > offset:
            i -= 1
        return self.all[i] if i >= 0 else None

    def inside(self, span: Span) -> list[Span]:
        """Return the quotations that overlap a span."""
        i = max(0, bisect_right(self._starts, span.start) - 1)
        out = []
        for quote in self.all[i:]:
            if quote.start >= span.end:
                break
            if quote.overlaps(span):
                out.append(quote)
        return out


def find_quotes(draft: Draft) -> None:
    """Fill `draft.quotes`."""
    draft.quotes = quotations(draft.text)


STAGE = Stage("quotes", find_quotes, frozenset(), "quotes")
