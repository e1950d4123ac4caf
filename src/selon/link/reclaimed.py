"""Reclaimed: which statements are one claim after what persons have said of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from selon.link.central import is_short
from selon.link.claims import Cluster
from selon.link.coverage import Told
from selon.model import Correction, Passage, Statement, marked


def reclaimed(
    clusters: Sequence[Cluster], told: Sequence[Told], corrections: Iterable[Correction]
) -> tuple[Cluster, ...]:
    """Return the `clusters` of what was `told`, in its order, with all corrections of claims applied, the oldest first.

    Every statement stays in one cluster. A merge brings the marked statements together, with all others of the clusters
    of which they are half or more: what was found later to be said with them follows, and what one of them came to be
    found with by a better reading does not. A split takes the marked statements out into one cluster, and no others. A
    cluster keeps the passage that names it as long as it holds it.
    """
    made = sorted((c for c in corrections if c.of == "claims"), key=lambda c: (c.when, c.id))
    if not made:
        return tuple(clusters)
    by_article: dict[str, list[Statement]] = {}
    for one in told:
        by_article.setdefault(one.article.id, []).append(one.statement)
    rank = {one.statement.id: number for number, one in enumerate(told)}
    found = list(clusters)
    for correction in made:
        ids = [id_ for mark in correction.marks for id_ in marked(mark, by_article.get(mark.article, ()))]
        found = _applied(found, dict.fromkeys(ids), correction.kind == "merge", rank)
    return tuple(sorted(found, key=lambda cluster: rank[cluster.statements[0].statement.id]))


def _applied(clusters: Sequence[Cluster], wanted: Collection[str], merge: bool, rank: dict[str, int]) -> list[Cluster]:
    """Return the clusters with the statements `wanted`, by their ids, in one of their own."""
    held = [(cluster, [one for one in cluster.statements if one.statement.id in wanted]) for cluster in clusters]
    holding = [(cluster, some) for cluster, some in held if some]
    if len(holding) < 2 and (merge or not holding or len(holding[0][1]) == len(holding[0][0].statements)):  # noqa: PLR2004
        return list(clusters)  # they are one already, or nothing of it is in this story
    following = [cluster for cluster, some in holding if merge and 2 * len(some) >= len(cluster.statements)]
    first = next(iter(wanted))
    following.sort(key=lambda cluster: all(one.statement.id != first for one in cluster.statements))
    taken = {one.statement.id: one for _, some in holding for one in some}
    taken |= {one.statement.id: one for cluster in following for one in cluster.statements}
    made = sorted(taken.values(), key=lambda one: rank[one.statement.id])
    label = following[0].label if following else None
    matter = (following[0] if following else holding[0][0]).matter
    left = [
        renamed(replace(cluster, statements=rest))
        for cluster in clusters
        if (rest := tuple(one for one in cluster.statements if one.statement.id not in taken))
    ]
    return [*left, renamed(Cluster(tuple(made), label or _passage(made[0]), matter))]


def renamed(cluster: Cluster) -> Cluster:
    """Return a cluster with a passage of its own for a name: the first that asserts something, if it lost its own."""
    if any(_passage(one) == cluster.label for one in cluster.statements):
        return cluster
    return replace(cluster, label=_passage(min(cluster.statements, key=_says_little)))


def _says_little(one: Told) -> tuple[bool, bool]:
    return one.statement.stance == "uncertain", is_short(one)


def _passage(one: Told) -> Passage:
    return Passage(one.article.id, one.statement.content)
