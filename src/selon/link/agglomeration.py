"""Average-link clustering of sparse vectors, from nothing or from an earlier clustering of most of them.

Clusters are joined in pairs, the most alike first, as long as their members are alike on average (Sokal and Michener
1958, "UPGMA"). What two clusters do depends on no third one that is less like them than they are like one another. So
when items are added, the earlier joins are gone through again in their order: one that has no part in anything new is
taken as it was, without any comparison; what is new, what has changed and what has lost its partner is compared.
Likenesses are whole numbers and ties go to the smallest places, so that both ways lead to the same clusters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

UNIT = 128
"""Length of a vector, and the likeness of two that are the same."""

SPARE = 8
"""Rows kept free for clusters that have to be compared later."""

IntVector = Mapping[str, int]


class Join(NamedTuple):
    """Two clusters, known by their first items, that are joined: the first, which stays, and the second."""

    alike: float
    kept: int
    gone: int

    @property
    def order(self) -> tuple[float, int, int]:
        """Return the key by which joins follow one another."""
        return -self.alike, self.kept, self.gone


class Postings:
    """Which items hold a term, and with what weight."""

    def __init__(self, vectors: Sequence[IntVector]) -> None:
        self.vectors = vectors
        self._holders: dict[str, list[int]] = {}
        for i, vector in enumerate(vectors):
            for term in vector:
                self._holders.setdefault(term, []).append(i)
        self._rows: dict[str, tuple[Numbers, Numbers]] = {}  # made when they are asked for

    def alike(self, item: int) -> Numbers:
        """Return how much all items are like this one, from 0 to about UNIT; itself 0."""
        products: Numbers = np.zeros(len(self.vectors), dtype=np.int64)
        for term, weight in self.vectors[item].items():
            if len(self._holders[term]) > 1:
                places, weights = self._rows.get(term) or self._row(term)
                products[places] += weight * weights
        products[item] = 0
        return products // UNIT

    def _row(self, term: str) -> tuple[Numbers, Numbers]:
        holders = self._holders[term]
        self._rows[term] = np.array(holders), np.array([self.vectors[i][term] for i in holders])
        return self._rows[term]


def joins(
    vectors: Sequence[IntVector], threshold: float, known: Sequence[Join] = (), changed: Iterable[int] | None = None
) -> list[Join]:
    """Return the joins of the items with these vectors, of length UNIT, in their order.

    Two clusters are joined while the members of one are like those of the other by `threshold` (0 to 1) on average.
    `known` are the joins of an earlier call with the same threshold, `changed` the items that it did not have or that
    had another vector (None: all of them); the others stood in the same order. The result is that of a call without
    either. The work grows with the square of the number of changed items and of those in clusters that they reach.
    """
    fresh = range(len(vectors)) if changed is None else sorted(set(changed))
    return _Run(vectors, threshold * UNIT, fresh).run(known)


class _Run:
    """The clusters as they stand, each known by its first item.

    Those that are compared have a row of `table`: their summed likeness to every other cluster.
    """

    def __init__(self, vectors: Sequence[IntVector], threshold: float, fresh: Sequence[int]) -> None:
        self.postings = Postings(vectors)
        self.threshold = threshold
        self.home: Numbers = np.arange(len(vectors))
        self.sizes: Numbers = np.ones(len(vectors), dtype=np.int64)
        self.members = {i: [i] for i in range(len(vectors))}
        self.rows: dict[int, int] = {}
        self.owners: list[int] = []
        # Joined with nothing: what two clusters are on average, some of their members are at least.
        reach = [(i, row) for i in fresh if (row := self.postings.alike(i)).max(initial=0) >= threshold]
        self.loners = set(fresh) - {i for i, _ in reach}
        self.table: Numbers = np.zeros((len(reach) + SPARE, len(vectors)), dtype=_holding(len(vectors)))
        self.near: Numbers = np.zeros(len(self.table), dtype=np.int64)
        self.best = np.zeros(len(self.table))
        for i, row in reach:
            self._compare(i, row)
        self.done: list[Join] = []
        self.next: Join | None = None
        self.looked = False

    def run(self, known: Sequence[Join]) -> list[Join]:
        """Go through the `known` joins, with those of what is compared in between, and return all that hold."""
        for join in known:
            self._join_compared(join)
            kept, gone = (self._taken(cluster) for cluster in (join.kept, join.gone))
            if not kept and not gone:
                self._join(join)
            elif not (kept and gone):
                left = join.gone if kept else join.kept
                self._compare(left, self._row(left))
        self._join_compared(None)
        return self.done

    def _taken(self, cluster: int) -> bool:
        """Say whether a cluster of the earlier call is no more as it was."""
        return cluster in self.rows or cluster in self.loners or self.home[cluster] != cluster

    def _row(self, cluster: int) -> Numbers:
        """Return how much all clusters are like one, summed over their members."""
        row = sum(self.postings.alike(i) for i in self.members[cluster])
        summed = np.bincount(self.home, weights=row, minlength=len(self.home)).astype(np.int64)
        summed[cluster] = 0
        return summed

    def _compare(self, cluster: int, row: Numbers) -> None:
        number = len(self.owners)
        if number == len(self.table):
            self.table = np.concatenate([self.table, np.zeros_like(self.table)])
            self.near, self.best = np.resize(self.near, len(self.table)), np.resize(self.best, len(self.table))
        self.rows[cluster] = number
        self.owners.append(cluster)
        self.table[number] = row
        self._look(number)

    def _look(self, number: int) -> None:
        """Find the cluster that is most like that of a row; of several the first."""
        self.looked = False
        averages = self.table[number] / (self.sizes * self.sizes[self.owners[number]])
        self.near[number] = averages.argmax()
        self.best[number] = averages[self.near[number]]

    def _join_compared(self, until: Join | None) -> None:
        """Join the clusters that are compared as long as they come before a join."""
        while (join := self._next()) is not None:
            if until is not None and until.order < join.order:
                return
            self._join(join)

    def _next(self) -> Join | None:
        """Return the next join of what is compared. It is looked for again only when a row has another best one."""
        if self.looked:
            return self.next
        self.looked, self.next = True, None
        best = self.best[: len(self.owners)]
        alike = float(best.max(initial=0))
        if alike >= self.threshold:
            pairs = [tuple(sorted((self.owners[n], int(self.near[n])))) for n in np.flatnonzero(best == alike)]
            self.next = Join(alike, *min(pairs))
        return self.next

    def _join(self, join: Join) -> None:
        kept, gone = join.kept, join.gone
        numbers = [self.rows.pop(c) for c in (kept, gone) if c in self.rows]
        if numbers:
            absent = [c for c in (kept, gone) if c not in {self.owners[n] for n in numbers}]
            row = sum((self._row(c) for c in absent), np.sum(self.table[numbers], axis=0, dtype=np.int64))
            self.rows[kept] = numbers[0]
            self.owners[numbers[0]] = kept
            self.table[numbers] = 0
            self.table[numbers[0]] = row
            self.near[numbers], self.best[numbers] = -1, -1.0
            self.looked = False
        self.sizes[kept] += self.sizes[gone]
        self.home[self.members[gone]] = kept
        self.members[kept] += self.members.pop(gone)
        self.done.append(join)
        table = self.table[: len(self.owners)]
        if not numbers and not table[:, kept].any() and not table[:, gone].any():
            return  # nothing that is compared is like them, as little after as before
        table[:, kept] += table[:, gone]
        table[:, gone] = 0
        if numbers:
            table[numbers[0], kept] = 0
            self._look(numbers[0])
        near = self.near[: len(self.owners)]
        for number in np.flatnonzero((near == kept) | (near == gone)):
            self._look(int(number))


def _holding(items: int) -> type[np.signedinteger[Any]]:
    """Return the type that holds the likeness of any two clusters of so many items, half the size where that does."""
    return np.int32 if items * items // 4 * UNIT < 2**31 else np.int64
