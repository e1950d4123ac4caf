"""The entries that tell what persons corrected of a statement, and how it was read before."""

from __future__ import annotations

from selon.dossier.contract import CorrectionEntry, ReadingEntry
from selon.model import Amended
from selon.text import words_of


def corrections_of(statement: str, amended: Amended | None) -> tuple[CorrectionEntry, ...]:
    """Return the corrections that hold for a statement, the oldest first."""
    made = amended.by.get(statement, ()) if amended else ()
    return tuple(
        CorrectionEntry(
            id=c.id, kind="add" if c.kind == "add" else "change", who=c.who, when=c.when, why=c.why, fields=c.fields
        )
        for c in made
    )


def read_before(statement: str, text: str, amended: Amended | None) -> ReadingEntry | None:
    """Return how a statement of `text` was read before; None for one that nobody changed, or that a person added."""
    made = amended.by.get(statement, ()) if amended else ()
    if amended is None or not made or any(c.kind == "add" for c in made):
        return None
    read = amended.read[statement]
    return ReadingEntry(
        source=read.source,
        cue=read.cue,
        content=read.content,
        text=words_of(read.content, text),
        form=read.form,
        stance=read.stance,
        certainty=read.certainty,
        speaker=read.speaker,
        relay=read.relay,
        when=read.when,
    )
