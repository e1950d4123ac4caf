"""Issuers: who spoke through each kind of document (`dans un communiqué, le club dit`, then `le communiqué`)."""

from __future__ import annotations

from selon.annotation.actors.mentioned import Around
from selon.annotation.actors.voices import Voices
from selon.lexicon.naming import Noun


class Issuers:
    """Remembers the last speaker in whose sentence each noun of a document stood outside of what is said."""

    def __init__(self, voices: Voices, around: Around) -> None:
        self._voices = voices
        self._around = around
        self._documents: dict[int, set[str]] = {}  # by sentence
        self._last: dict[str, int] = {}
        for mention, actor in voices.mentions:
            if voices.actors[actor].kind == "document" and not around.said(mention.start):
                lemma = voices.head_noun(mention)
                if lemma:
                    self._documents.setdefault(around.sentence(mention.start), set()).add(lemma)

    def spoke(self, actor: int, at: int) -> None:
        """Remember that an actor spoke in the sentence at a place."""
        if self._voices.actors[actor].kind != "document":
            self._last.update(dict.fromkeys(self._documents.get(self._around.sentence(at), ()), actor))

    def of(self, noun: Noun | None) -> int | None:
        """Return who spoke last through a document of this noun, None if nobody is known to have."""
        return self._last.get(noun.lemma) if noun is not None and noun.kind == "document" else None
