"""Units of measure and of money, and the hours of the day."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One unit: its name and the ways in which it is written.

    `code` is its ISO 4217 code (money) or UCUM code (all else), missing where the words fit several. What is `signed`
    can be below zero in words: `moins trois degrés`.
    """

    name: str
    words: tuple[str, ...]
    code: str | None = None
    signed: bool = False


class Units(Part, frozen=True):
    """units.toml. `clock_openers` before an hour make it a time of day, `lasting` a duration.

    `measures` are nouns (by their dictionary form) that are units all the same: `heure`, `hectare`. `minus` in front
    of a signed unit's number puts it below zero. `general` are nouns that count anything, so that only the words
    around tell what a figure of theirs is about.
    """

    units: tuple[Unit, ...]
    prefixes: tuple[Unit, ...]
    hours: tuple[str, ...]
    hour_name: str
    clock_openers: tuple[str, ...]
    lasting: tuple[str, ...]
    measures: tuple[Unit, ...]
    minus: str
    general: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield spellings that stand for two units."""
        yield from repeated([w for u in self.units for w in u.words], "units")
        yield from repeated([w for u in self.prefixes for w in u.words], "prefixes")
        yield from repeated([w for u in self.measures for w in u.words], "measures")
