"""Matters: what brings statements together by their subjects, before large ones are cut into their claims.

Statements with one subject, such as those of reprints, are compared once. A concept weighs more the fewer statements
have it, and two subjects have to be more alike the more there are, since more of them share a word by chance: both by
steps (1, 2 to 3, 4 to 7 ...), so that one statement more changes next to nothing. A story that has grown is grouped by
comparing what is new with what it may meet (`selon.link.agglomeration`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from selon.link.agglomeration import UNIT, IntVector, Join, joins
from selon.link.subjects import Kind, Subject

ALIKE = 0.185
"""Average cosine at which clusters are still one matter, in a story of few subjects."""

FEW = 8
"""Binary digits of the number of subjects up to which they are few."""

STRICTER = 0.04
"""How much more alike they have to be each time that there are twice as many subjects. In a story of 380 articles, of
40 pairs of statements drawn from one claim a reader found 12 to be about one thing without it, 27 with it."""

STRICTEST = 0.42
"""The average cosine that is always enough."""

ALONE = 1.12
RARE = 1.75
STEP = 0.15
COMMON = 6
FADES = 0.7
"""Factors of a concept that one statement has (it brings no two together), that two or three have, and by how much less
those have that twice as many have; from COMMON times twice as many on, what is left each time."""

KINDS: tuple[Kind, ...] = ("call", "fact", "judge")

Key = tuple[Kind, tuple[tuple[str, float], ...]]
"""A subject's kind, its concepts and weights in order."""


@dataclass(frozen=True, slots=True)
class Matters:
    """The subjects of a story by their kinds, in order, how they are weighed, and which clusters of them are joined."""

    keys: Mapping[Kind, tuple[Key, ...]] = field(default_factory=dict)
    factors: Mapping[str, float] = field(default_factory=dict)
    vectors: Mapping[Key, IntVector] = field(default_factory=dict)
    joins: Mapping[Kind, tuple[Join, ...]] = field(default_factory=dict)
    alike: float = ALIKE

    def homes(self) -> dict[Key, tuple[Kind, int]]:
        """Return the matter of each subject: its kind and number."""
        found: dict[Key, tuple[Kind, int]] = {}
        for kind, keys in self.keys.items():
            home = list(range(len(keys)))
            for join in reversed(self.joins[kind]):  # the last joins are those nearest to the roots
                home[join.gone] = home[join.kept]
            found.update((key, (kind, home[i])) for i, key in enumerate(keys))
        return found


def key_of(subject: Subject) -> Key:
    """Return what subjects that are the same have in common."""
    return subject.kind, tuple(sorted(subject.weights.items()))


def matters(about: Collection[Key], known: Matters | None = None) -> Matters:
    """Return the matters of a story with these subjects. The result is the same with those `known` of part of it."""
    before = known or Matters()
    different = set(about)
    keys: dict[Kind, tuple[Key, ...]] = {}
    for kind in KINDS:
        old = [key for key in before.keys.get(kind, ()) if key in different]
        new = different.difference(before.vectors) if before.vectors else different
        keys[kind] = tuple(sorted([*old, *(key for key in new if key[0] == kind)]))
    factors = {c: _factor(n) for c, n in Counter(c for _, weights in about for c, _ in weights).items()}
    moved = {c for c, factor in factors.items() if before.factors.get(c) != factor}
    vectors: dict[Key, IntVector] = {}
    for key in different:
        same = key in before.vectors and not any(c in moved for c, _ in key[1])
        vectors[key] = before.vectors[key] if same else _vector(key, factors)
    alike = _alike(len(different))
    found = {kind: tuple(_joined(keys[kind], vectors, kind, alike, before)) for kind in KINDS}
    return Matters(keys, factors, vectors, found, alike)


def _alike(subjects: int) -> float:
    """Return the average cosine at which clusters are one matter, in a story of so many different subjects."""
    return min(STRICTEST, ALIKE + STRICTER * max(0, subjects.bit_length() - FEW))


def _factor(holders: int) -> float:
    """Return the factor of a concept that so many statements have."""
    if holders == 1:
        return ALONE
    doublings = holders.bit_length() - 2
    return (RARE - STEP * min(doublings, COMMON - 1)) * FADES ** max(0, doublings - COMMON + 1)


def _vector(key: Key, factors: Mapping[str, float]) -> IntVector:
    weights = [(concept, weight * factors[concept]) for concept, weight in key[1]]
    norm = math.sqrt(math.fsum(w * w for _, w in weights))
    return {concept: round(UNIT * weight / norm) for concept, weight in weights}


def _joined(
    keys: Sequence[Key], vectors: Mapping[Key, IntVector], kind: Kind, alike: float, known: Matters
) -> list[Join]:
    own = [vectors[key] for key in keys]
    before = known.keys.get(kind, ())
    places = {key: i for i, key in enumerate(keys)}
    gone = not all(key in places for key in before)  # it may have held others together
    if not before or gone or alike != known.alike:
        return joins(own, alike)
    now = [places[key] for key in before]
    same = {places[key] for key in before if vectors[key] == known.vectors[key]}
    moved = [Join(join.alike, now[join.kept], now[join.gone]) for join in known.joins[kind]]
    return joins(own, alike, moved, [i for i in range(len(keys)) if i not in same])
