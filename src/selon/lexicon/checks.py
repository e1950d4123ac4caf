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


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that count persons: `any` stand for all of them, `some` for some sort."""

    any: tuple[str, ...]
    some: tuple[str, ...]


class Checks(Part, frozen=True):
    """checks.toml. Words are in lower case, with plain spaces and apostrophes; nouns in the singular.

    `outcomes` are nouns that a figure counts, `fates` words in its clause.
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
    objects: tuple[str, ...]
    perfect: tuple[str, ...]
    pointing: tuple[str, ...]
    informations: tuple[str, ...]
    chosen: tuple[str, ...]
    groups: tuple[str, ...]
    outcomes: Outcomes
    fates: Outcomes
    people: People

    def faults(self) -> Iterator[str]:
        """Yield nouns of people and of outcomes that stand twice."""
        yield from repeated([*self.people.any, *self.people.some], "people")
        yield from repeated([word for _, words in self.outcomes.named() for word in words], "outcomes")
