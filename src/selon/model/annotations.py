"""Annotations: what was found in ONE article. The object that `selon annotate` prints."""

from __future__ import annotations

import msgspec

from selon.model.actors import LocalActor
from selon.model.articles import Dating
from selon.model.dates import DateMention
from selon.model.figures import Figure
from selon.model.statements import Statement
from selon.text import Span


class Title(msgspec.Struct, frozen=True):
    """Where the title stands, and its words."""

    start: int
    end: int
    text: str


class Annotations(msgspec.Struct, frozen=True, kw_only=True):
    """Statements, figures, dates and actors of one article, in order of the text.

    `article` is the article's id, `characters` the length of its text: no span goes beyond it. `text` is the
    article's text when it is not the file as decoded (pages, records), else None.
    """

    path: str | None
    article: str
    language: str
    characters: int
    title: Title | None = None
    published: Dating | None = None
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    actors: tuple[LocalActor, ...] = ()
    furniture: tuple[Span, ...] = ()
    text: str | None = None

    def __post_init__(self) -> None:
        """Hold every span against the text's length. Raises SpanError for one that leaves it."""
        for span in self.spans():
            span.inside(self.characters)

    def spans(self) -> list[Span]:
        """Return every span of the annotations, in no order."""
        found = [*self.furniture, *(d.span for d in self.dates), *(f.span for f in self.figures)]
        for figure in self.figures:
            found.extend(figure.modifiers)
        for actor in self.actors:
            found.extend(actor.mentions)
        for statement in self.statements:
            found.extend(statement.content)
            found.extend(s for s in (statement.source, statement.cue, statement.when_evidence) if s is not None)
        return found

    def to_json(self) -> str:
        """Return the contract JSON, on one line."""
        return msgspec.json.encode(self).decode()
