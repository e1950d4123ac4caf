"""Facets: the propositions that a large matter is about.

The event that a story turns on holds a third of its statements: that it happened, where, how many took part. Their
words are mostly the same, so that among all statements of the story they are all alike. Compared with one another
alone, with what they have in common left out, they differ in the rest: in the place, in whether they say how many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selon.link.clusters import average_link
from selon.link.concepts import COUNT, NUMBER, STATE
from selon.link.subjects import STATE_WEIGHT
from selon.link.vectors import cosines, salient_vectors

SMALLEST = 30
"""Statements of the smallest matter that is cut. A claim of a few copies has no facets."""

SHARED = 0.4
"""A concept that a greater share of the matter's statements have tells none of them apart."""

COMMON = "*"
COMMON_WEIGHT = 0.6
"""What is left out leaves one concept in its place: two statements that add nothing to the matter are alike."""

COUNT_FACTOR = 3.0
STATE_FACTOR = 1 / STATE_WEIGHT
NUMBER_FACTOR = 0
"""By how much more weight the place and the question how many have here than among all statements."""

RARITY = 0
ALONE = 0
ALIKE = 0.25
FLOOR = 0.02


def facets(matter: Sequence[int], weights: Sequence[Mapping[str, float]]) -> list[list[int]]:
    """Return the facets of a matter, whose statements are given by their places in `weights`."""
    if len(matter) < SMALLEST:
        return [list(matter)]
    known: dict[str, int] = {}
    for i in matter:
        for concept in weights[i]:
            known[concept] = known.get(concept, 0) + 1
    common = {concept for concept, n in known.items() if n > SHARED * len(matter)}
    counts = [_weighed(weights[i], common) for i in matter]
    pairs = cosines(salient_vectors(counts, RARITY, ALONE), FLOOR)
    return [[matter[i] for i in group] for group in average_link(len(matter), pairs, ALIKE)]


def _weighed(weights: Mapping[str, float], common: set[str]) -> dict[str, float]:
    factors = {STATE: STATE_FACTOR, COUNT: COUNT_FACTOR, NUMBER: NUMBER_FACTOR}
    left = {c: w * factors.get(c[0], 1.0) for c, w in weights.items() if c not in common}
    return {COMMON: COMMON_WEIGHT, **left}
