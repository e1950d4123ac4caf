"""States: their names, capitals and adjectives.

states.toml is made by `make lexicon` from CLDR, GeoNames and what is kept by hand in gazetteer/.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from selon.lexicon.parts import Part, repeated
from selon.text.naming import name_key

Article = Literal["le", "la", "l'", "les", ""]


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state: its ISO 3166 code, usual and official name, article, capital, adjectives in all their forms.

    `aliases` are other names, `capitals` other spellings of the capital and other seats of the government. A `silent`
    capital means something else more often than the government, and so does not stand for it alone.
    """

    code: str
    name: str
    official: str
    article: Article
    capital: str
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    silent: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All of its names, the usual one first."""
        return tuple(dict.fromkeys((self.name, *self.aliases, self.official)))

    @property
    def seats(self) -> tuple[str, ...]:
        """The names of its capital that stand for it."""
        return () if self.silent else (self.capital, *self.capitals)


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which state words mean that are names or adjectives of several, and why."""

    words: tuple[str, ...]
    state: str
    why: str


class States(Part, frozen=True):
    """states.toml, sorted by name. `choices` are made for the words of several states."""

    states: tuple[State, ...]
    choices: tuple[Choice, ...] = ()

    def faults(self) -> Iterator[str]:
        """Yield states that are not whole, words of several states without a choice, choices without such a word."""
        yield from repeated([s.code for s in self.states], "codes")
        for state in self.states:
            for field in ("name", "official", "capital", "adjectives"):
                if not getattr(state, field):
                    yield f"states: `{state.code}` has no {field}"
            yield from repeated([*state.seats, *state.adjectives], state.code)
        several = {word: states for word, states in self.meanings().items() if len(states) > 1}
        chosen = {name_key(word): choice.state for choice in self.choices for word in choice.words}
        for word, states in several.items():
            if chosen.get(word) not in states:
                yield f"states: `{word}` is a word of {' and '.join(states)}, expected one of them among `choices`"
        for word in sorted(chosen.keys() - several.keys()):
            yield f"choices: `{word}` is no word of several states"

    def meanings(self) -> dict[str, tuple[str, ...]]:
        """Return the names of the states that each word leads to, by name key."""
        found: dict[str, dict[str, None]] = {}
        for state in self.states:
            for word in (*state.names, *state.seats, *state.adjectives):
                found.setdefault(name_key(word), {})[state.name] = None
        return {word: tuple(states) for word, states in found.items()}

    def leaves(self, word: str, state: State) -> bool:
        """Say whether a word of this state is left to another one by a choice."""
        return any(c.state != state.name and word in c.words for c in self.choices)
