"""Words that tie figures to one another: sums, comparisons, what became of people, who contradicts whom."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated


class Outcomes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for what became of people: each person of a whole is one of these."""

    dead: tuple[str, ...]
    missing: tuple[str, ...]
    safe: tuple[str, ...]

    def named(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the outcomes by name."""
        return (("dead", self.dead), ("missing", self.missing), ("safe", self.safe))


class Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What persons are counted for: `nouns` count those who do it, `words` of their clause tell it."""

    name: str
    nouns: tuple[str, ...]
    words: tuple[str, ...]


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that count persons: `any` stand for all of them, `some` for some sort."""

    any: tuple[str, ...]
    some: tuple[str, ...]


class Checks(Part, frozen=True):
    """checks.toml. Words are in lower case, with plain spaces and apostrophes; nouns in the singular.

    `outcomes` are nouns that a figure counts, `fates` words in its clause; `deeds` tell what else persons are counted
    for. A `passing` deed is one that a person who does another is counted for too (`manifestants arrêtés`), a
    `placeless` one is counted for the whole event.
    """

    sum_joints: tuple[str, ...]
    accounts: tuple[str, ...]
    matching: tuple[str, ...]
    addition_openers: tuple[str, ...]
    results: tuple[str, ...]
    additions: tuple[str, ...]
    totals: tuple[str, ...]
    excess: tuple[str, ...]
    shortfall: tuple[str, ...]
    limits: tuple[str, ...]
    earlier: tuple[str, ...]
    estimates: tuple[str, ...]
    rises: tuple[str, ...]
    falls: tuple[str, ...]
    higher: tuple[str, ...]
    lower: tuple[str, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    than: tuple[str, ...]
    contrasts: tuple[str, ...]
    upheld: tuple[str, ...]
    of: tuple[str, ...]
    intents: tuple[str, ...]
    tickets: tuple[str, ...]
    objects: tuple[str, ...]
    perfect: tuple[str, ...]
    pointing: tuple[str, ...]
    informations: tuple[str, ...]
    chosen: tuple[str, ...]
    groups: tuple[str, ...]
    outcomes: Outcomes
    fates: Outcomes
    people: People
    deeds: tuple[Deed, ...]
    passing: tuple[str, ...]
    placeless: tuple[str, ...]
    capital: tuple[str, ...]
    everywhere: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield nouns of people and of outcomes that stand twice."""
        yield from repeated([*self.people.any, *self.people.some], "people")
        yield from repeated([word for d in self.deeds for word in (*d.nouns, *d.words)], "deeds")
        yield from repeated([word for _, words in self.outcomes.named() for word in words], "outcomes")
