"""Statements: what an article attributes to somebody else (PolNeAR, FRACAS, BBC Citron)."""

from __future__ import annotations

from typing import Literal

import msgspec

from selon.model.articles import Interval
from selon.text import Span

Form = Literal["direct", "indirect", "mixed"]
Stance = Literal["affirm", "confirm", "deny", "uncertain", "call", "judge"]
Certainty = Literal["certain", "probable", "possible", "conditional"]

WhenBasis = Literal["words", "report", "person"]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of information, claim, opinion, demand or denial and whose it is.

    `source`, `cue` and `content` are spans of the article's text; `source` and `cue` are None where the text
    has none. `speaker` is the fullest name or description found in the article, empty if nobody can tell.
    `relay` names those between the article and the speaker, outermost first. `when` is when it was said;
    `when_basis` tells whether `words` of the article say so (`when_evidence`, which may be those of the statement
    before it), whether it is the time of the `report`, or whether a `person` says so; None for what was said at no
    time that can be told.
    """

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    stance: Stance
    certainty: Certainty = "certain"
    speaker: str = ""
    relay: tuple[str, ...] = ()
    when: Interval | None = None
    when_basis: WhenBasis | None = None
    when_evidence: Span | None = None
