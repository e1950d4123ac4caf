"""Asking: from what a person types to the terms that are sought, and to the passage that holds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from selon.store.terms import Term, terms
from selon.text import Span, stripped

LONGEST = 2_000
"""Characters of a question that are read: more than anybody types."""

MOST = 24
"""Terms of a question that count, the first ones: each one costs the database a list to read."""

PASSAGE = 280
"""Characters of the passage that an article is found with."""

SCANNED = 100_000
"""Characters of an article that are looked through for its passage. One of ten thousand words has 60 000."""

_BEFORE = 60  # characters of a passage before the first word sought
_QUOTED = re.compile(r"[\"«“]([^\"«»“”]*)[\"»”]")
_JOINED = re.compile(r"['’\-‐‑]")


def phrases(words: str) -> tuple[tuple[str, ...], ...]:
    """Return what has to be found for `words`: single terms, and terms that have to follow one another.

    Those between quotation marks have to, and those that a hyphen or an apostrophe joins. Nothing else in `words` has a
    meaning: no text is a fault. One without letters and digits gives nothing.
    """
    read = words[:LONGEST]
    quoted = [Span(m.start(1), m.end(1)) for m in _QUOTED.finditer(read) if m.end(1) > m.start(1)]
    found: dict[tuple[str, ...], None] = {}
    for run in _runs(read, quoted):
        room = MOST - sum(map(len, found))
        if room > 0:
            found[tuple(term.key for term in run[:room])] = None
    return tuple(found)


def _runs(text: str, quoted: Sequence[Span]) -> list[list[Term]]:
    every = list(terms(text, [Span(0, len(text))])) if text else []
    runs: list[list[Term]] = [every[:1]] if every else []
    for before, term in pairwise(every):
        one_quotation = any(q.start <= before.start and term.end <= q.end for q in quoted)
        if one_quotation or _JOINED.fullmatch(text[before.end : term.start]):
            runs[-1].append(term)
        else:
            runs.append([term])
    return runs


def excerpt(text: str, within: Sequence[Span], keys: Collection[str]) -> tuple[Span | None, tuple[Span, ...]]:
    """Return the passage of `text` that holds most of the terms `keys`, and where in it they stand.

    The passage lies within one stretch of `within` (sorted and disjoint; those with white space between them make one),
    is PASSAGE characters long at most, unless two words need more, and cut between words. Where no term is found it is
    the beginning; None for a text without words.
    """
    stretches = _stretches(text, within)
    best: tuple[tuple[int, int], Span, Term, Term] | None = None
    for stretch in stretches:
        found = list(terms(text, [stretch], keys))
        if found:
            weight, first, last = _densest(found)
            if best is None or weight > best[0]:
                best = weight, stretch, first, last
    if best is None:
        return (_cut(text, stretches[0], stretches[0].start, stretches[0].start + 1) if stretches else None), ()
    _, stretch, first, last = best
    passage = _cut(text, stretch, first.start, last.end)
    return passage, tuple(Span(t.start, t.end) for t in terms(text, [passage], keys))


def _stretches(text: str, within: Sequence[Span]) -> list[Span]:
    """Return `within` as far as it is looked through, those with nothing but white space between them as one."""
    out: list[Span] = []
    for span in within:
        read = stripped(text, span.start, min(span.end, SCANNED))
        if read is None:
            continue
        if out and not text[out[-1].end : read.start].strip():
            out[-1] = Span(out[-1].start, read.end)
        else:
            out.append(read)
    return out


def _densest(found: Sequence[Term]) -> tuple[tuple[int, int], Term, Term]:
    """Return those within one passage's length that have most keys, then are most: how many, the first, the last."""
    best = (0, 0), found[0], found[0]
    held: Counter[str] = Counter()
    first = 0
    for last, term in enumerate(found):
        held[term.key] += 1
        while term.end - found[first].start > PASSAGE - _BEFORE and first < last:
            held[found[first].key] -= 1
            held += Counter()  # forget those that are none
            first += 1
        if (len(held), held.total()) > best[0]:
            best = (len(held), held.total()), found[first], term
    return best


def _cut(text: str, stretch: Span, start: int, end: int) -> Span:
    """Return a passage of a stretch around the characters from `start` to `end`, cut at white space."""
    low = max(stretch.start, start - _BEFORE)
    if low > stretch.start:
        low = next((at + 1 for at in range(low, start) if text[at].isspace()), start)
    high = min(stretch.end, max(end, low + PASSAGE))
    if high < stretch.end:
        high = next((at for at in range(high, end, -1) if text[at].isspace()), end)
    while text[low].isspace():
        low += 1
    while text[high - 1].isspace():
        high -= 1
    return Span(low, high)
