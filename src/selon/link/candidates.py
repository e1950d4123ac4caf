"""Candidates: the few articles, among any number, that may be copies of one another.

Every article has keys: a hash of its words as a whole, a sixth of its own shingles (those whose hash is divisible,
Broder 1997: the same shingles are chosen in every article that has them, so that a part is found inside a whole, which
MinHash is not made for), and the names and figures that stand next to one another, three by three, by their consonants,
for texts that share no wording or no language. Who shares enough keys is a candidate. A ledger keeps the keys of its
articles and returns those who hold the keys of a new one.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Sequence
from typing import TypeVar

from selon.link.shingles import WIDTH, Shingled, skeleton

SAMPLE = 6
"""One shingle in so many is a key: eighty of an article of five hundred words, six of a passage of forty."""

MOST_HOLDERS = 64
"""Articles that one key leads to, the first ones. A key with more is nobody's own (a formula, page furniture) or
stands in a text that was copied everywhere, and then leads to its first copies."""

MOST_CANDIDATES = 40
"""Candidates of one article, those with the most keys in common. This and MOST_HOLDERS bound the work an article."""

WORDING_KEYS = 2.0
RETOLD_KEYS = 3.0
"""Keys in common from which an article is a candidate, by its wording or by its names and figures. One that nobody else
holds counts as one, any other by `_weight`: among 20 000 recombined articles, where the same number of keys each would
make 1.7 candidates an article, 0.21 are left, of which 0.17 are planted, and 2 of 600 rewrites are lost by it."""

T = TypeVar("T", int, str)

_RETOLD, _WHOLE = 1 << 32, 1 << 33


def keys(item: Shingled) -> tuple[int, ...]:
    """Return the keys of an article, sorted: below 2**32 those of its wording, then of its names, last of the whole."""
    sampled = [(at, shingle) for at, shingle in enumerate(item.hashes) if not shingle % SAMPLE]
    wording = {shingle for at, shingle in sampled if not all(item.quoted[at : at + WIDTH])}
    anchors = [skeleton(item.words[at]) for at in item.anchors]
    triples = {_RETOLD | _hash(anchors[i : i + 3]) for i in range(len(anchors) - 2) if len({*anchors[i : i + 3]}) > 1}
    body = item.body()
    whole = {_WHOLE | _hash(body)} if body else set()
    return tuple(sorted(wording | triples | whole))


class Candidates:
    """The keys of articles, known by numbers that are given in order: the first holder of a key has the smallest.

    Most keys have one holder. A table of numbers alone is small, and Python's garbage collector passes it by.
    """

    def __init__(self) -> None:
        """Start without any article."""
        self._first: dict[int, int] = {}
        self._later: dict[int, list[int]] = {}
        self._size = 0

    def add(self, of: Iterable[int]) -> list[int]:
        """Add an article with these keys, and return the numbers of those before it that share enough of them.

        The closest comes first. The article's own number is how many were added before.
        """
        number, first, later = self._size, self._first, self._later
        held: list[tuple[int, Sequence[int]]] = []
        for key in of:
            holder = first.setdefault(key, number)
            if holder == number:
                continue
            others = later.setdefault(key, [])
            held.append((key, (holder, *others)))
            if len(others) < MOST_HOLDERS - 1:
                others.append(number)
        self._size += 1
        return nearest(held)

    def of(self, wanted: Iterable[int]) -> list[int]:
        """Return the numbers of the articles added so far that share enough of these keys, closest first."""
        shared = (key for key in wanted if key in self._first)
        return nearest((key, (self._first[key], *self._later.get(key, ()))) for key in shared)


def nearest(holders: Iterable[tuple[int, Sequence[T]]]) -> list[T]:
    """Return who shares enough of some keys, each given with all its holders, closest first, on a tie the smallest."""
    wording: dict[T, float] = {}
    retold: dict[T, float] = {}
    whole: set[T] = set()
    for key, held in holders:
        if key >= _WHOLE:
            whole.update(held)
            continue
        sums, weight = retold if key >= _RETOLD else wording, _weight(len(held))
        for one in held:
            sums[one] = sums.get(one, 0.0) + weight
    near = {one for one, total in wording.items() if total >= WORDING_KEYS}
    near |= whole | {one for one, total in retold.items() if total >= RETOLD_KEYS}
    ranked = sorted(near, key=lambda one: (one not in whole, -wording.get(one, 0.0) - retold.get(one, 0.0), one))
    return ranked[:MOST_CANDIDATES]


def _weight(holders: int) -> float:
    """Return what a key counts: the more articles hold it, the more likely two have it by chance."""
    return 1.0 / (1.0 + math.log2(holders) / 2.0)


def _hash(words: Sequence[str]) -> int:
    return zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))
