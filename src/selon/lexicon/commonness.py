"""Commonness: how many articles of the news a word stands in, whatever they are about."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Stems that stand in at least this share of all articles, and in less than twice of it."""

    share: float
    stems: tuple[str, ...]


class Commonness(Part, frozen=True):
    """commonness.toml. A stem that no band lists stands in less than `lowest` of all articles."""

    lowest: float
    bands: tuple[Band, ...]

    def faults(self) -> Iterator[str]:
        """Yield stems that stand twice, and shares that are none."""
        yield from repeated([stem for band in self.bands for stem in band.stems], "stems")
        yield from (f"bands: {b.share} is no share of all articles" for b in self.bands if not 0 < b.share < 1)
        if not 0 < self.lowest < 1:
            yield f"lowest: {self.lowest} is no share of all articles"
