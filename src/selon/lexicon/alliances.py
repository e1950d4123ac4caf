"""Alliances: bodies that may speak from their members' knowledge."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.parts import Part, repeated


class Alliances(Part, frozen=True):
    """alliances.toml: `names` without their article, as texts write them. Case does not count."""

    names: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield names that stand twice, whatever their case."""
        yield from repeated([name.casefold() for name in self.names], "names")
