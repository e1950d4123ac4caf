"""Resolving: the key of every actor of an article, once all the names of the story are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from selon.lexicon.naming import Naming
from selon.link.bodies import Bodies
from selon.link.identity import Key, Local, without_article
from selon.link.persons import Bearers, full_names
from selon.link.roles import Office, office_of
from selon.text.naming import name_key


class Resolver:
    """Knows the full names, the acronyms and the offices of a story."""

    def __init__(self, everybody: Sequence[Local], naming: Naming) -> None:
        self.naming = naming
        persons = [local for local in everybody if local.actor.kind == "person" and local.proper]
        self.bodies = {
            key
            for local in everybody
            if local.actor.kind in {"body", "medium"} and local.proper
            if (key := local.key)[0] == "named" and " " in key[1]
        }
        self.full = full_names(
            Counter(name for local in persons if _several(name := without_article(local.actor.name)))
        )
        self._full_names = Bearers(self.full.values())
        short = {name for p in persons if not _several(name := without_article(p.actor.name))}
        self.bearers = {name: self._bearer(name) for name in short}
        self.whole = Bodies(everybody, naming).whole
        self.beside = {(p.article, name_key(p.actor.name)) for p in persons}
        self.offices = self._offices(persons)
        self._holders: dict[str, frozenset[Key]] = {}

    def key(self, local: Local) -> Key:
        """Return under which key an actor of an article is the same as others."""
        if local.actor.kind == "person" and local.proper:
            return self._person(local)
        if local.actor.kind == "person":
            return self._office_holder(local) or local.key
        found = local.key
        if local.actor.name in self.full and found[0] == "named":
            return ("person", name_key(self.full[local.actor.name]))  # one article took a person for a body
        if local.actor.kind == "unknown" and local.proper and found[0] == "named":
            person = self.full.get(local.actor.name) or self._bearer(local.actor.name)
            return ("person", name_key(person)) if person else self.whole(found)
        return self.whole(found)

    def _person(self, local: Local) -> Key:
        name = without_article(local.actor.name)
        if not local.actor.roles and ("named", name_key(name)) in self.bodies:
            return ("named", name_key(name))  # one article took a body without an article for a person
        if name in self.full:
            return ("person", name_key(self.full[name]))
        found = self.bearers.get(name)
        key = name_key(name)
        if found is not None:
            # Whoever the article itself keeps apart from the bearer of the full name is somebody else.
            apart = (local.article, name_key(found)) in self.beside and name_key(found).endswith(f" {key}")
            return ("person", key, local.article) if apart else ("person", name_key(found))
        # A given name alone is somebody met in the street; the next article's is somebody else.
        return ("person", key, local.article) if key in self.naming.given else ("person", key)

    def _bearer(self, name: str) -> str | None:
        return self._full_names.of(name)

    def _office_holder(self, local: Local) -> Key | None:
        """Return the only person of the story whose office a description names.

        Where several hold it, at one time or one after the other, each article means one of them: nobody knows whom.
        """
        name = local.actor.name
        if name not in self._holders:
            office = office_of(name, self.naming)
            near = self.offices.get((office.what, office.state), ())
            self._holders[name] = frozenset(key for key, held in near if office.fits(held))
        found = self._holders[name]
        if len(found) > 1:
            return ("person", name_key(local.actor.name), local.article)
        return next(iter(found), None)

    def _offices(self, persons: Sequence[Local]) -> dict[tuple[str, str], set[tuple[Key, Office]]]:
        """Return who holds an office, by what it is and of which state."""
        known: dict[str, Office] = {}
        offices: dict[tuple[str, str], set[tuple[Key, Office]]] = {}
        for local in persons:
            for role in local.actor.roles:
                office = known.get(role) or known.setdefault(role, office_of(role, self.naming))
                offices.setdefault((office.what, office.state), set()).add((self._person(local), office))
        return offices

    def known(self, name: str) -> Key:
        """Return the key of a name of the lexicon."""
        known = self.naming.find(name)
        assert known is not None, f"`{name}` is no name of the lexicon"
        return ("known", known.name)

    def voice(self, name: str | None, members: Container[Key]) -> Key | None:
        """Return the key of the body, person or state named as the one for whom somebody speaks.

        Among `members` where it is one of them, else a key of its own.
        """
        if not name:
            return None
        if self.naming.find(name) is not None:
            return self.known(name)
        if name in self.full:
            return ("person", name_key(self.full[name]))
        bare = name_key(without_article(name))
        for key in (("named", name_key(name)), ("named", bare), ("body", bare)):
            if self.whole(key) in members:
                return self.whole(key)
        return ("voice", name)

    def name(self, key: Key, members: Sequence[Local]) -> str:
        """Return the name that an actor is shown under."""
        if key[0] == "known":
            return key[1]
        if key[0] == "person" and members:
            shown = [self.full.get(m.actor.name) for m in members if m.actor.name in self.full]
            if shown and shown[0] is not None:
                return shown[0]
        whole = [m for m in members if name_key(m.names[0]) == key[1]]
        counts = Counter(m.names[0] if m.proper else m.actor.name for m in whole or members)
        return min(counts, key=lambda n: (-counts[n], -len(n), n), default=key[1])


def _several(name: str) -> bool:
    return " " in name_key(name)
