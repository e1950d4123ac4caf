"""Copies: articles that hold other articles' wording, and which way they went.

By the words that stand outside quotation marks: `identical` (the same words in the same order), `near_duplicate` (most
of each in the other), `update` (a near duplicate that the same outlet put out later), `excerpt` (a good part of one in
the other); by names and figures in the same order under little shared wording: `rewrite`, between two languages
`translation`. Nothing tells that a rewrite went through another language and back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from selon.link.candidates import Candidates, keys
from selon.link.coverage import published
from selon.link.moments import before
from selon.link.retelling import retelling, retold_sentences
from selon.link.shingles import Shingled, shingled
from selon.link.vouched import Vouched, as_named
from selon.link.wording import Shared, passages, shared
from selon.model import Article, Copy, CopyKind, Correction
from selon.text import Span

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
HELD = 64
"""Articles whose shingles are held at a time, for those that came out next to one another; those of others are made
again when they are compared. Holding more helps where few articles are read, and not where many are."""
HELD_OF_A_STORY = 512


def copies(articles: Sequence[Article], corrections: Sequence[Correction] = ()) -> tuple[Copy, ...]:
    """Return the copies among `articles`, which come in order of date then id, as persons corrected them.

    `article` is the later of the two. Where nothing tells which came first, it is the shorter (then the one with
    the greater id) and the copy is not `directed`. What is explained through an article between is left out: of
    three reprints of one dispatch each points to the dispatch, not to one another.
    """
    item = lru_cache(maxsize=HELD)(lambda number: shingled(articles[number]))
    index = Candidates()
    found: list[Copy] = []
    for number in range(len(articles)):
        one = item(number)
        found.extend(c for other in index.add(keys(one)) if (c := _copy(item(other), one)) is not None)
    said = Vouched(corrections)
    return _unexplained(said.applied(found, _named(said, {a.id: a for a in articles})), articles, said)


def _named(said: Vouched, articles: Mapping[str, Article]) -> Iterator[Copy]:
    for article, of, kind in said.wanted(articles):
        yield as_named(article.id, of.id, kind, _copy(shingled(of), shingled(article)))


def copies_between(
    articles: Sequence[Article], others: Sequence[Article], corrections: Sequence[Correction] = ()
) -> Iterator[Copy]:
    """Yield the copies that one of `articles` makes with one of `others`, both in order of date then id.

    Those that persons say are none are left out.
    """
    said = Vouched(corrections)
    item = lru_cache(maxsize=HELD_OF_A_STORY)(lambda number: shingled(others[number]))
    index = Candidates()
    for number in range(len(others)):
        index.add(keys(item(number)))
    for article in articles:
        one = shingled(article)
        near = (n for n in index.of(keys(one)) if not said.refuses(article.id, others[n].id))
        yield from (c for n in near if (c := _copy(item(n), one)) is not None)


def copies_of(
    article: Article, candidates: Iterable[Article], corrections: Sequence[Correction] = ()
) -> tuple[Copy, ...]:
    """Return the copies that one article makes with others, whose order does not matter; none with itself."""
    item = shingled(article)
    others = {a.id: a for a in candidates if a.id != article.id}
    pairs = (_copy(*_ordered(item, shingled(other))) for other in others.values())
    said = Vouched(corrections)
    found = said.applied((c for c in pairs if c is not None), _named(said, {**others, article.id: article}))
    return tuple(sorted((c for c in found if article.id in (c.article, c.of)), key=lambda c: (c.article, c.of)))


def _ordered(one: Shingled, other: Shingled) -> tuple[Shingled, Shingled]:
    return (one, other) if one.article.id < other.article.id else (other, one)


def _copy(one: Shingled, other: Shingled) -> Copy | None:
    """Return the copy that two articles make, None for none. Which of them is named first makes no difference."""
    first, second = _ordered(one, other)
    direction = _direction(first.article, second.article)
    swapped = direction < 0 or (not direction and first.own < second.own)
    item, of = (first, second) if swapped else (second, first)
    found = shared(item, of)
    kind, evidence = _kind(item, of, found)
    if kind is None:
        return None
    if kind == "near_duplicate" and direction and _same_place(item.article, of.article):
        kind = "update"
    return Copy(
        article=item.article.id,
        of=of.article.id,
        kind=kind,
        overlap=1.0 if kind == "identical" else round(found.own / max(item.own, 1), 3),
        directed=direction != 0,
        agency=_agency(item.article, of.article),
        evidence=evidence,
    )


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


def _agency(item: Article, of: Article) -> str | None:
    """Return whom both articles credit, the first by name: then they have the text from there, not from each other."""
    theirs = {c.name.casefold() for c in of.credits}
    own = {name.casefold() for name in (item.outlet, of.outlet) if name}
    both = {c.name for c in item.credits if c.name.casefold() in theirs - own}
    return min(both, default=None)


def _same_place(first: Article, second: Article) -> bool:
    return any(
        one is not None and one == other for one, other in ((first.outlet, second.outlet), (first.url, second.url))
    )


def _unexplained(found: Sequence[Copy], articles: Sequence[Article], said: Vouched) -> tuple[Copy, ...]:
    """Leave out copies that a third article explains: the copy took more from it, and it and the original share.

    Where it took as much, the third explains when it comes first, so that reprints point to the first one. What a
    person named stays.
    """
    rank = {article.id: -number for number, article in enumerate(articles)}
    sources: dict[str, list[Copy]] = {}
    for copy in found:
        sources.setdefault(copy.article, []).append(copy)
    pairs = {frozenset((c.article, c.of)) for c in found}
    kept = (
        copy
        for copy in found
        if said.names(copy)
        or not any(
            (c.overlap, rank[c.of]) > (copy.overlap, rank[copy.of]) and frozenset((c.of, copy.of)) in pairs
            for c in sources[copy.article]
        )
    )
    return tuple(sorted(kept, key=lambda c: (c.article, c.of)))


def _longest(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the few longest passages, in order of the text."""
    return tuple(sorted(sorted(spans, key=lambda s: (-len(s), s))[:EVIDENCE]))
