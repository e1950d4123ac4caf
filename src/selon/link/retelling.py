"""Retelling: one text in other words, found by the order of its names and figures.

What survives a paraphrase or a translation there and back is which names and numbers stand where, and the marks of
quotations. They are aligned as a longest common subsequence, by way of the longest increasing one (Hunt and Szymanski
1977), which costs little where most of them are rare. The sentences between them then have counterparts or not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from selon.link.shingles import Shingled
from selon.text import Span, sentence_starts

RETOLD = 0.5
RETOLD_ANCHORS = 12
"""What a retelling shares at least: of the names and figures of the longer text, this share in the same order, and
this many. Two reports of one event have the figures in different orders: among the twelve articles of the sample
story the two rewrites reach 0.55 and 0.69, those that are no copies at most 0.42; among 135 articles of five months
of one protest none is taken for a rewrite."""

DISTINCT = 0.5
"""Share of the aligned anchors that must be different ones: a text that repeats one name aligns with any other."""

MOST_PLACES = 20
"""Places of one name in a text that are aligned; with more, aligning would cost the square of a text."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """The aligned places of anchors in either text, in order, and their share among those of the longer text."""

    pairs: tuple[tuple[int, int], ...]
    share: float


def retelling(item: Shingled, of: Shingled) -> Retelling | None:
    """Return how `item` retells `of`; None when it does not, by too few anchors or another order."""
    size = max(len(item.anchors), len(of.anchors))
    bar = max(RETOLD_ANCHORS, RETOLD * size)
    if min(len(item.anchors), len(of.anchors)) < bar:
        return None
    first, second = ([one.words[at] for at in one.anchors] for one in (item, of))
    pairs = in_same_order(first, second)
    if len(pairs) < bar or len({first[a] for a, _ in pairs}) < DISTINCT * RETOLD_ANCHORS:
        return None
    return Retelling(tuple((item.anchors[a], of.anchors[b]) for a, b in pairs), len(pairs) / size)


def retold_sentences(item: Shingled, found: Retelling) -> tuple[Span, ...]:
    """Return the sentences of `item` that hold at least two aligned anchors, in order."""
    text = item.article.text
    starts = [*sentence_starts(text), len(text)]
    counts: dict[int, int] = {}
    for place, _ in found.pairs:
        at = bisect_right(starts, item.spans[place].start) - 1
        counts[at] = counts.get(at, 0) + 1
    return tuple(
        Span(starts[at], starts[at] + len(text[starts[at] : starts[at + 1]].rstrip()))
        for at, count in sorted(counts.items())
        if count > 1
    )


def in_same_order(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence of two sequences, in order.

    A value that stands more than MOST_PLACES times in the second is matched at its first places only.
    """
    places: dict[str, list[int]] = {}
    for j, value in enumerate(second):
        places.setdefault(value, []).append(j)
    ends: list[int] = []  # the smallest place in `second` at which a common subsequence of each length ends
    nodes: list[int] = []  # and the link that ends it
    links: list[tuple[int, int, int]] = []  # place in first, place in second, the link before (-1: none)
    for i, value in enumerate(first):
        for j in reversed(places.get(value, [])[:MOST_PLACES]):
            length = bisect_left(ends, j)
            links.append((i, j, nodes[length - 1] if length else -1))
            if length == len(ends):
                ends.append(j)
                nodes.append(len(links) - 1)
            elif j < ends[length]:
                ends[length], nodes[length] = j, len(links) - 1
            else:
                links.pop()
    found: list[tuple[int, int]] = []
    at = nodes[-1] if nodes else -1
    while at >= 0:
        i, j, at = links[at]
        found.append((i, j))
    return found[::-1]
