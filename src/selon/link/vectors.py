"""Sparse vectors of terms and their cosines, by an inverted index.

TF-IDF weights are those of Salton and Buckley 1988 ("ltc"): logarithmic term frequency, inverse document frequency,
unit length. No pair of texts that share no informative term is ever looked at.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

Vector = dict[str, float]
Pairs = dict[tuple[int, int], float]

PAIR_BUDGET = 6_000_000
"""Most products computed for one call: a few seconds. Rare terms come first, so that what is left undone when
it is spent are the terms that nearly every text has, whose weight is next to nothing."""


def weighted_vectors(counts: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Return the TF-IDF vector of each text, of length 1 (empty when it has no term).

    `counts` gives the weighted number of times each term stands in each text.
    """
    documents: dict[str, int] = {}
    for count in counts:
        for term in count:
            documents[term] = documents.get(term, 0) + 1
    total = len(counts)
    return [
        _unit({t: (1.0 + math.log(1.0 + n)) * math.log(1.0 + total / documents[t]) for t, n in count.items()})
        for count in counts
    ]


def salient_vectors(counts: Sequence[Mapping[str, float]], rarity: float, alone: float) -> list[Vector]:
    """Return vectors of length 1 for short texts, in which nearly every term stands once.

    A term's weight is multiplied by its inverse document frequency to the power `rarity`, and by `alone` when no
    other text has it: it can bring no two texts together, and would only drive those apart that share the rest.
    """
    documents: dict[str, int] = {}
    for count in counts:
        for term in count:
            documents[term] = documents.get(term, 0) + 1
    factors = {t: math.log(1.0 + len(counts) / n) ** rarity * (alone if n == 1 else 1.0) for t, n in documents.items()}
    return [_unit({t: w * factors[t] for t, w in count.items() if factors[t]}) for count in counts]


def counted_vectors(counts: Sequence[Mapping[str, float]], longest: int) -> list[Vector]:
    """Return each text's counts of its `longest` most frequent terms as a vector of length 1.

    No term is weighed by its rarity, so that the likeness of two texts does not depend on what other texts
    there are.
    """
    return [_unit(dict(sorted(count.items(), key=lambda item: (-item[1], item[0]))[:longest])) for count in counts]


class Likeness:
    """Finds among some vectors those most like another one."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        holders: dict[str, list[int]] = {}
        for i, vector in enumerate(vectors):
            for term in vector:
                holders.setdefault(term, []).append(i)
        self._size = len(vectors)
        self._postings = {t: (np.array(at), np.array([vectors[i][t] for i in at])) for t, at in holders.items()}

    def most(self, vector: Vector, number: int) -> list[tuple[int, float]]:
        """Return so many of the vectors that are like one at all, by their places, with their cosines, closest first.

        Of those that are as close the first come first. Sums are made in the order of the vector's terms.
        """
        sums = np.zeros(self._size)
        for term, weight in vector.items():
            if term in self._postings:
                places, weights = self._postings[term]
                sums[places] += weight * weights
        closest = np.argsort(-sums, kind="stable")[:number]
        return [(int(i), float(sums[i])) for i in closest if sums[i] > 0]


def _unit(weights: Vector) -> Vector:
    norm = math.sqrt(math.fsum(w * w for w in weights.values()))
    return {t: w / norm for t, w in sorted(weights.items())} if norm else {}


def cosines(vectors: Sequence[Vector], floor: float) -> Pairs:
    """Return the cosine of every pair (i < j) that reaches `floor`, up to PAIR_BUDGET products."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for i, vector in enumerate(vectors):
        for term, weight in vector.items():
            postings.setdefault(term, []).append((i, weight))
    sums: Pairs = {}
    spent = 0
    for _, places in sorted(postings.items(), key=lambda item: (len(item[1]), item[0])):
        spent += len(places) * (len(places) - 1) // 2
        if spent > PAIR_BUDGET:
            break
        for at, (i, wi) in enumerate(places):
            for j, wj in places[at + 1 :]:
                sums[i, j] = sums.get((i, j), 0.0) + wi * wj
    return {pair: value for pair, value in sums.items() if value >= floor}
