"""Seats of government, alliances and organisations known by several names."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated
from selon.lexicon.states import Article


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body under its usual name, with its other names. `voice_of` is the state or body for which it speaks."""

    name: str
    article: Article = ""
    voice_of: str = ""
    aliases: tuple[str, ...] = ()


class Seats(Part, frozen=True):
    """seats.toml."""

    bodies: tuple[Body, ...]

    def faults(self) -> Iterator[str]:
        """Yield names that stand twice."""
        yield from repeated([n for b in self.bodies for n in (b.name, *b.aliases)], "bodies")
