"""Matters: what brings statements together by their subjects, before large ones are cut into their claims.

Statements with one subject, such as those of reprints, are compared once. A concept weighs more the fewer statements
have it, by steps (1, 2 to 3, 4 to 7 ...), so that one statement more changes the weights of few others: a story that
has grown is grouped by comparing what is new with what it may meet (`selon.link.agglomeration`).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from selon.link.agglomeration import UNIT, IntVector, Join, joins
from selon.link.subjects import Kind, Subject

ALIKE = 0.18
"""Average cosine at which clusters are still one matter."""

ALONE = 1.12
RARE = 1.75
STEP = 0.15
LEAST = 1.0
"""Factors of a concept that one statement has (it brings no two together), that two or three have, by how much less
those have that twice as many have, and of those that sixty or more have."""

KINDS: tuple[Kind, ...] = ("call", "fact", "judge")

Key = tuple[tuple[str, float], ...]
"""A subject's concepts and weights in order."""


@dataclass(frozen=True, slots=True)
class Matters:
    """The subjects of a story by their kinds, in order, how they are weighed, and which clusters of them are joined."""

    keys: Mapping[Kind, tuple[Key, ...]] = field(default_factory=dict)
    vectors: Mapping[Kind, tuple[IntVector, ...]] = field(default_factory=dict)
    joins: Mapping[Kind, tuple[Join, ...]] = field(default_factory=dict)

    def homes(self) -> dict[tuple[Kind, Key], tuple[Kind, int]]:
        """Return the matter of each subject: its kind and number."""
        found: dict[tuple[Kind, Key], tuple[Kind, int]] = {}
        for kind, keys in self.keys.items():
            home = list(range(len(keys)))
            for join in reversed(self.joins[kind]):  # the last joins are those nearest to the roots
                home[join.gone] = home[join.kept]
            found.update(((kind, key), (kind, home[i])) for i, key in enumerate(keys))
        return found

    def by_key(self) -> dict[tuple[Kind, Key], IntVector]:
        """Return the vector of each subject."""
        return {
            (kind, key): vector
            for kind, keys in self.keys.items()
            for key, vector in zip(keys, self.vectors[kind], strict=True)
        }


def key_of(subject: Subject) -> Key:
    """Return what subjects that are the same have in common."""
    return tuple(sorted(subject.weights.items()))


def matters(about: Collection[Subject], known: Matters | None = None) -> Matters:
    """Return the matters of a story with these subjects. The result is the same with those `known` of part of it."""
    keys: dict[Kind, tuple[Key, ...]] = {}
    for kind in KINDS:
        keys[kind] = tuple(sorted({key_of(s) for s in about if s.kind == kind}))
    holders: dict[str, int] = {}
    for subject in about:
        for concept in subject.weights:
            holders[concept] = holders.get(concept, 0) + 1
    factors = {concept: _factor(n) for concept, n in holders.items()}
    vectors = {kind: tuple(_vector(key, factors) for key in own) for kind, own in keys.items()}
    found = {kind: tuple(_joined(keys[kind], vectors[kind], kind, known)) for kind in KINDS}
    return Matters(keys, vectors, found)


def _factor(holders: int) -> float:
    return ALONE if holders == 1 else max(LEAST, RARE - STEP * (holders.bit_length() - 2))


def _vector(key: Key, factors: Mapping[str, float]) -> IntVector:
    weights = {concept: weight * factors[concept] for concept, weight in key}
    norm = math.sqrt(math.fsum(w * w for w in weights.values()))
    return {concept: round(UNIT * weight / norm) for concept, weight in weights.items()}


def _joined(keys: Sequence[Key], vectors: Sequence[IntVector], kind: Kind, known: Matters | None) -> list[Join]:
    before = known.keys.get(kind, ()) if known else ()
    places = {key: i for i, key in enumerate(keys)}
    if known is None or not all(key in places for key in before):  # what is gone may have held others together
        return joins(vectors, ALIKE)
    now = [places[key] for key in before]
    same = {i for i, old in zip(now, known.vectors[kind], strict=True) if vectors[i] == old}
    moved = [Join(join.alike, now[join.kept], now[join.gone]) for join in known.joins[kind]]
    return joins(vectors, ALIKE, moved, [i for i in range(len(keys)) if i not in same])
