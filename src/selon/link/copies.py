"""Copies: articles that hold other articles' wording, and which way they went.

By the words that stand outside quotation marks: `identical` (the same words in the same order), `near_duplicate` (most
of each in the other), `update` (a near duplicate that the same outlet put out later), `excerpt` (a good part of one in
the other); by names and figures in the same order under little shared wording: `rewrite`, between two languages
`translation`. Nothing tells that a rewrite went through another language and back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from selon.link.candidates import Candidates
from selon.link.comparing import Comparing
from selon.link.coverage import published
from selon.link.moments import before
from selon.link.vouched import Vouched, as_named
from selon.model import Article, Copy, Correction


def copies(
    articles: Sequence[Article], corrections: Sequence[Correction] = (), comparing: Comparing | None = None
) -> tuple[Copy, ...]:
    """Return the copies among `articles`, which come in order of date then id, as persons corrected them.

    `article` is the later of the two. Where nothing tells which came first, it is the shorter (then the one with
    the greater id) and the copy is not `directed`. What is explained through an article between is left out: of
    three reprints of one dispatch each points to the dispatch, not to one another. `comparing` holds what was compared
    before, and then what is compared here.
    """
    known, index = comparing or Comparing(), Candidates()
    found: list[Copy] = []
    for article in articles:
        near = index.add(known.keyed(article).keys)
        found.extend(c for n in near if (c := _copy(articles[n], article, known)) is not None)
    said = Vouched(corrections)
    return _unexplained(said.applied(found, _named(said, {a.id: a for a in articles}, known)), articles, said)


def _named(said: Vouched, articles: Mapping[str, Article], known: Comparing) -> Iterator[Copy]:
    for article, of, kind in said.wanted(articles):
        yield as_named(article.id, of.id, kind, _copy(of, article, known))


def copies_between(
    articles: Sequence[Article],
    others: Sequence[Article],
    corrections: Sequence[Correction] = (),
    comparing: Comparing | None = None,
) -> Iterator[Copy]:
    """Yield the copies that one of `articles` makes with one of `others`, both in order of date then id.

    Those that persons say are none are left out. `comparing` is as for `copies`.
    """
    known, index, said = comparing or Comparing(), Candidates(), Vouched(corrections)
    for other in others:
        index.add(known.keyed(other).keys)
    for article in articles:
        near = (others[n] for n in index.of(known.keyed(article).keys))
        asked = (other for other in near if not said.refuses(article.id, other.id))
        yield from (c for other in asked if (c := _copy(other, article, known)) is not None)


def copies_of(
    article: Article, candidates: Iterable[Article], corrections: Sequence[Correction] = ()
) -> tuple[Copy, ...]:
    """Return the copies that one article makes with others, whose order does not matter; none with itself."""
    known, said = Comparing(), Vouched(corrections)
    others = {a.id: a for a in candidates if a.id != article.id}
    pairs = (_copy(article, other, known) for other in others.values())
    named = _named(said, {**others, article.id: article}, known)
    found = said.applied((c for c in pairs if c is not None), named)
    return tuple(sorted((c for c in found if article.id in (c.article, c.of)), key=lambda c: (c.article, c.of)))


def _copy(one: Article, other: Article, known: Comparing) -> Copy | None:
    """Return the copy that two articles make, None for none. Which of them is named first makes no difference."""
    first, second = (one, other) if one.id < other.id else (other, one)
    direction = _direction(first, second)
    swapped = direction < 0 or (not direction and known.keyed(first).own < known.keyed(second).own)
    article, of = (first, second) if swapped else (second, first)
    found = known.outcome(article, of)
    if found.kind is None:
        return None
    return Copy(
        article=article.id,
        of=of.id,
        kind="update" if found.kind == "near_duplicate" and direction and _same_place(article, of) else found.kind,
        overlap=found.overlap,
        directed=direction != 0,
        agency=_agency(article, of),
        evidence=found.evidence,
    )


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
