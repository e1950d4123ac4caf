"""Wording that two articles share: runs of words, found by seed and extension (BLAST, Altschul et al. 1990).

A shingle that both have is a seed. From it a run grows to both sides, word by word, over gaps of up to two changed,
added or dropped words. So a text in which every third word was changed still shares the two others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from selon.link.shingles import WIDTH, Shingled
from selon.text import Span

GAP = 2
"""Most words of either text that a run steps over."""

AGAIN = 2
"""Words that must be the same behind a gap: one alone (`de`, `la`) is chance."""

SHORTEST = 6
"""Words of a run that count as shared wording; shorter ones are phrases that everybody writes."""

_STEPS = sorted(((i, j) for i in range(GAP + 1) for j in range(GAP + 1) if i or j), key=lambda s: (max(s), sum(s), s))


@dataclass(frozen=True, slots=True)
class Run:
    """Places of words in either text, from and to; how many words are the same, and how many on end at most."""

    start: int
    end: int
    of_start: int
    of_end: int
    same: int
    verbatim: int


@dataclass(frozen=True, slots=True)
class Shared:
    """The runs that two articles share; how many words outside quotation marks that is in either."""

    runs: tuple[Run, ...]
    own: int
    of_own: int

    def verbatim(self) -> int:
        """Return how many words the longest passage has that both have word for word, 0 without any."""
        return max((run.verbatim for run in self.runs), default=0)


def shared(item: Shingled, of: Shingled) -> Shared:
    """Return the wording that two articles share. Linear in their words: no word of `item` is in two runs."""
    seeds: dict[int, int] = {}
    for j, shingle in enumerate(of.hashes):
        seeds.setdefault(shingle, j)
    here, there = bytearray(len(item.words)), bytearray(len(of.words))
    runs: list[Run] = []
    free, i = 0, 0
    while i < len(item.hashes):
        j = seeds.get(item.hashes[i], -1)
        if j < 0 or item.words[i : i + WIDTH] != of.words[j : j + WIDTH]:
            i += 1
            continue
        back = _grown(item.words, of.words, i - 1, j - 1, -1, free)
        ahead = _grown(item.words, of.words, i, j, 1, len(item.words) - 1)
        same = [*reversed(back), *ahead]
        free = i = same[-1][0] + 1
        if len(same) >= SHORTEST:
            lows, highs = zip(*same, strict=True)
            runs.append(Run(lows[0], lows[-1] + 1, highs[0], highs[-1] + 1, len(same), _unbroken(same)))
            for a, b in same:
                here[a], there[b] = 1, 1
    return Shared(tuple(runs), _unquoted(here, item.quoted), _unquoted(there, of.quoted))


def passages(item: Shingled, runs: Sequence[Run]) -> tuple[Span, ...]:
    """Return the passages of an article that the runs cover, quotations included, in order."""
    return tuple(item.passage(run.start, run.end - 1) for run in runs)


def _grown(first: Sequence[str], second: Sequence[str], i: int, j: int, step: int, last: int) -> list[tuple[int, int]]:
    """Return the places of the same words from (i, j) on in steps of 1 or -1, up to the word `last` of the first."""
    found: list[tuple[int, int]] = []
    while (last - i) * step >= 0 and 0 <= j < len(second):
        if first[i] == second[j]:
            found.append((i, j))
            i, j = i + step, j + step
            continue
        for over, across in _STEPS:
            a, b = i + over * step, j + across * step
            end = b + (AGAIN - 1) * step
            inside = (last - a) * step >= AGAIN - 1 and 0 <= b < len(second) and 0 <= end < len(second)
            if inside and all(first[a + n * step] == second[b + n * step] for n in range(AGAIN)):
                i, j = a, b
                break
        else:
            break
    return found


def _unbroken(same: Sequence[tuple[int, int]]) -> int:
    """Return the length of the longest stretch of places that follow one another in both texts."""
    longest = length = 1
    for (a, b), (c, d) in pairwise(same):
        length = length + 1 if (c, d) == (a + 1, b + 1) else 1
        longest = max(longest, length)
    return longest


def _unquoted(marked: bytearray, quoted: Sequence[bool]) -> int:
    return sum(1 for mark, inside in zip(marked, quoted, strict=True) if mark and not inside)
