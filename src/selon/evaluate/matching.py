"""Matching: which found statement or figure stands for which one of the gold, one to one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from selon.evaluate.corpora import Attribution, Quantity
from selon.text import Span

_SMALL_WORDS = frozenset("le la les l d de du des un une the of".split())  # noqa: SIM905 a list to read
_HALF = 0.5


def characters(spans: Iterable[Span]) -> frozenset[int]:
    """Return the offsets of all characters in `spans`."""
    return frozenset(chain.from_iterable(range(span.start, span.end) for span in spans))


def jaccard(one: Collection[int], other: Collection[int]) -> float:
    """Return the share of common items among all items of two sets; 0 for two empty ones."""
    common = len(frozenset(one) & frozenset(other))
    every = len(one) + len(other) - common
    return common / every if every else 0.0


def same_place(one: Span | None, other: Span | None) -> bool:
    """Say whether two spans share a character; None shares none."""
    return one is not None and other is not None and one.overlaps(other)


def same_source(one: Attribution, other: Attribution) -> bool:
    """Say whether the sources of two statements share a character, or both are absent."""
    return one.source == other.source or same_place(one.source, other.source)


def statement_pairs(
    gold: Sequence[Attribution], found: Sequence[Attribution], least: float
) -> list[tuple[Attribution, Attribution]]:
    """Return pairs of a gold and a found statement whose contents' Jaccard index is `least` or more.

    Each stands in one pair at most: the best overlap is taken first; at equal overlap a common source
    decides, then the later statement.
    """
    wanted = [characters(s.content) for s in gold]
    got = [characters(s.content) for s in found]
    ranked = sorted(
        (
            (jaccard(a, b), same_place(gold[i].source, found[j].source), i, j)
            for i, a in enumerate(wanted)
            for j, b in enumerate(got)
            if a & b
        ),
        reverse=True,
    )
    left_gold, left_found = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for overlap, _, i, j in ranked:
        if overlap >= least and i in left_gold and j in left_found:
            left_gold.remove(i)
            left_found.remove(j)
            pairs.append((gold[i], found[j]))
    return pairs


def figure_pairs(gold: Sequence[Quantity], found: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Return pairs of a gold and a found figure that overlap and have the same bounds, in order of the gold."""
    left = list(found)
    pairs = []
    for wanted in gold:
        for index, got in enumerate(left):
            if wanted.span.overlaps(got.span) and (wanted.low, wanted.high) == (got.low, got.high):
                pairs.append((wanted, left.pop(index)))
                break
    return pairs


def same_name(one: str | None, other: str | None) -> bool:
    """Say whether half of the words of the shorter name stand in the other; two empty names are the same."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return not first and not second
    return len(first & second) / min(len(first), len(second)) >= _HALF


def _words(name: str | None) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall(r"[a-z0-9]+", plain)) - _SMALL_WORDS
