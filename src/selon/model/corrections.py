"""Corrections: what a person says against what was read or linked, kept with who said it, when and why."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from selon.model.articles import Interval
from selon.model.statements import Certainty, Form, Stance
from selon.text import Span

CorrectionKind = Literal["merge", "split", "change", "reject", "add"]
Correctable = Literal["actors", "stories", "statements", "copies", "claims"]
"""Of what persons have made corrections."""

ReadingField = Literal["source", "cue", "content", "form", "stance", "certainty", "speaker", "relay", "when"]


class Mark(msgspec.Struct, frozen=True, order=True):
    """An actor of one article: the article's id and the name that the article gives the actor.

    In a correction of stories or of copies, the article itself: the name is empty. In one of claims a statement of the
    article: the name is where its content stands (`selon.model.marking`).
    """

    article: str
    name: str


class Words(msgspec.Struct, frozen=True):
    """A passage of an article with the exact words that stand there (W3C TextQuoteSelector)."""

    span: Span
    text: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as somebody reads it, Selon or a person, with its exact words."""

    source: Words | None
    cue: Words | None
    content: tuple[Words, ...]
    form: Form
    stance: Stance
    certainty: Certainty = "certain"
    speaker: str = ""
    relay: tuple[str, ...] = ()
    when: Interval | None = None


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """That actors, stories or claims are one (`merge`) or that some are another (`split`); or how a statement is read.

    The marks of a merge hold actors of both sides, those of the side whose name is kept first; every actor that is
    one with a marked one follows. Those of a split are taken out of their actor, and no others. Marks count in
    articles, not in what was linked then, so that a correction holds however the articles are read again.

    Those of claims mark statements: of a merge all that the claims then held, of a split those that are about something
    else.

    Of copies: that one article is a copy of another (`add`, of the kind that is the first name) or is none (`reject`).
    The copy is marked first.

    Of statements: `article` is the article's id and `statement` the statement's when it was corrected. `read` is the
    reading that is corrected, by which the statement is found again (None for one that a person adds), `before` what
    the ledger showed then, earlier corrections included, and `after` what the person reads (None: it is none at all).
    Only `fields` of it hold, so that the others follow a better reading.
    """

    id: str
    kind: CorrectionKind
    marks: tuple[Mark, ...] = ()
    names: tuple[str, ...] = ()
    who: str
    when: dt.datetime
    of: Correctable = "actors"
    why: str = ""
    article: str = ""
    statement: str = ""
    read: Reading | None = None
    before: Reading | None = None
    after: Reading | None = None
    fields: tuple[ReadingField, ...] = ()


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A correction in the history of a ledger.

    `idle` says why it no longer applies, empty while it does. One that was taken back says by whom and when.
    """

    correction: Correction
    idle: str = ""
    undone_by: str | None = None
    undone: dt.datetime | None = None
