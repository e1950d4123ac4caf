"""Together: what is wrong with parts of a lexicon that speak of one another, though each by itself is whole."""

from __future__ import annotations

from collections.abc import Iterator

from selon.lexicon.outlets import Outlets
from selon.lexicon.seats import Seats
from selon.lexicon.states import States
from selon.text.naming import name_key


def faults_together(states: States, seats: Seats, outlets: Outlets) -> Iterator[str]:
    """Yield bodies that speak for nobody known, and names of states, capitals, bodies and media that mean two."""
    known = {s.name for s in states.states} | {b.name for b in seats.bodies}
    for body in seats.bodies:
        if body.voice_of and body.voice_of not in known:
            yield f"seats.toml: `{body.name}` speaks for `{body.voice_of}`, expected a state or a body"
    meanings: dict[str, dict[str, None]] = {}
    for name, meaning in _names(states, seats, outlets):
        meanings.setdefault(name_key(name), {})[meaning] = None
    for key, several in meanings.items():
        if len(several) > 1:
            yield f"states.toml, seats.toml, outlets.toml: `{key}` means {' and '.join(several)}, expected one of them"


def _names(states: States, seats: Seats, outlets: Outlets) -> Iterator[tuple[str, str]]:
    for state in states.states:
        for name in (*state.names, *state.seats):
            if not states.leaves(name, state):
                yield name, f"the state {state.name}"
    for body in seats.bodies:
        for name in (body.name, *body.aliases):
            yield name, f"the body {body.name}"
    for outlet in (*outlets.media, *outlets.agencies):
        for name in (outlet.name, *outlet.forms):
            yield name, f"the medium {outlet.name}"
