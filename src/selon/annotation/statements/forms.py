"""The form of a statement: direct, indirect or mixed."""

from __future__ import annotations

from collections.abc import Sequence

from selon.annotation.statements.quotes import Quotes
from selon.model import Form
from selon.text import Span


def form_of(text: str, content: Sequence[Span], quotes: Quotes) -> Form:
    """Return `direct` when all words of the content stand inside quotation marks, `indirect` when none does."""
    inside = outside = False
    for span in content:
        at = span.start
        for quote in quotes.inside(span):
            inside = True
            outside = outside or _has_words(text[at : max(at, quote.start)])
            at = max(at, quote.end)
        outside = outside or _has_words(text[at : span.end])
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _has_words(words: str) -> bool:
    return any(c.isalnum() for c in words)
