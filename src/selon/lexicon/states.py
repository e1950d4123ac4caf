"""States: their names, capitals and adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from selon.lexicon.parts import Part, repeated

Article = Literal["le", "la", "l'", "les", ""]


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state: its usual name, its article, its capital (empty when it has the state's own name), its adjectives.

    `adjectives` are masculine singular, and irregular feminines; the other forms follow by rule. `capitals`
    are other spellings of the capital.
    """

    name: str
    article: Article
    capital: str
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class States(Part, frozen=True):
    """states.toml, sorted by name."""

    states: tuple[State, ...]

    def faults(self) -> Iterator[str]:
        """Yield names and adjectives that stand twice."""
        yield from repeated([n for s in self.states for n in (s.name, *s.aliases)], "states")
        yield from repeated([c for s in self.states for c in (s.capital, *s.capitals) if c], "capitals")
        yield from repeated([a for s in self.states for a in s.adjectives], "adjectives")
