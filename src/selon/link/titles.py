"""Titles: the words of an article that stand for it."""

from __future__ import annotations

from collections.abc import Mapping

from selon.model import Annotations, Article, Passage
from selon.text import Span, stripped

LONGEST_TITLE = 200
"""Characters of a first line that stands for a title: scraped text may be one line as a whole."""


def title_of(article: Article, annotations: Mapping[str, Annotations]) -> Passage | None:
    """Return an article's title as a passage, its first line of words when it has none, None when it is empty."""
    found = annotations.get(article.id)
    if article.title is not None:
        return Passage(article.id, (article.title,))
    if found is not None and found.title is not None:
        return Passage(article.id, (Span(found.title.start, found.title.end),))
    start = 0
    for line in article.text.splitlines(keepends=True):
        span = stripped(article.text, start, start + len(line))
        if span is not None and not any(f.overlaps(span) for f in article.furniture):
            return Passage(article.id, (Span(span.start, min(span.end, span.start + LONGEST_TITLE)),))
        start += len(line)
    return None
