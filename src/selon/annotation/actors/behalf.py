"""Behalf: for whom the bearer of a role speaks, by the words of the title and those in front of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from selon.annotation.actors.descriptions import Description
from selon.annotation.actors.names import Name, text_of
from selon.annotation.actors.references import Role, described, joined, voice_in
from selon.annotation.actors.words import Word
from selon.lexicon.naming import Naming

_SENTENCE = 40  # words looked back over for the owner of a possessive
_FULL_STOP = re.compile(r"[.!?\n]")
_OPENING = frozenset('«“"')
_REPUBLIC = ("de", "la", "République")  # `le procureur de la République à Tours`: whose parquet it is stands behind


class Behalf:
    """Reads titles. Bodies are named by the words that the text has for them."""

    def __init__(
        self, words: list[Word], names: Mapping[int, Name], descriptions: Sequence[Description], naming: Naming
    ) -> None:
        self.words = words
        self.names = names
        self.naming = naming
        self.by_head = {d.head: d for d in descriptions}

    def of(self, title: Description, role: Role) -> str:
        """Return for whom the bearer of a role speaks: nobody once it is over, nobody when it is no office."""
        lemma = title.noun.lemma
        if role.past or lemma not in self.naming.offices:
            return ""
        found = voice_in(self.words, title, self.naming) or self._house(title) or self._institution(title)
        if found:
            return found
        alone = title.last == title.head and lemma in self.naming.mouthpieces
        owned = title.determiner in self.naming.small.possessive
        if alone and owned:
            return self._body_before(title.first) or self._owner(title.first, across=True)
        return self._owner(title.first, across=alone) if alone or owned else ""

    def _house(self, title: Description) -> str:
        """Return the body of a role that always has one: `la préfète du Doubs` speaks for `la préfecture du Doubs`."""
        house = self.naming.houses.get(title.noun.lemma)
        if house is None or title.noun.plural:
            return ""
        behind = self.words[title.head + 1 : title.last + 1]
        if tuple(w.text for w in behind[: len(_REPUBLIC)]) == _REPUBLIC:
            behind = behind[len(_REPUBLIC) :]
        if not behind:
            return house
        return (
            f"{house} de {joined(behind[1:])}" if behind[0].text == "à" and behind[1:] else f"{house} {joined(behind)}"
        )

    def _institution(self, title: Description) -> str:
        """Return the body or person named inside a title that the lexicon does not know."""
        for i in range(title.head + 1, title.last + 1):
            inner = self.by_head.get(i)
            if inner is not None and self._speaks(inner):
                return described(self.words, inner)
            name = self.names.get(i)
            if name is not None and self.words[i - 1].text in self.naming.civilities:
                return text_of(self.words, name)
            if name is not None and name.known is None and self._owns(name, title):
                return text_of(self.words, name)
        return ""

    def _is_person(self, name: Name) -> bool:
        """Say whether the words show that a name is a person's: a civility in front, a given name."""
        word = self.words[name.first]
        civil = name.first > 0 and self.words[name.first - 1].text in self.naming.civilities
        given = word.key.partition(" ")[0] in self.naming.given and not set(word.gap) & _OPENING  # `le bac « Odile »`
        return civil or (name.known is None and given)

    def _speaks(self, body: Description) -> bool:
        noun = body.noun
        return noun.kind == "institution" and not noun.plural and noun.lemma not in self.naming.nobody

    def _owns(self, name: Name, title: Description) -> bool:
        """Say whether a name inside a title is that of a body or person: an acronym, or whoever a spokesman has."""
        text = self.words[name.first].text
        return (text.isupper() and len(text) > 1) or title.noun.lemma in self.naming.mouthpieces

    def _body_before(self, at: int) -> str:
        """Return the body that the sentence before the one of a possessive opens with."""
        starts = [i for i in range(at, max(-1, at - _SENTENCE), -1) if i == 0 or _FULL_STOP.search(self.words[i].gap)]
        if len(starts) < 2:  # noqa: PLR2004 the sentence itself and the one before
            return ""
        opening = next((i for i in range(starts[1], starts[0]) if i in self.by_head or i in self.names), -1)
        body = self.by_head.get(opening)
        return described(self.words, body) if body is not None and self._speaks(body) else ""

    def _owner(self, at: int, *, across: bool) -> str:
        """Return who is named last before a possessive (`l'Otan et son porte-parole`).

        `across` looks for it in the sentences before, too.
        """
        for i in range(at - 1, max(-1, at - _SENTENCE), -1):
            name = self.names.get(i)
            if name is not None and name.known is None and not across:
                return text_of(self.words, name)  # `le ministre Jean Perrin et son conseiller`
            known = name.known if name is not None else None
            if known is not None and (known.kind == "body" or (known.kind == "state" and not across)):
                return known.name
            if not across and self.words[i].first and "." in self.words[i].gap:
                break
        return ""

    def person_of(self, body: Description) -> str:
        """Return the person whose body it is: named in it (`le cabinet de M. Perrin`) or in front (`ses services`)."""
        if body.noun.lemma in self.naming.retinue and body.determiner in self.naming.small.possessive:
            for i in range(body.first - 1, max(-1, body.first - _SENTENCE), -1):
                if i in self.names and self._is_person(self.names[i]):
                    return text_of(self.words, self.names[i])
                if self.words[i].first and _FULL_STOP.search(self.words[i].gap):
                    break
        for i in range(body.head + 1, body.last + 1):
            if i in self.names and self.words[i - 1].text in self.naming.civilities:
                return text_of(self.words, self.names[i])
        return ""
