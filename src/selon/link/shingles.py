"""Shingles: runs of words, hashed, by which texts that share wording are found (Broder 1997).

Words are compared without case, accents and punctuation, furniture left out. What stands inside quotation marks is
not an article's own: two papers that quote one speech are no copies of one another.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from selon.link.words import TOKEN, opens_sentence, plain
from selon.model import Article
from selon.text import Span, quotations

WIDTH = 5

_PLACE = "I"
"""How arrays hold places in a text and hashes: in 32 bits, which both fit."""

_SPELLED = str.maketrans("kqzx", "ccss", "aeiouyhwj")

MOST_ANCHORS = 300
"""Numbers and names that are compared: more than an article of two thousand words has."""


@dataclass(frozen=True, slots=True)
class Shingled:
    """An article's words, where each starts and ends, and the hash of the shingle that begins at each place.

    `quoted` says of each word whether it stands inside quotation marks (1) or not (0); `own` counts the others.
    `anchors` are the places among `words` of numbers and names: what stays in order when a text is reworded or
    translated. Numbers are held in arrays, so that those of a story's articles can be held together.
    """

    article: Article
    words: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    quoted: bytes
    hashes: Sequence[int]
    anchors: Sequence[int]

    @property
    def own(self) -> int:
        """The number of words outside quotation marks."""
        return len(self.words) - sum(self.quoted)

    def passage(self, first: int, last: int) -> Span:
        """Return the passage from one word to another, both included, given by their places among `words`."""
        return Span(self.starts[first], self.ends[last])

    def body(self) -> tuple[str, ...]:
        """Return the words below the title: another headline above the same text makes no other text."""
        title = self.article.title
        if title is None:
            return self.words
        before, behind = bisect_right(self.ends, title.start), bisect_left(self.starts, title.end)
        return self.words[:before] + self.words[behind:]


def shingled(article: Article) -> Shingled:
    """Return the words of an article, furniture left out, and their shingles."""
    text = article.text
    matches = [match for kept in _kept(article) for match in TOKEN.finditer(text, kept.start, kept.end)]
    found = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    anchors = [i for i, token in enumerate(found) if not token[0].islower() and _is_anchor(text, starts[i], len(token))]
    words, quoted = tuple(map(plain, found)), _quoted(text, starts, ends)
    return Shingled(
        article,
        words,
        array(_PLACE, starts),
        array(_PLACE, ends),
        quoted,
        array(_PLACE, _hashes(words)),
        array(_PLACE, anchors[:MOST_ANCHORS]),
    )


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Return what of a name survives its spelling in another language, `ptn` of `putin` and `poutine`; of any word."""
    if word[0].isdigit():
        return word
    bare = word.translate(_SPELLED)
    return "".join(c for c, before in zip(bare, " " + bare, strict=False) if c != before) or word


def _kept(article: Article) -> list[Span]:
    if not article.blocks:
        return [Span(0, len(article.text))] if article.text else []
    return [b.span for b in article.blocks if b.kind != "furniture"]


def _quoted(text: str, starts: Sequence[int], ends: Sequence[int]) -> bytes:
    """Say of each word whether it stands inside quotation marks. Both lists are in order."""
    inside = bytearray(len(starts))
    for mark in quotations(text):
        first, behind = bisect_left(starts, mark.span.start), bisect_right(ends, mark.span.end)
        inside[first:behind] = b"\1" * (behind - first)
    return bytes(inside)


def _is_anchor(text: str, start: int, length: int) -> bool:
    """Say whether a word is a number, or a name by its capital."""
    first = text[start]
    return first.isdigit() or (first.isupper() and length > 1 and not opens_sentence(text, start))


def _hashes(words: Sequence[str]) -> list[int]:
    """Return the hash of the shingle that begins at each word: of its words with a space between them."""
    joined = " ".join(words)
    line = joined.encode("utf-8", "surrogatepass")
    sizes = map(len, words) if joined.isascii() else (len(w.encode("utf-8", "surrogatepass")) for w in words)
    starts = list(accumulate((size + 1 for size in sizes), initial=0))
    return [zlib.crc32(line[a : b - 1]) for a, b in zip(starts, starts[WIDTH:], strict=False)]
