"""Titles: the nouns that describe persons, groups, bodies and documents."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated

Forms = tuple[str, ...]


class Civilities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in front of a name, by the gender it tells."""

    masculine: Forms
    feminine: Forms
    neuter: Forms


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Given names by gender."""

    masculine: Forms
    feminine: Forms


class Titles(Part, frozen=True):
    """titles.toml. Nouns are singular; in `roles` and `persons` the first form is masculine, the others feminine.

    `offices` are roles whose bearers speak for a state or body, `mouthpieces` those who always speak for somebody
    else, `local` those bound to a town and not to its state, `former` words for what is over. `collective` nouns are
    groups in the singular, `taking_up` nouns lead alone to a body named before, `nobody` are institutions too vague
    to speak for, `issued` documents that speak for whoever sends them out. `before` are words that stand between a
    determiner and such a noun, `prefixes` those joined to it by a hyphen. `same` holds rows of roles that name one
    function, `wide` nouns that may take up any role, `domains` those whose complement is a field and no body,
    `generic` nouns that say of a body only that it is one, `retinue` those around somebody, `houses` rows of a role and
    the body that its bearer speaks for, `particles` the small words inside names.
    """

    civilities: Civilities
    roles: tuple[Forms, ...]
    persons: tuple[Forms, ...]
    anonymous: Forms
    offices: Forms
    mouthpieces: Forms
    former: Forms
    groups: Forms
    collective: Forms
    taking_up: Forms
    institutions: Forms
    media: Forms
    nobody: Forms
    local: Forms
    documents: Forms
    issued: Forms
    before: Forms
    prefixes: Forms
    same: tuple[Forms, ...]
    wide: Forms
    particles: Forms
    domains: Forms
    generic: Forms
    retinue: Forms
    houses: tuple[tuple[str, str], ...]
    given: Given

    def faults(self) -> Iterator[str]:
        """Yield words that stand twice in one list, and names given to both genders."""
        yield from repeated([row[0] for row in self.roles], "roles")
        yield from repeated([row[0] for row in self.persons], "persons")
        for what in (
            "anonymous",
            "offices",
            "mouthpieces",
            "former",
            "groups",
            "collective",
            "taking_up",
            "institutions",
            "media",
            "nobody",
            "local",
            "documents",
            "issued",
            "before",
            "prefixes",
            "wide",
            "particles",
            "domains",
            "generic",
            "retinue",
        ):
            yield from repeated(getattr(self, what), what)
        yield from repeated([row[0] for row in self.houses], "houses")
        yield from repeated([*self.given.masculine, *self.given.feminine], "given")
