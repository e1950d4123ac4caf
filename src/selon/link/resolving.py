"""Resolving: the key of every actor of an article, once all the names of the story are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from selon.lexicon.naming import Naming
from selon.link.identity import Key, Local, key_of, without_article
from selon.link.persons import bearer, full_names
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
            if (key := key_of(local, naming))[0] == "named" and " " in key[1]
        }
        self.full = full_names(
            Counter(name for local in persons if _several(name := without_article(local.actor.name)))
        )
        self.shown = frozenset(self.full.values())
        short = {name for p in persons if not _several(name := without_article(p.actor.name))}
        self.bearers = {name: self._bearer(name) for name in short}
        self.acronyms = self._acronyms(everybody)
        self.offices = self._offices(persons)
        self.short = self._short_bodies(everybody)

    def key(self, local: Local) -> Key:
        """Return under which key an actor of an article is the same as others."""
        if local.actor.kind == "person" and local.proper:
            return self._person(local)
        if local.actor.kind == "person":
            return self._office_holder(local) or key_of(local, self.naming)
        found = key_of(local, self.naming)
        if local.actor.name in self.full and found[0] == "named":
            return ("person", name_key(self.full[local.actor.name]))  # one article took a person for a body
        if local.actor.kind == "unknown" and local.proper and found[0] == "named":
            person = self.full.get(local.actor.name) or self._bearer(local.actor.name)
            return ("person", name_key(person)) if person else self.acronyms.get(found, found)
        return self._fullest(self.acronyms.get(found, found))

    def _fullest(self, key: Key) -> Key:
        """Return the key of the longest name that a body's is short for."""
        while key in self.short:
            key = self.short[key]
        return key

    def _person(self, local: Local) -> Key:
        name = without_article(local.actor.name)
        if not local.actor.roles and ("named", name_key(name)) in self.bodies:
            return ("named", name_key(name))  # one article took a body without an article for a person
        if name in self.full:
            return ("person", name_key(self.full[name]))
        found = self.bearers.get(name)
        if found is not None:
            return ("person", name_key(found))
        key = name_key(name)
        # A given name alone is somebody met in the street; the next article's is somebody else.
        return ("person", key, local.article) if key in self.naming.given else ("person", key)

    def _bearer(self, name: str) -> str | None:
        return bearer(name, self.shown)

    def _office_holder(self, local: Local) -> Key | None:
        """Return the only person of the story whose office a description names."""
        office = office_of(local.actor.name, self.naming)
        found = {key for key, offices in self.offices.items() if any(office.fits(o) for o in offices)}
        return next(iter(found)) if len(found) == 1 else None

    def _offices(self, persons: Sequence[Local]) -> dict[Key, set[Office]]:
        offices: dict[Key, set[Office]] = {}
        for local in persons:
            for role in local.actor.roles:
                offices.setdefault(self._person(local), set()).add(office_of(role, self.naming))
        return offices

    def _acronyms(self, everybody: Sequence[Local]) -> dict[Key, Key]:
        """Return the keys of acronyms alone, each with that of the only body it stands for."""
        found: dict[Key, set[Key]] = {}
        for local in everybody:
            if len(local.names) > 1 and local.actor.kind != "person":
                key = key_of(local, self.naming)
                found.setdefault(("named", name_key(local.names[1])), set()).add(key)
        return {short: next(iter(keys)) for short, keys in found.items() if len(keys) == 1}

    def _short_bodies(self, everybody: Sequence[Local]) -> dict[Key, Key]:
        """Return the keys of bodies named by their noun alone, each with that of the body it must be short for.

        That is the one whose description starts with the noun in more articles than any other; several words are short
        for the only longer name that starts with them. To take two names of one body for two would make an origin too
        many, the mistake that costs most.
        """
        articles: dict[str, Counter[Key]] = {}
        for key, _ in sorted({(key_of(local, self.naming), local.article) for local in everybody}):
            first, _, rest = key[1].partition(" ")
            if key[0] in {"body", "named"} and rest:
                articles.setdefault(first, Counter())[key] += 1
        found: dict[Key, Key] = {}
        for noun, counts in articles.items():
            (best, most), *others = counts.most_common()
            if not others or others[0][1] < most:
                found[("body", noun)] = best
        longer = sorted((key for counts in articles.values() for key in counts), key=lambda key: (key[1], key))
        for i, key in enumerate(longer):
            # Sorted, the names that start with this one stand right behind it.
            fuller = [other for other in longer[i + 1 : i + 4] if other[1].startswith(key[1] + " ")]
            if len(fuller) == 1:
                found.setdefault(key, fuller[0])
        return found

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
            if key in members:
                return key
        return ("voice", name)

    def name(self, key: Key, members: Sequence[Local]) -> str:
        """Return the name that an actor is shown under."""
        if key[0] == "known":
            return key[1]
        if key[0] == "person" and members:
            shown = [self.full.get(m.actor.name) for m in members if m.actor.name in self.full]
            if shown and shown[0] is not None:
                return shown[0]
        counts = Counter(m.names[0] if m.proper else m.actor.name for m in members)
        return min(counts, key=lambda n: (-counts[n], -len(n), n), default=key[1])


def _several(name: str) -> bool:
    return " " in name_key(name)
