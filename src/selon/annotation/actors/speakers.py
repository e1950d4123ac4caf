"""Speakers: whose statement each one is, as the fullest name or description found in the article."""

from __future__ import annotations

import msgspec

from selon.annotation.actors.pronouns import agreement_of_pronoun, antecedent, is_impersonal, is_latter, is_pronoun
from selon.annotation.actors.scene import Scene
from selon.annotation.actors.taking_up import TakingUp
from selon.annotation.actors.voices import Voices
from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.model import Statement
from selon.text.naming import name_key


def find_speakers(draft: Draft) -> None:
    """Fill the speaker of every statement; a speaker whom no mention gives is added to the actors."""
    reader = _Reader(draft)
    order = sorted(range(len(draft.statements)), key=lambda i: (_place(draft.statements[i]), i))
    speakers = {i: reader.speaker(draft.statements[i]) for i in order}
    for i, following in zip(reversed(order[:-1]), reversed(order[1:]), strict=True):
        if draft.statements[i].source is None and not speakers[i]:
            speakers[i] = speakers[following]
    draft.statements = [
        msgspec.structs.replace(s, speaker=speakers[i], relay=tuple(reader.voices.named(r) for r in s.relay))
        for i, s in enumerate(draft.statements)
    ]
    draft.actors = reader.voices.actors


def _place(statement: Statement) -> int:
    return statement.source.start if statement.source else statement.content[0].start


class _Reader:
    """Goes through the statements in order of the text and remembers who spoke last."""

    def __init__(self, draft: Draft) -> None:
        self.text = draft.text
        self.voices = Voices(draft)
        self.scene = Scene(draft, self.voices)
        self.taking_up = TakingUp(self.scene)
        self.last: int | None = None

    def speaker(self, statement: Statement) -> str:
        """Return the speaker's name, empty if nobody can tell."""
        actor = self._speaking(statement)
        if actor is None:
            return ""
        self.last = actor
        self.scene.spoke(actor, _place(statement))
        return self.voices.actors[actor].name

    def _speaking(self, statement: Statement) -> int | None:
        source = statement.source
        if source is None:
            return self.last
        words = source.of(self.text)
        if not name_key(words):
            return self.last  # marks only: a damaged text
        small = self.voices.naming.small
        if is_impersonal(words, small):
            return self.last
        if is_pronoun(words, small):
            candidates = self.scene.candidates(source.start)
            found = antecedent(agreement_of_pronoun(words, small), candidates, latter=is_latter(words, small))
            return (
                self.taking_up.of(found, self.voices.actors[found].name, source.start)
                if found is not None
                else self.last
            )
        found = self.voices.of(source)
        if found is not None:
            return self.taking_up.of(found, words, source.start)
        return self.voices.add(source)


STAGE = Stage("speakers", find_speakers, frozenset({"doc", "actors", "statements"}), "speakers")
