"""Wording that two articles share: runs of words, found by seed and extension (BLAST, Altschul et al. 1990).

A shingle that both have is a seed. From it a run grows to both sides, word by word, over gaps of up to two changed,
added or dropped words. So a text in which every third word was changed still shares the two others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import gt
from typing import NamedTuple

from selon.link.shingles import WIDTH, Shingled
from selon.text import Span

GAP = 2
"""Most words of either text that a run steps over."""

AGAIN = 2
"""Words that must be the same behind a gap: one alone (`de`, `la`) is chance."""

SHORTEST = 6
"""Words of a run that count as shared wording; shorter ones are phrases that everybody writes."""

_STEPS = sorted(((i, j) for i in range(GAP + 1) for j in range(GAP + 1) if i or j), key=lambda s: (max(s), sum(s), s))


_AT_ONCE = 16
"""Words that are compared at once, where many are the same."""


class _Stretch(NamedTuple):
    """Words on end that are the same: where they start in either text, and how many they are."""

    start: int
    of_start: int
    words: int


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
    size = len(of.hashes)
    seeds = dict(zip(reversed(of.hashes), range(size - 1, -1, -1), strict=True))  # of equal ones the first place
    here, there = bytearray(len(item.words)), bytearray(len(of.words))
    runs: list[Run] = []
    free = 0
    for i in [i for i, shingle in enumerate(item.hashes) if shingle in seeds]:
        j = seeds[item.hashes[i]]
        if i < free or item.words[i : i + WIDTH] != of.words[j : j + WIDTH]:
            continue
        back = _grown(item.words, of.words, (i - 1, j - 1), -1, free)
        ahead = _grown(item.words, of.words, (i, j), 1, len(item.words) - 1)
        same = [*reversed(back), *ahead]
        first, last = same[0], same[-1]
        free = last.start + last.words
        words = sum(stretch.words for stretch in same)
        if words >= SHORTEST:
            runs.append(Run(first.start, free, first.of_start, last.of_start + last.words, words, _unbroken(same)))
            for a, b, count in same:
                here[a : a + count] = there[b : b + count] = b"\1" * count
    return Shared(tuple(runs), _unquoted(here, item.quoted), _unquoted(there, of.quoted))


def passages(item: Shingled, runs: Sequence[Run]) -> tuple[Span, ...]:
    """Return the passages of an article that the runs cover, quotations included, in order."""
    return tuple(item.passage(run.start, run.end - 1) for run in runs)


def _grown(
    first: Sequence[str], second: Sequence[str], places: tuple[int, int], step: int, last: int
) -> list[_Stretch]:
    """Return the stretches of the same words from two places on in steps of 1 or -1, up to word `last` of the first.

    They come in the order of the steps, each with its places in the order of the texts.
    """
    found: list[_Stretch] = []
    i, j = places
    while (last - i) * step >= 0 and 0 <= j < len(second):
        count = _equal(first, second, (i, j), step, min((last - i) * step + 1, len(second) - j if step > 0 else j + 1))
        if count:
            found.append(_Stretch(min(i, i + step * (count - 1)), min(j, j + step * (count - 1)), count))
            i, j = i + step * count, j + step * count
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


def _equal(first: Sequence[str], second: Sequence[str], places: tuple[int, int], step: int, most: int) -> int:
    """Return how many words on end are the same from two places on, at most so many."""
    count, (i, j) = 0, places
    while step > 0 and count + _AT_ONCE <= most and _slices_equal(first, second, i + count, j + count):
        count += _AT_ONCE
    while count < most and first[i + step * count] == second[j + step * count]:
        count += 1
    return count


def _slices_equal(first: Sequence[str], second: Sequence[str], i: int, j: int) -> bool:
    return first[i : i + _AT_ONCE] == second[j : j + _AT_ONCE]


def _unbroken(same: Sequence[_Stretch]) -> int:
    """Return how many words the longest stretch has, of those that follow one another in both texts without a gap."""
    longest = length = same[0].words
    for one, other in pairwise(same):
        follows = (other.start, other.of_start) == (one.start + one.words, one.of_start + one.words)
        length = length + other.words if follows else other.words
        longest = max(longest, length)
    return longest


def _unquoted(marked: bytearray, quoted: bytes) -> int:
    return sum(map(gt, marked, quoted))
