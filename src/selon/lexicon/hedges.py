"""Hedges and attitudes: wording inside a content that tells how sure the speaker is, and of what kind the speech is."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.parts import Part, repeated
from selon.model import Certainty, Stance


class Hedges(Part, frozen=True):
    """hedges.toml.

    `certainty` gives wordings for `probable` and `possible`. `attitudes` gives, for a stance, wordings that make
    a neutrally reported content one of that stance, tried in the order of the file. `negators` with `negations`
    (`ne … pas`)
    and `refusals` turn a verb of confirming or denying round: `ne confirme pas`, `refuse de confirmer`.
    """

    certainty: dict[Certainty, tuple[str, ...]]
    attitudes: dict[Stance, tuple[str, ...]]
    negators: tuple[str, ...]
    negations: tuple[str, ...]
    refusals: tuple[str, ...]

    def faults(self) -> Iterator[str]:
        """Yield wordings that stand under two heads."""
        yield from repeated([w for words in self.certainty.values() for w in words], "certainty")
        yield from repeated([w for words in self.attitudes.values() for w in words], "attitudes")
