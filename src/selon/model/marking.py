"""Marks of statements: by where their content stands, so that they are found again however the article is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from selon.model.corrections import Mark
from selon.text import Span

_SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


class Stated(Protocol):
    """A statement, as it is read or as a dossier tells it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def content(self) -> tuple[Span, ...]:
        """What is said."""


def mark_of(article: str, content: Sequence[Span]) -> Mark:
    """Return the mark of a statement of an article with this content: `12-40,52-60`."""
    return Mark(article, ",".join(f"{span.start}-{span.end}" for span in content))


def marked(mark: Mark, statements: Iterable[Stated]) -> tuple[str, ...]:
    """Return the ids of the statements that a mark is of, among those of its article.

    They have the marked content; where none has, it is the one that shares most with it, and at least half of what it
    says itself and of what is marked. None where two share as much, and for a mark of something else.
    """
    wanted = [Span(int(low), int(high)) for low, high in _SPAN.findall(mark.name) if int(low) < int(high)]
    known = list(statements)
    same = [s.id for s in known if list(s.content) == wanted]
    if same or not wanted:
        return tuple(same)
    shared = [(_shared(s.content, wanted), s) for s in known]
    most = max((number for number, _ in shared), default=0)
    near = [s for number, s in shared if number == most]
    if most == 0 or len(near) > 1 or 2 * most < max(_length(near[0].content), _length(wanted)):
        return ()
    return (near[0].id,)


def _shared(some: Iterable[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def _length(spans: Iterable[Span]) -> int:
    return sum(len(span) for span in spans)
