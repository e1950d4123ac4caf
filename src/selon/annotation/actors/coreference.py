"""Coreference of names and roles inside one article: which references stand for one actor.

Full names come first, wherever they stand, so that a surname or a role finds its bearer; then every other
reference goes, in order of the text, to the nearest compatible actor before it, or to the only one behind it.
"""

from __future__ import annotations

from selon.annotation.actors.entities import Entity
from selon.annotation.actors.references import Reference
from selon.annotation.actors.sought import stems_of
from selon.lexicon.naming import Naming
from selon.text.naming import name_key

_NEWEST = 200  # actors among whom a description is looked for
_AGENCY = "agence"
_SHORT = 3  # letters of a small word
_LOOKED_AT = 12  # candidates for one reference: more bearers of one word are a list of names


def gathered(references: list[Reference], naming: Naming) -> list[Entity]:
    """Return the actors of an article in order of their first references."""
    book = _Book(naming)
    later = [r for r in references if not book.full(r)]
    for reference in later:
        book.place(reference)
    for entity in book.entities:
        entity.voice = book.full_name(entity.voice)
    found = [e for e in book.entities if not e.hidden and not book.place_name(e)]
    return sorted(found, key=lambda e: (e.starts[0], e.name))


class _Book:
    """The actors found so far, by their keys, the words of their names, and their roles."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.entities: list[Entity] = []
        self.by_key: dict[str, Entity] = {}
        self.by_word: dict[str, list[Entity]] = {}
        self.bearers: list[Entity] = []
        self.bodies: dict[str, list[Entity]] | None = None  # by their first noun, once all are found

    def full(self, reference: Reference) -> bool:
        """Enter a reference that stands by itself: a known name, a full name, a body with its acronym."""
        if reference.form == "known":
            known = self.naming.find(reference.name)
            key = f"known {known.name} {known.kind}" if known else reference.key
            self._enter(key, reference)
            return True
        first, _, rest = reference.key.partition(" ")
        several = " " in rest if first in self.naming.particles else bool(rest)  # `Le Pen` is a surname
        if reference.form == "name" and several and reference.kind == "person":
            self._enter(reference.key, reference)
            return True
        if reference.alias:
            entity = self._enter(reference.key, reference)
            entity.alias = entity.alias or reference.alias
            self.by_key.setdefault(name_key(reference.alias), entity)
            return True
        return False

    def full_name(self, voice: str) -> str:
        """Return the fullest name of the person or body that a voice names."""
        if not voice or self.naming.find(voice) is not None:
            return voice
        key = name_key(voice)
        first, _, rest = key.partition(" ")
        bare = rest if rest and first in self.naming.small.definite else key
        found = (
            self.by_key.get(key) or self.by_key.get(bare) or self._short_body(bare) or self._named_in_full(voice, bare)
        )
        if found is None and " " not in key:
            bearers = self.by_word.get(key, [])
            found = bearers[-1] if len(bearers) == 1 else None
        return found.name if found is not None else voice

    def _short_body(self, noun: str) -> Entity | None:
        """Return the only body whose description starts with a noun that stands alone (`la préfecture`)."""
        if self.bodies is None:
            self.bodies = {}
            for entity in self.entities:
                if entity.kind == "body":
                    self.bodies.setdefault(_plain_start(entity.key), []).append(entity)
        found = self.bodies.get(noun, [])
        return found[0] if len(found) == 1 else None

    def _named_in_full(self, voice: str, key: str) -> Entity | None:
        """Return the body named in short that a voice names in full, with its full name from now on."""
        noun, _, rest = key.partition(" ")
        entity = self.by_key.get(noun)
        if not rest or entity is None or entity.kind != "body" or entity.key != entity.first_key:
            return None
        self.by_key[key] = entity
        entity.name, entity.key = voice, key
        return entity

    def place_name(self, entity: Entity) -> bool:
        """Say whether a run of capitals taken for a person or a body is a place: nothing but its form made it one."""
        if entity.roles or entity.gender or entity.voice or entity.alias or not entity.places:
            return False
        if entity.kind == "person":
            return entity.places * 2 >= len(entity.starts)
        lone = entity.kind in {"body", "unknown"} and entity.name[0].isupper() and not entity.name.isupper()
        return lone and not entity.known and entity.places == len(entity.starts)

    def _enter(self, key: str, reference: Reference) -> Entity:
        entity = self.by_key.get(key)
        if entity is None:
            entity = Entity(reference.kind, reference.name or reference.words, reference.key)
            self.by_key[key] = entity
            self.entities.append(entity)
            if reference.kind == "person" and reference.name:
                self._index(entity)
        entity.take(reference)
        return entity

    def _index(self, entity: Entity) -> None:
        for word in entity.key.split():
            self.by_word.setdefault(word, []).append(entity)
        self.bearers.append(entity)

    def place(self, reference: Reference) -> None:
        """Give a reference to the actor that it takes up, or make it a new one."""
        entity = self._surname(reference) if reference.form == "name" else self._bearer(reference)
        if entity is not None:
            entity.take(reference)
            return
        key = reference.key if reference.form == "name" else self._plain(reference)
        entity = self._enter(key, reference)
        if reference.form == "name" and reference.kind == "unknown":
            entity.hidden = entity.kind == "unknown"

    def _plain(self, reference: Reference) -> str:
        """Return the key of a description without its determiner; strangers keep it, each wording being one."""
        if reference.kind == "anonymous":
            return f"anonymous {reference.key}"
        first, _, rest = reference.key.partition(" ")
        introduced = first in self.naming.small.indefinite and rest.partition(" ")[0] in self.naming.taking_up
        definite = first in self.naming.small.definite and first not in self.naming.small.possessive
        return rest if rest and (definite or introduced) else reference.key

    def _surname(self, reference: Reference) -> Entity | None:
        """Return the person whose name holds the words: the nearest before, by surname rather than given name."""
        words = reference.key.split()
        found = self.by_word.get(words[-1], [])[-_LOOKED_AT:]
        if reference.kind not in {"person", "unknown"}:
            found = []
        fitting = [e for e in found if set(words) <= set(e.key.split()) and _agree(e, reference)]
        return min(
            fitting, key=lambda e: (words[-1] != e.key.split()[-1], e.distance(reference.span.start)), default=None
        )

    def _bearer(self, reference: Reference) -> Entity | None:
        """Return who bears the role that a definite description names, or the body that it takes up."""
        if reference.kind == "person" and reference.roles and reference.definite:
            role = reference.roles[0]
            at = reference.span.start
            found = [e for e in self.bearers[-200:] if _agree(e, reference) and any(role.fits(r) for r in e.roles)]
            before = [e for e in found if not e.distance(at)[0]]
            told = bool(role.domain or role.place) and not role.wide
            return min(before or (found if told else []), key=lambda e: (e.distance(at), e.key), default=None)
        if reference.kind == "body" and reference.definite:
            return self._same_body(reference) or self._shorter_body(reference) or self._described_body(reference)
        if reference.kind == "medium" and reference.definite:
            return self._named_medium(reference)
        if reference.kind == "group" and reference.definite and reference.body:
            return self._described_body(reference)
        return None

    def _named_medium(self, reference: Reference) -> Entity | None:
        """Return the only medium with a name before that a noun alone takes up (`le journal`); an agency is none."""
        noun = self._plain(reference)
        if " " in noun or noun == _AGENCY:
            return None
        media = [e for e in self.entities[-_NEWEST:] if e.kind == "medium" and e.name[0].isupper()]
        known = ((e, self.naming.find(e.name)) for e in media if not e.distance(reference.span.start)[0])
        found = [e for e, name in known if name is None or name.name not in self.naming.agencies]
        return found[0] if len(found) == 1 else None

    def _described_body(self, reference: Reference) -> Entity | None:
        """Return the only body with a name that a description says again, in part: nothing in it is not in the name.

        `l'agence de renseignement`, `les renseignements nationaux`: `le Service national de renseignement`. An
        adjective of nationality has to be that of the state for which the body speaks.
        """
        first, _, rest = reference.key.partition(" ")
        small = self.naming.small
        if first in small.possessive or first in small.indefinite or self._plain(reference) in self.by_key:
            return None
        keys = [k for k in rest.split() if len(k) > _SHORT and k not in self.naming.generic]
        states = {state for key in keys if (state := self.naming.nationality.get(key))}
        stems = stems_of(key for key in keys if key not in self.naming.nationality)
        if not stems:
            return None
        found = [
            e
            for e in self.entities[-_NEWEST:]
            if stems <= e.stems and (not states or self.naming.state_of(e.voice) in states)
        ]
        return found[0] if len(found) == 1 else None

    def _same_body(self, reference: Reference) -> Entity | None:
        """Return the nearest body before whose longer description starts with the same words (`le ministère`)."""
        key = self._plain(reference)
        if " " in key or key in self.by_key:
            return None
        at = reference.span.start
        found = [
            e for e in self.entities[-200:] if e.kind == "body" and (_plain_start(e.key) == key or self._organ(e, key))
        ]
        before = [e for e in found if not e.distance(at)[0]]
        # A title names in short what the text names in full: one body behind, and no other, is meant too.
        return min(before or (found if len(found) == 1 else []), key=lambda e: (e.distance(at), e.key), default=None)

    def _organ(self, entity: Entity, key: str) -> bool:
        """Say whether a seat of government is also called by a noun (`l'Élysée`: `la présidence`)."""
        known = self.naming.find(entity.name)
        return known is not None and key in self.naming.organs.get(known.name, ())

    def _shorter_body(self, reference: Reference) -> Entity | None:
        """Return the body that was only named in short before (`la préfecture`), and give it its full name."""
        key = self._plain(reference)
        first, _, rest = key.partition(" ")
        entity = self.by_key.get(first)
        if not rest or key in self.by_key or entity is None or entity.kind != "body" or entity.key != entity.first_key:
            return None
        self.by_key[key] = entity
        entity.name, entity.key = reference.words, reference.key
        return entity


def _plain_start(key: str) -> str:
    words = key.split()
    return words[1] if len(words) > 1 and words[0] in {"le", "la", "l", "les", "un", "une"} else words[0]


def _agree(entity: Entity, reference: Reference) -> bool:
    return not (entity.gender and reference.gender and entity.gender != reference.gender)
