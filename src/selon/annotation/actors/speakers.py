"""Speakers: whose statement each one is, as the fullest name or description found in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from selon.annotation.actors.casting import Casting
from selon.annotation.actors.circles import circle_of
from selon.annotation.actors.features import Candidate
from selon.annotation.actors.ranking import best
from selon.annotation.actors.sought import Sought, sought_by
from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.lexicon.naming import Naming
from selon.model import LocalActor, Statement
from selon.text.naming import name_key

_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*")
_FULL_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*[ \u00a0\u200b]+[A-ZÀ-ÖØ-Þ][\w-]*")
_COMPLEMENT = re.compile(r"\b(?:d[eu]s?|à|aux?|pour|chez|par)\s(?:l[ae]s?\s|l['’])?$|[dl]['’]$")


def find_speakers(draft: Draft) -> None:
    """Fill the speaker of every statement; a speaker whom no mention gives is added to the actors.

    A capital that never speaks is a city and no actor: `la Seine monte à Paris` says nothing of a government.
    """
    reader = Reader(draft)
    order = sorted(range(len(draft.statements)), key=lambda i: (place_of(draft.statements[i]), i))
    speakers = {i: reader.speaker(draft.statements[i]) for i in order}
    draft.statements = [
        msgspec.structs.replace(s, speaker=speakers[i], relay=tuple(reader.voices.named(r) for r in s.relay))
        for i, s in enumerate(draft.statements)
    ]
    heard = {name for s in draft.statements for name in (s.speaker, *s.relay)}
    draft.actors = [a for a in reader.voices.actors if a.name in heard or not _is_capital(a, reader.voices.naming)]


def _is_capital(actor: LocalActor, naming: Naming) -> bool:
    known = naming.find(actor.name) if actor.kind == "body" else None
    return known is not None and known.kind == "capital"


def place_of(statement: Statement) -> int:
    """Return where a statement's source stands, its content if it has none."""
    return statement.source.start if statement.source else statement.content[0].start


class Reader:
    """Goes through the statements in order of the text and remembers who spoke."""

    def __init__(self, draft: Draft) -> None:
        self.text = draft.text
        self.casting = Casting(draft)
        self.voices = self.casting.voices

    def speaker(self, statement: Statement) -> str:
        """Return the speaker's name, empty if nobody can tell."""
        actor = self.speaking(statement)
        if actor is None:
            return ""
        self.casting.spoke(actor, place_of(statement))
        return self.voices.actors[actor].name

    def speaking(self, statement: Statement) -> int | None:
        """Return the actor whose statement it is, None if nobody can tell."""
        opens = self.casting.around.opens_sentence(place_of(statement))
        sought = sought_by(statement, self.text, self.voices.naming, opens=opens)
        if sought.manner == "impersonal" and statement.source is not None:
            circle = circle_of(statement.source, self.voices)
            if circle is not None:
                return circle
        itself = self._described(statement) if sought.manner == "description" else None
        if itself is not None and self._names(statement, itself):
            return self.casting.government(itself)
        if itself is not None and self.casting.bears(itself, sought):
            return itself
        issuer = self.casting.sender(sought)
        if issuer is not None:
            return issuer
        found = self.choose(sought, self.casting.candidates(sought, statement, itself), self.casting.sense(sought))
        return None if found is None or found.traits is None else found.actor

    def choose(self, sought: Sought, candidates: Sequence[Candidate], sense: str) -> Candidate | None:
        """Return the candidate that is meant, None without any. Training overrides it to see what is weighed."""
        return best(sought, candidates, sense)

    def _described(self, statement: Statement) -> int | None:
        """Return the actor that the words of a source describe, a new one if no mention does."""
        if statement.source is None:
            return None
        found = self.voices.of(statement.source)
        return found if found is not None else self.voices.add(statement.source)

    def _names(self, statement: Statement, actor: int) -> bool:
        """Say whether the source holds the name of its actor, so that no one else is sought."""
        words = statement.source.of(self.text) if statement.source else ""
        found = self.voices.actors[actor]
        capitals = {key for word in _CAPITAL.findall(words) for key in name_key(word).split()}
        if capitals & set(name_key(found.name).split()):
            return found.name[0].isupper() or found.kind in {"body", "medium", "state"} or self._ends_in_name(words)
        return False

    def _ends_in_name(self, words: str) -> bool:
        return any(not _COMPLEMENT.search(words[: name.start()]) for name in _FULL_NAME.finditer(words))


STAGE = Stage("speakers", find_speakers, frozenset({"doc", "actors", "statements"}), "speakers")
