"""Epochs: words that no text can hold before a certain day (terminus post quem)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated


class Epoch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words, in this very case, and the first day on which news could use them."""

    words: str
    since: dt.date


class Epochs(Part, frozen=True):
    """epochs.toml. Texts later than `horizon` are not expected by this release of the lists."""

    horizon: dt.date
    words: tuple[Epoch, ...]

    def faults(self) -> Iterator[str]:
        """Yield words that stand twice, and those that begin after the horizon."""
        yield from repeated([epoch.words for epoch in self.words], "words")
        yield from (f"words: `{e.words}` begins after the horizon" for e in self.words if e.since > self.horizon)
