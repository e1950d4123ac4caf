"""Comparing: what of one article another one holds, each pair compared once however often it is asked for.

What two articles share depends on their words alone, and not on their days, which may be told by others afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from selon.link.candidates import keys
from selon.link.memory import Memory, digest_of
from selon.link.retelling import retelling, retold_sentences
from selon.link.shingles import Shingled, shingled
from selon.link.wording import Shared, passages, shared
from selon.model import Article, CopyKind
from selon.text import Span

T = TypeVar("T")

NEAR = 0.5
NEAR_WORDS = 12
"""Share of either article's own words in the other, and how many, from which they are one text, edited."""

PART = 0.2
PART_WORDS = 40
"""What an excerpt has at least: this share of the own words of one of the two, and this many (four lines of print).
Looked at by hand over 805 articles of eight papers: below, formulas of the trade and names of offices begin."""

SURELY_NEAR = 0.58
VERBATIM = 25
"""Words on end that nobody who rewords leaves standing: with a longer passage, or with more in common than the share
above, a text is not reworded as a whole. A dispatch brought back through another language shares 0.54 in short pieces
(the sample story); the near duplicates judged by reading that share less have passages of 68 words or more."""

EVIDENCE = 5
HELD = 4_096
"""Articles whose words and shingles are held at a time: about 10 kB each. Those of others are made again when they are
compared."""
HELD_PAIRS = 65_536


class Outcome(NamedTuple):
    """What kind of copy one article is of another by its words (None for none), how much of it, and what shows it."""

    kind: CopyKind | None
    overlap: float
    evidence: tuple[Span, ...]


class Keyed(NamedTuple):
    """An article's keys, by which candidates are found, and how many words stand outside its quotation marks."""

    keys: tuple[int, ...]
    own: int


class Comparing:
    """Articles that are compared, with their shingles, their keys, and what came of it."""

    def __init__(self, memory: Memory | None = None) -> None:
        """Start with what `memory` holds of earlier comparisons; what is compared goes into it."""
        self.memory = memory or Memory()
        self._read: dict[str, tuple[Article, bytes]] = {}
        self._items: dict[str, Shingled] = {}
        self._keyed: dict[str, Keyed] = {}
        self._outcomes: dict[tuple[str, str], Outcome] = {}

    def keyed(self, article: Article) -> Keyed:
        """Return the keys of an article, and the number of its own words."""
        of = self._digest(article)
        return _kept(
            self._keyed,
            article.id,
            lambda: self.memory.recall("keys", (article.id,), of, Keyed, lambda: _keyed(self._item(article))),
            HELD,
        )

    def outcome(self, article: Article, of: Article) -> Outcome:
        """Return what kind of copy `article` is of another one."""
        pair, digest = (article.id, of.id), self._digest(article) + self._digest(of)
        return _kept(
            self._outcomes,
            pair,
            lambda: self.memory.recall(
                "copies", pair, digest, Outcome, lambda: _outcome(self._item(article), self._item(of))
            ),
            HELD_PAIRS,
        )

    def _item(self, article: Article) -> Shingled:
        return _kept(self._items, article.id, lambda: shingled(article), HELD)

    def _digest(self, article: Article) -> bytes:
        """Return a digest of what shingles are made of. Another one under the same id makes all of it forgotten."""
        known = self._read.get(article.id)
        if known is not None and (known[0] is article or _reads_same(known[0], article)):
            return known[1]
        if known is not None:
            self._items.pop(article.id, None)
            self._keyed.pop(article.id, None)
            for pair in [pair for pair in self._outcomes if article.id in pair]:
                del self._outcomes[pair]
        self._read[article.id] = article, digest_of(article.text, article.blocks, article.title, article.language)
        return self._read[article.id][1]


U = TypeVar("U", str, tuple[str, str])


def _kept(held: dict[U, T], name: U, make: Callable[[], T], most: int) -> T:
    """Return what is held under a name, made first if it is not there; the first of more than `most` is dropped."""
    found = held.get(name)
    if found is None:
        found = held[name] = make()
        if len(held) > most:
            del held[next(iter(held))]
    return found


def _reads_same(one: Article, other: Article) -> bool:
    """Say whether two articles have the same shingles and bodies. Two that are told apart by their days do."""
    return (one.text, one.blocks, one.title, one.language) == (other.text, other.blocks, other.title, other.language)


def _keyed(item: Shingled) -> Keyed:
    return Keyed(keys(item), item.own)


def _outcome(item: Shingled, of: Shingled) -> Outcome:
    found = shared(item, of)
    kind, evidence = _kind(item, of, found)
    overlap = 1.0 if kind == "identical" else round(found.own / max(item.own, 1), 3)
    return Outcome(kind, overlap, evidence)


def _kind(item: Shingled, of: Shingled, found: Shared) -> tuple[CopyKind | None, tuple[Span, ...]]:
    """Return what kind of copy `item` is of `of`, with the passages that show it; None for none."""
    verbatim = _longest(passages(item, found.runs))
    body = item.body()
    if body and body == of.body():
        return "identical", verbatim or (item.passage(0, -1),)
    shares = sorted((found.own / max(item.own, 1), found.of_own / max(of.own, 1)))
    words = min(found.own, found.of_own)
    near = shares[0] >= NEAR and words >= NEAR_WORDS
    reworded = shares[0] < SURELY_NEAR and found.verbatim() <= VERBATIM
    retold = retelling(item, of) if reworded else None
    if retold is not None:
        kind: CopyKind = "rewrite" if item.article.language == of.article.language else "translation"
        return kind, retold_sentences(item, retold)[:EVIDENCE]
    if near:
        return "near_duplicate", verbatim
    return ("excerpt", verbatim) if shares[1] >= PART and words >= PART_WORDS else (None, ())


def _longest(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the few longest passages, in order of the text."""
    return tuple(sorted(sorted(spans, key=lambda s: (-len(s), s))[:EVIDENCE]))
