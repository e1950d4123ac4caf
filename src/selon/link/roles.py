"""Roles across articles: which description of an office fits which person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selon.lexicon.naming import Naming
from selon.text.naming import name_key

EMPTY = frozenset({"de", "du", "des", "d", "la", "le", "l", "les", "un", "une", "et", "en", "a", "au", "aux"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it is compared: what it is, of which state, and the keys of its other words."""

    what: str
    state: str
    words: frozenset[str]
    past: bool = False

    def fits(self, other: Office) -> bool:
        """Say whether a description of this office may mean a bearer of `other`: of one state, nothing contrary."""
        if self.past or other.past or not self.what or self.what != other.what or self.state != other.state:
            return False
        if self.state and not self.words:
            return not other.words
        return bool(self.words) and self.words == other.words


def office_of(words: str, naming: Naming) -> Office:
    """Return the office that a role's words name; `what` is empty when no noun of the titles is among them."""
    states, kept = split_states(name_key(words).split(), naming)
    state = states[0] if states else ""
    while kept and kept[-1] in EMPTY:
        kept.pop()
    while kept and kept[0] in EMPTY:
        kept.pop(0)
    past = any(w in naming.former for w in kept)
    kept = [w for w in kept if w not in naming.former]
    lookup = " ".join(kept)
    if lookup in naming.same:
        return Office(f"same {naming.same[lookup]}", state, frozenset(), past)
    nouns = {w: naming.noun_keys[w] for w in kept if w in naming.noun_keys}
    if not nouns:
        return Office("", state, frozenset(kept), past)
    head = next(iter(nouns))
    what = nouns[head]
    row = naming.same.get(name_key(what)) if len([w for w in kept if w not in EMPTY]) == 1 else None
    rest = frozenset(w for w in kept if w != head and w not in EMPTY)
    return Office(f"same {row}" if row is not None else what, state, rest, past)


def split_states(parts: Sequence[str], naming: Naming) -> tuple[list[str], list[str]]:
    """Return the states that name keys lead to, by name or adjective, and the other words, each in order."""
    states: list[str] = []
    others: list[str] = []
    i = 0
    while i < len(parts):
        found = next(((n, s) for n in range(4, 0, -1) if (s := _state(parts[i : i + n], naming))), None)
        if found is None:
            others.append(parts[i])
            i += 1
        else:
            states.append(found[1])
            i += found[0]
    return states, others


def _state(parts: Sequence[str], naming: Naming) -> str:
    known = naming.known.get(" ".join(parts))
    if known is not None:
        return known.name if known.kind == "state" else ""
    return naming.nationality.get(parts[0], "") if len(parts) == 1 else ""
