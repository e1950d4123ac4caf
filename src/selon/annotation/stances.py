"""Stance and certainty: what the wording of cue and content says of the speaker's attitude."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selon.annotation.cues import Cue
from selon.lexicon import Lexicon
from selon.model import Certainty, Stance
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def stance_of(cue: Cue, content: Sequence[Span], doc: Doc, lexicon: Lexicon) -> Stance:
    """Return the stance of a statement, from its cue."""
    return cue.verb.stance if cue.verb else "affirm"


def certainty_of(cue: Cue, content: Sequence[Span], doc: Doc, lexicon: Lexicon) -> Certainty:
    """Return the certainty of a statement."""
    return "certain"
