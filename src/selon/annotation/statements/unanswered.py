"""Cues that tell of no answer: somebody neither confirms nor denies, cannot, or won't tell (`n'a pas confirmé`).

Nothing else can be meant by them, and articles have too few of them for a network to learn them from.
"""

from __future__ import annotations

from selon.annotation.grammar import Range
from selon.annotation.statements.cues import Cue
from selon.annotation.statements.reading import Reading, Said
from selon.annotation.statements.wordings import wording_of
from selon.text import Span


def answers_nothing(cue: Cue, source: Range | None, content: tuple[Span, ...], reading: Reading) -> bool:
    """Say whether somebody named neither confirms nor denies, or won't tell, in so many words."""
    if cue.kind != "verb" or cue.passive or source is None:
        return False
    wording = wording_of(Said(cue.head, cue.tokens, source, content), reading)
    turned = wording.cue_stance in {"confirm", "deny"} and wording.is_turned_round
    return turned or (wording.refuses_to_tell and wording.verdict == "uncertain")
