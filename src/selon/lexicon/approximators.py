"""Approximators: words beside a number that make it a bound or an estimate."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated
from selon.model import Approx


class ApproxWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that all say the same of the number beside them."""

    words: tuple[str, ...]
    approx: Approx


class Approximators(Part, frozen=True):
    """approximators.toml. `between` may stand between the approximator and the number: `près de ces 30`."""

    before: tuple[ApproxWords, ...]
    after: tuple[ApproxWords, ...]
    between: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield words that stand twice on one side."""
        yield from repeated([w for a in self.before for w in a.words], "before")
        yield from repeated([w for a in self.after for w in a.words], "after")
