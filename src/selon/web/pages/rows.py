"""Statements one a line, as several pages list them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selon.dossier.contract import StatementEntry
from selon.dossier.marks import Shade, shade
from selon.dossier.passages import Cited, Index

_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Row:
    """A statement: its mark, words and place, who says it when, and the pages that tell more."""

    mark: Shade
    days: str
    speaker: str
    actor: str
    words: Cited
    ref: str
    claim: str
    correct: str


def told(index: Index, statements: Iterable[StatementEntry]) -> tuple[Row, ...]:
    """Return statements as rows, in the order given."""
    pages = index.pages
    assert pages is not None, "rows lead to pages"
    return tuple(
        Row(
            mark=shade(s.stance, s.certainty),
            days=index.say.days(index.said(s.id)),
            speaker=index.name(s.actor) if s.actor else s.speaker,
            actor=pages.actor(s.actor) if s.actor else "",
            words=index.cite_statement(s.id, _LONGEST),
            ref=index.ref(s.article, s.content[0].start),
            claim=pages.claim(s.claim) if s.claim else "",
            correct=pages.statement(s.article, s.id),
        )
        for s in statements
    )
