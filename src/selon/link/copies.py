"""Copies: articles that hold other articles' wording, and which way they went.

Found by word 5-grams: `identical` (the same words in the same order), `near_duplicate` (most of each in the
other), `update` (a near duplicate that the same outlet put out later under the same address or name), `rewrite`
(some wording, and most names and figures of each in the other's order: a text edited heavily or translated there
and back), `excerpt` (a good part of one in the other). Texts that share no wording at all are not found here,
and so no translations.
"""

from __future__ import annotations

from collections.abc import Sequence

from selon.link.coverage import published
from selon.link.moments import before
from selon.link.shingles import Shingled, in_same_order, runs, shared, shingled
from selon.model import Article, Copy, CopyKind
from selon.text import Span

NEAR = 0.5
"""Share of either article's own 5-grams in the other from which they are one text, edited."""

PART = 0.2
PART_SHINGLES = 30
"""What an excerpt has at least: this share of its own 5-grams, and this many (about four lines of print).
Looked at by hand over 805 articles of eight papers: below, formulas of the trade and names of offices begin."""

RETOLD = 0.6
RETOLD_ANCHORS = 12
RETOLD_SHINGLES = 10
"""What a rewrite shares at least: of the names and figures of the longer text, this share in the same order, and
this many; and this many 5-grams, as evidence. Two reports of one event have the figures in different orders."""

VERBATIM = 25
"""Words of a run that nobody who rewords leaves standing: with a longer one, the text is an excerpt."""

EVIDENCE = 5


def copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Return the copies among `articles`, which come in order of date then id.

    `article` is the later of the two. Where nothing tells which came first, it is the shorter (then the one with
    the greater id) and the copy is not `directed`. What is explained through an article between is left out: of
    three reprints of one dispatch each points to the dispatch, not to one another.
    """
    items = [shingled(a) for a in articles]
    found: dict[tuple[int, int], Copy] = {}
    for (i, j), count in sorted(shared(items).items()):
        copy, swapped = _copy(items[i], items[j], count)
        if copy is not None:
            found[(i, j) if swapped else (j, i)] = copy
    return tuple(sorted(_unexplained(found), key=lambda c: (c.article, c.of)))


def _copy(first: Shingled, second: Shingled, count: int) -> tuple[Copy | None, bool]:
    """Return the copy that two articles make (None: none), and whether `first` is the copying one."""
    kind = _kind(first, second, count)
    if kind is None:
        return None, False
    direction = _direction(first.article, second.article)
    swapped = direction < 0 or (not direction and len(first.own) < len(second.own))
    if kind == "near_duplicate" and direction and _same_place(first.article, second.article):
        kind = "update"
    item, of = (first, second) if swapped else (second, first)
    copy = Copy(
        article=item.article.id,
        of=of.article.id,
        kind=kind,
        overlap=round(count / max(len(item.own), 1), 3),
        directed=direction != 0,
        evidence=_longest(runs(item, of)),
    )
    return copy, swapped


def _kind(first: Shingled, second: Shingled, count: int) -> CopyKind | None:
    if first.words == second.words:
        return "identical"
    shares = sorted((count / max(len(first.own), 1), count / max(len(second.own), 1)))
    if shares[0] >= NEAR:
        return "near_duplicate"
    if count >= RETOLD_SHINGLES and _retold(first, second):
        return "rewrite"
    return "excerpt" if shares[1] >= PART and count >= PART_SHINGLES else None


def _retold(first: Shingled, second: Shingled) -> bool:
    size = max(len(first.anchors), len(second.anchors))
    if min(len(first.anchors), len(second.anchors)) < max(RETOLD_ANCHORS, RETOLD * size):
        return False
    if in_same_order(first.anchors, second.anchors) < max(RETOLD_ANCHORS, RETOLD * size):
        return False
    passages = (first.article.text[s.start : s.end] for s in runs(first, second))
    return max((len(words.split()) for words in passages), default=0) <= VERBATIM


def _direction(first: Article, second: Article) -> int:
    """Return 1 when `second` copies `first`, -1 when it is the other way, 0 when nothing tells.

    What tells: one credits the other's outlet; one came out before the other; of one page, one says that it
    was updated and the other does not.
    """
    credit = _credits(second, first) - _credits(first, second)
    if credit:
        return credit
    days = before(published(first), published(second)) - before(published(second), published(first))
    if days:
        return days
    if _same_place(first, second):
        return (second.updated is not None) - (first.updated is not None)
    return 0


def _credits(article: Article, other: Article) -> bool:
    name = (other.outlet or "").casefold()
    return bool(name) and any(c.name.casefold() == name for c in article.credits) and article.outlet != other.outlet


def _same_place(first: Article, second: Article) -> bool:
    return any(
        one is not None and one == other for one, other in ((first.outlet, second.outlet), (first.url, second.url))
    )


def _unexplained(found: dict[tuple[int, int], Copy]) -> list[Copy]:
    """Leave out copies that a third article explains: the copy took more from it, and it and the original share."""
    sources: dict[int, list[int]] = {}
    for item, of in found:
        sources.setdefault(item, []).append(of)
    return [
        copy
        for (item, of), copy in found.items()
        if not any(
            found[item, middle].overlap > copy.overlap and ((middle, of) in found or (of, middle) in found)
            for middle in sources[item]
        )
    ]


def _longest(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the few longest passages, in order of the text."""
    return tuple(sorted(sorted(spans, key=lambda s: (-len(s), s))[:EVIDENCE]))
