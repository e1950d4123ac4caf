"""Agglomerative clustering over sparse similarities; a pair that is not listed counts as 0.

`average_link` (Sokal and Michener 1958, "UPGMA"): two clusters are as alike as their members are on average. So one
chance resemblance never chains two clusters together, as connected components would. `centroid_link` (Sokal and
Michener's "centroid" method, by the cosine of Salton's centroids): two clusters are as alike as their sums are. A
large cluster whose members have little but one subject in common takes in what is about that subject.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from dataclasses import dataclass, field

from selon.link.vectors import Pairs


def average_link(size: int, similarities: Pairs, threshold: float) -> list[list[int]]:
    """Return the clusters of the items 0..size-1, each sorted, in order of their first items.

    The two most alike clusters are joined until none are alike by `threshold` or more. Ties go to the clusters
    with the smallest items, so that the result follows from the order of the items alone; items that are alike in
    nothing with those of other clusters can be left out, and change none of these.
    """
    return _clusters(size, similarities, threshold, _average)


def centroid_link(size: int, similarities: Pairs, threshold: float) -> list[list[int]]:
    """Return the clusters as `average_link` does, by the cosines of their centroids. Items have length 1."""
    return _clusters(size, similarities, threshold, _cosine)


@dataclass(slots=True)
class _Cluster:
    """The items of a cluster, the first of them, its inner products with others, and that of its sum with itself."""

    items: list[int]
    first: int
    with_others: dict[int, float] = field(default_factory=dict)
    own: float = 1.0


def _average(one: _Cluster, other: _Cluster, product: float) -> float:
    return product / (len(one.items) * len(other.items))


def _cosine(one: _Cluster, other: _Cluster, product: float) -> float:
    return product / math.sqrt(one.own * other.own)


def _clusters(
    size: int, similarities: Pairs, threshold: float, alike: Callable[[_Cluster, _Cluster, float], float]
) -> list[list[int]]:
    clusters = {i: _Cluster([i], i) for i in range(size)}
    heap: list[tuple[float, int, int, int, int]] = []
    for (i, j), value in similarities.items():
        clusters[i].with_others[j] = clusters[j].with_others[i] = value
        if value >= threshold:
            heap.append((-value, min(i, j), max(i, j), i, j))
    heapq.heapify(heap)
    while heap:
        value, _, _, a, b = heapq.heappop(heap)
        if a not in clusters or b not in clusters:
            continue
        if alike(clusters[a], clusters[b], clusters[a].with_others.get(b, 0.0)) != -value:
            continue  # out of date: one of the two has grown since
        kept = _join(clusters, a, b)
        for other, product in clusters[kept].with_others.items():
            now = alike(clusters[kept], clusters[other], product)
            if now >= threshold:
                one, two = sorted((clusters[kept].first, clusters[other].first))
                heapq.heappush(heap, (-now, one, two, kept, other))
    return sorted(sorted(cluster.items) for cluster in clusters.values())


def _join(clusters: dict[int, _Cluster], a: int, b: int) -> int:
    """Let the cluster with more neighbours swallow the other, and return which it is."""
    if len(clusters[b].with_others) > len(clusters[a].with_others):
        a, b = b, a
    mine, gone = clusters[a], clusters.pop(b)
    mine.items.extend(gone.items)
    mine.first = min(mine.first, gone.first)
    # In this order: sums must not depend on which of the two swallows the other.
    mine.own = (mine.own + gone.own) + 2.0 * mine.with_others.pop(b, 0.0)
    for other, value in gone.with_others.items():
        if other != a:
            theirs = clusters[other].with_others
            mine.with_others[other] = theirs[a] = mine.with_others.get(other, 0.0) + value
            del theirs[b]
    return a
