"""Traits: what holds of an actor in the whole article, as far as it helps to tell whether a source means it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selon.annotation.actors.agreement import Agreement, agreement_of
from selon.annotation.actors.sought import states_in, stems_of
from selon.annotation.actors.voices import Voices
from selon.model import ActorKind, LocalActor
from selon.text.naming import name_key

_WORD = re.compile(r"\w[\w-]*")


@dataclass(frozen=True, slots=True)
class Traits:
    """An actor's kind, gender and number; `senses` are the functions it has, `keys` the words of name and roles.

    `formal` is True for a person that nothing but the form of its name makes one.
    """

    kind: ActorKind
    named: bool
    agreement: Agreement
    senses: frozenset[str]
    keys: frozenset[str]
    mentions: int
    roles: bool
    states: frozenset[str] = frozenset()
    formal: bool = False
    stems: frozenset[str] = frozenset()


class Cast:
    """The actors' traits, each read once."""

    def __init__(self, text: str, voices: Voices) -> None:
        self._text = text
        self._voices = voices
        self._naming = voices.naming
        self._known: dict[int, Traits] = {}

    def traits(self, actor: int) -> Traits:
        """Return an actor's traits."""
        if actor not in self._known:
            self._known[actor] = self._read(self._voices.actors[actor])
        return self._known[actor]

    def _read(self, actor: LocalActor) -> Traits:
        words = [w for part in (actor.name, *actor.roles) for w in _WORD.findall(part)]
        senses = {self.sense(noun.lemma) for w in words if (noun := self._naming.nouns.get(w.lower())) is not None}
        named = actor.name[0].isupper()
        agreement = agreement_of(actor, self._text, self._naming)
        same = len({len(m) for m in actor.mentions}) <= 1
        keys = frozenset(key for w in words for key in name_key(w).split())
        return Traits(
            actor.kind,
            named,
            agreement,
            frozenset(senses),
            keys,
            len(actor.mentions),
            bool(actor.roles),
            frozenset(states_in(keys, self._naming)),
            actor.kind == "person" and named and not actor.roles and not agreement.gender and same,
            stems_of(keys),
        )

    def sense(self, lemma: str) -> str:
        """Return one word for all nouns that name the same function."""
        row = self._naming.same.get(name_key(lemma))
        return lemma if row is None else f"same {row}"
