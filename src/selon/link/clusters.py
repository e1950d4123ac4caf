"""Average-link clustering over sparse similarities (Sokal and Michener 1958, "UPGMA").

Two clusters are as alike as their members are on average; a pair that is not listed counts as 0. So one chance
resemblance never chains two clusters together, as connected components would.
"""

from __future__ import annotations

import heapq

from selon.link.vectors import Pairs


def average_link(size: int, similarities: Pairs, threshold: float) -> list[list[int]]:
    """Return the clusters of the items 0..size-1, each sorted, in order of their first items.

    The two most alike clusters are joined until none are alike by `threshold` or more. Ties go to the clusters
    with the smallest items, so that the result follows from the items' numbering alone.
    """
    members = {i: [i] for i in range(size)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    heap = []
    for (i, j), value in similarities.items():
        sums[i][j] = sums[j][i] = value
        if value >= threshold:
            heap.append((-value, min(i, j), max(i, j)))
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if a not in members or b not in members:
            continue
        if sums[a].get(b, 0.0) / (len(members[a]) * len(members[b])) != -value:
            continue  # out of date: one of the two has grown since
        kept = _join(members, sums, a, b)
        size_of_kept = len(members[kept])
        for other, total in sums[kept].items():
            average = total / (size_of_kept * len(members[other]))
            if average >= threshold:
                heapq.heappush(heap, (-average, min(kept, other), max(kept, other)))
    return sorted(sorted(cluster) for cluster in members.values())


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], a: int, b: int) -> int:
    """Let the cluster with more neighbours swallow the other, and return which it is."""
    if len(sums[b]) > len(sums[a]):
        a, b = b, a
    members[a].extend(members.pop(b))
    mine, gone = sums[a], sums.pop(b)
    del mine[b]
    for other, value in gone.items():
        if other != a:
            theirs = sums[other]
            mine[other] = theirs[a] = mine.get(other, 0.0) + value
            del theirs[b]
    return a
