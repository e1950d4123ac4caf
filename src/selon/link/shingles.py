"""Shingles: runs of words, hashed, by which texts that share wording are found (Broder 1997).

Words are compared without case, accents and punctuation, furniture left out. What stands inside quotation marks is
not an article's own: two papers that quote one speech are no copies of one another.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from selon.link.words import TOKEN, opens_sentence, plain
from selon.model import Article
from selon.text import Span, quotations

WIDTH = 5

_SPELLED = str.maketrans("kqzx", "ccss", "aeiouyhwj")

MOST_ANCHORS = 300
"""Numbers and names that are compared: more than an article of two thousand words has."""


@dataclass(frozen=True, slots=True)
class Shingled:
    """An article's words, where each stands, and the hash of the shingle that begins at each place.

    `quoted` says of each word whether it stands inside quotation marks; `own` counts the others. `anchors` are the
    places among `words` of numbers and names: what stays in order when a text is reworded or translated.
    """

    article: Article
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: tuple[bool, ...]
    hashes: tuple[int, ...]
    anchors: tuple[int, ...]

    @property
    def own(self) -> int:
        """The number of words outside quotation marks."""
        return len(self.words) - sum(self.quoted)

    def body(self) -> tuple[str, ...]:
        """Return the words below the title: another headline above the same text makes no other text."""
        title = self.article.title
        if title is None:
            return self.words
        return tuple(w for w, s in zip(self.words, self.spans, strict=True) if not s.overlaps(title))

    def own_hashes(self) -> set[int]:
        """Return the hashes of the shingles with at least one word outside quotation marks."""
        return {h for i, h in enumerate(self.hashes) if not all(self.quoted[i : i + WIDTH])}


def shingled(article: Article) -> Shingled:
    """Return the words of an article, furniture left out, and their shingles."""
    words: list[str] = []
    spans: list[Span] = []
    for kept in _kept(article):
        for match in TOKEN.finditer(article.text, kept.start, kept.end):
            words.append(plain(match.group()))
            spans.append(Span(match.start(), match.end()))
    hashes = tuple(_hash(words[i : i + WIDTH]) for i in range(len(words) - WIDTH + 1))
    anchors = [i for i, span in enumerate(spans) if _is_anchor(article.text, span)]
    quoted = tuple(_quoted(article.text, spans))
    return Shingled(article, tuple(words), tuple(spans), quoted, hashes, tuple(anchors[:MOST_ANCHORS]))


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


def _is_anchor(text: str, span: Span) -> bool:
    """Say whether the word at a span is a number, or a name by its capital."""
    first = text[span.start]
    return first.isdigit() or (first.isupper() and len(span) > 1 and not opens_sentence(text, span.start))


def _hash(words: Sequence[str]) -> int:
    return zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))
