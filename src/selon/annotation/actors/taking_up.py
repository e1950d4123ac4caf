"""Taking up: who is meant by a description that no name in the article stands beside (`cette femme`, `le groupe`)."""

from __future__ import annotations

import re

from selon.annotation.actors.agreement import Agreement, agreement_of_words
from selon.annotation.actors.pronouns import antecedent
from selon.annotation.actors.scene import Scene
from selon.lexicon.naming import Noun
from selon.model import LocalActor
from selon.text.naming import name_key

_SHORT = 3  # words in a description that takes up somebody without saying more
_AHEAD = 300  # characters in which the name of an office's bearer follows
_WORD = re.compile(r"\w[\w-]*")


class TakingUp:
    """Leads descriptions to the persons and bodies that the scene holds."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.naming = scene.voices.naming

    def of(self, actor: int, words: str, at: int) -> int:
        """Return who is meant by `words` at `at`, which a mention gives to `actor`; itself if nobody else."""
        key = name_key(words).split()
        if self.scene.last is not None and key[1:2] in (["meme"], ["memes"]):
            return self.scene.last[0]  # `la même source`
        found = self.scene.voices.actors[actor]
        if found.kind in {"body", "medium"} and len(key) <= _SHORT and found.name[0].islower():
            return self._body(actor, words, at)
        demonstrative = key[0] in self.naming.small.demonstrative
        if found.kind != "person" and not (demonstrative and found.kind == "anonymous"):
            return actor
        noun = self._noun(found)
        if noun is None or not found.name[0].islower():
            return actor
        best = self._before(words, at, noun) if len(key) <= _SHORT or demonstrative else None
        best = best if best is not None else self._behind(words, at, noun)
        return best if best is not None else actor

    def _noun(self, actor: LocalActor) -> Noun | None:
        """Return the noun of person in a description."""
        for word in _WORD.findall(actor.name):
            noun = self.naming.nouns.get(word.lower())
            if noun is not None and noun.kind in {"role", "person", "anonymous"}:
                return noun
        return None

    def _before(self, words: str, at: int, noun: Noun) -> int | None:
        agreement = Agreement(agreement_of_words(words, self.naming).gender, "s")
        people = (
            c for c in self.scene.candidates(at) if c.kind == "person" and c.named and self._may_be(c.actor, noun)
        )
        return antecedent(agreement, people)

    def _behind(self, words: str, at: int, noun: Noun) -> int | None:
        """Return the bearer of an office who is named only further on, without any role of his own."""
        if noun.lemma not in self.naming.offices:
            return None
        agreement = Agreement(agreement_of_words(words, self.naming).gender, "s")
        for mention, actor in self.scene.after(at + len(words), _AHEAD):
            person = self.scene.voices.actors[actor]
            first = person.mentions[0] == mention and person.kind == "person" and self.scene.named(actor)
            if first and not person.roles and agreement.fits(self.scene.agreement(actor)):
                return actor if self.scene.subject(mention) else None
        return None

    def _may_be(self, actor: int, noun: Noun) -> bool:
        """Say whether a person can be meant by a noun: one without a known role, or by a noun that is no office."""
        wide = noun.lemma in self.naming.wide or noun.lemma not in self.naming.offices
        return noun.kind != "role" or wide or not self.scene.voices.actors[actor].roles

    def _body(self, actor: int, words: str, at: int) -> int:
        """Return the body named before that a noun alone takes up (`le groupe`), the noun itself if none is."""
        nouns = [w.lower() for w in _WORD.findall(words)]
        definite = nouns[0] in self.naming.small.definite and nouns[0] not in self.naming.small.possessive
        if not definite or not any(n in self.naming.taking_up for n in nouns):
            return actor
        bodies = (c for c in self.scene.candidates(at) if c.actor != actor and c.kind in {"body", "medium", "unknown"})
        best = antecedent(Agreement("", "s"), (c for c in bodies if self._owned(c.actor)))
        return best if best is not None else actor

    def _owned(self, actor: int) -> bool:
        """Say whether a body has a name that is no seat's or state's."""
        name = self.scene.voices.actors[actor].name
        known = self.naming.find(name)
        return any(c.isupper() for c in name) and not (known and known.voice_of)
