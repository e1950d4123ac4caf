"""Shingles: runs of words, hashed, by which texts that share wording are found (Broder 1997).

Words are compared without case, accents and punctuation, furniture left out. Shingles that stand wholly inside
quotation marks are set apart: two papers that quote one speech are no copies of one another.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from selon.link.words import TOKEN, opens_sentence, plain
from selon.model import Article
from selon.text import Span, quotations

WIDTH = 5
MOST_ARTICLES = 100
"""A run of words in more articles than this is nobody's own (page furniture, a formula) and pairs no two."""

MOST_ANCHORS = 300
"""Numbers and names that are compared: more than an article of two thousand words has."""


@dataclass(frozen=True, slots=True)
class Shingled:
    """An article's words, where each stands, and the hash of the shingle that begins at each place.

    `own` are the hashes of shingles with at least one word outside quotations. `anchors` are the numbers and names
    in their order: what stays in place when a text is reworded.
    """

    article: Article
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    hashes: tuple[int, ...]
    own: frozenset[int]
    anchors: tuple[str, ...]


def shingled(article: Article) -> Shingled:
    """Return the shingles of an article's own words."""
    words: list[str] = []
    spans: list[Span] = []
    for kept in _kept(article):
        for match in TOKEN.finditer(article.text, kept.start, kept.end):
            words.append(plain(match.group()))
            spans.append(Span(match.start(), match.end()))
    quoted = _quoted(article.text, spans)
    hashes = [_hash(words[i : i + WIDTH]) for i in range(len(words) - WIDTH + 1)]
    own = frozenset(h for i, h in enumerate(hashes) if not all(quoted[i : i + WIDTH]))
    anchors = (w for w, s in zip(words, spans, strict=True) if _anchors(article.text, s))
    return Shingled(article, tuple(words), tuple(spans), tuple(hashes), own, tuple(anchors)[:MOST_ANCHORS])


def shared(items: Sequence[Shingled]) -> dict[tuple[int, int], int]:
    """Return how many own shingles each pair (i < j) shares, pairs that share none left out."""
    holders: dict[int, list[int]] = {}
    for i, item in enumerate(items):
        for shingle in item.own:
            holders.setdefault(shingle, []).append(i)
    counts: dict[tuple[int, int], int] = {}
    for places in holders.values():
        if not 1 < len(places) <= MOST_ARTICLES:
            continue
        for at, i in enumerate(places):
            for j in places[at + 1 :]:
                counts[i, j] = counts.get((i, j), 0) + 1
    return counts


def runs(item: Shingled, of: Shingled) -> tuple[Span, ...]:
    """Return the passages of an article that stand in another word for word, in order, quotations included."""
    there = set(of.hashes)
    found: list[Span] = []
    end = -1
    for i, shingle in enumerate(item.hashes):
        if shingle not in there:
            continue
        last = i + WIDTH - 1
        start = found.pop().start if i <= end and found else item.spans[i].start
        found.append(Span(start, item.spans[last].end))
        end = last
    return tuple(found)


def _kept(article: Article) -> list[Span]:
    if not article.blocks:
        return [Span(0, len(article.text))] if article.text else []
    return [b.span for b in article.blocks if b.kind != "furniture"]


def _quoted(text: str, spans: Sequence[Span]) -> list[bool]:
    """Say of each word whether it stands inside quotation marks. Both lists are in order, so one pass does."""
    marks = [q.span for q in quotations(text)]
    inside = []
    at = 0
    for span in spans:
        while at < len(marks) and marks[at].end <= span.start:
            at += 1
        inside.append(at < len(marks) and marks[at].contains(span))
    return inside


def _anchors(text: str, span: Span) -> bool:
    """Say whether the word at a span is a number, or a name by its capital."""
    first = text[span.start]
    return first.isdigit() or (first.isupper() and len(span) > 1 and not opens_sentence(text, span.start))


def in_same_order(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the length of the longest common subsequence of two sequences (Wagner and Fischer 1974)."""
    row = [0] * (len(second) + 1)
    for item in first:
        diagonal = 0
        for j, other in enumerate(second, 1):
            above = row[j]
            row[j] = diagonal + 1 if item == other else max(above, row[j - 1])
            diagonal = above
    return row[-1]


def _hash(words: Sequence[str]) -> int:
    return zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))
