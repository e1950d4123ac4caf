"""The sources: what each article is, what it repeats, what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from selon.dossier.contract import ArticleEntry, ClueEntry, CopyEntry
from selon.dossier.contract.story import INFERRED, RevisionEntry
from selon.dossier.folds import Folds, fold, unfolded
from selon.dossier.passages import Cited, Index, dates
from selon.dossier.views.reading import beginning
from selon.model import CopyKind, DateBasis, Interval

SHOWN = 6
FOLDED = 6
"""Families, and other articles of each, where the part has a page of its own."""

_COPIES, _REVISED = 3, 3
_EVIDENCE, _WORDS, _RELAYS, _DATED_BY = 2, 90, 6, 2


@dataclass(frozen=True, slots=True)
class CopyView:
    """That an article repeats another: `percent` of its five-word runs stand there; the passages that show it.

    `agency` is whom both credit. `revised` are the first of `revisions` sentences that an update changed: as they were
    and as they are.
    """

    kind: CopyKind
    of: str
    card: str
    percent: int
    directed: bool
    agency: str
    evidence: tuple[Cited, ...]
    revisions: int
    revised: tuple[tuple[Cited | None, Cited | None], ...]


@dataclass(frozen=True, slots=True)
class CreditView:
    """An agency or outlet credited, and where."""

    name: str
    words: Cited | None


@dataclass(frozen=True, slots=True)
class ClueView:
    """Evidence for another day than the one that the article is given: its kind, its days, its words."""

    basis: DateBasis
    days: str
    words: Cited | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article: `inferred` says that its date is deduced; `dated_by` are the words that date it.

    `against` speaks for another date; `dated_elsewhere` are words of other articles that date it, with the names of
    these articles. `copied_by` others share its text, after it if that is `sure`; with `shares` (name, address) in
    whatever order. `href` reads it.
    """

    key: str
    name: str
    label: str
    title: Cited | None
    days: str
    inferred: bool
    dated_by: Cited | None
    updated: str
    address: str
    statements: int
    figures: int
    words: int
    copies: tuple[CopyView, ...]
    credits: tuple[CreditView, ...]
    relays: tuple[str, ...]
    copied_by: int
    sure: bool
    shares: tuple[tuple[str, str], ...]
    against: tuple[ClueView, ...]
    dated_elsewhere: tuple[tuple[Cited, str], ...]
    href: str
    dates: str


@dataclass(frozen=True, slots=True)
class Family:
    """An article and those that repeat it; of many, `folded` are one click away, and `rest` stand on `page` only."""

    head: SourceView
    copies: tuple[SourceView, ...]
    folded: tuple[SourceView, ...]
    rest: int = 0
    page: str = ""

    @property
    def members(self) -> tuple[SourceView, ...]:
        """All of them, the original first."""
        return (self.head, *self.copies, *self.folded)


def sources(index: Index) -> Folds[Family]:
    """Return the articles in families of copies: the original, then its copies; of many, the largest first."""
    page, found = index.pages.whole("sources"), families(index)
    if not page:
        return unfolded(found, lambda members: _family(index, members, _COPIES))
    if len(found) > SHOWN:
        found.sort(key=len, reverse=True)
    return fold(found, lambda members: _family(index, members, 0, page), SHOWN, 0, page)


def whole(index: Index) -> Folds[Family]:
    """Return all families: the page of their own."""
    return unfolded(families(index), lambda members: _family(index, members, _COPIES))


def source(index: Index, article: str) -> SourceView:
    """Return what is told of one article."""
    members = next(m for m in families(index) if article in m)
    return _source(index, index.articles[article], members)


def families(index: Index) -> list[list[str]]:
    """Return the ids of the articles in families that share text, the original of each first, then by date.

    Where nothing tells which came first, the earliest stands for it.
    """
    family = {article: {article} for article in index.articles}
    for copy in index.dossier.copies:
        if family[copy.article] is not family[copy.of]:
            joined = family[copy.article] | family[copy.of]
            family.update(dict.fromkeys(joined, joined))
    made: dict[int, list[str]] = {}
    for article in index.articles:
        made.setdefault(id(family[article]), []).append(article)
    return [_original_first(index, members) for members in made.values()]


def _original_first(index: Index, members: list[str]) -> list[str]:
    head = next((m for m in members if index.articles[m].copy_of is None), members[0])
    return [head, *(m for m in members if m != head)]


def _family(index: Index, members: list[str], opened: int, page: str = "") -> Family:
    made = members[: 1 + FOLDED] if page else members
    head, *copies = (_source(index, index.articles[i], members) for i in made)
    return Family(head, tuple(copies[:opened]), tuple(copies[opened:]), len(members) - len(made), page)


def _source(index: Index, article: ArticleEntry, family: list[str]) -> SourceView:
    say, told = index.say, index.told[article.id]
    credited = {c.name: c for c in reversed(article.credits) if c.name != article.outlet}
    relays = dict.fromkeys(index.name(r) for s in told for r in s.relays if index.name(r) not in credited)
    evidence = article.published_evidence
    title = article.title_span or beginning(article)
    return SourceView(
        key=index.keys[article.id],
        name=article.outlet or say("sources.unnamed"),
        label=article.label,
        title=index.cite(article.id, (title,), None if article.title_span else _WORDS) if title else None,
        days=_written(index, article),
        inferred=article.published_basis in INFERRED,
        dated_by=index.cite(article.id, evidence[:1], 80) if evidence else None,
        updated=say.days(article.updated) if article.updated else "",
        address=article.url or "",
        statements=len(told),
        figures=len(index.counted[article.id]),
        words=article.words,
        copies=tuple(_copy(index, c) for c in index.copies[article.id]),
        credits=tuple(
            CreditView(name, index.cite(article.id, (c.span,), 80) if c.span else None)
            for name, c in sorted(credited.items())
        ),
        relays=tuple(relays)[:_RELAYS],
        copied_by=len(family) - 1 if article.id == family[0] else 0,
        sure=all(index.articles[m].copy_of is not None for m in family if m != family[0]),
        shares=tuple((index.names[i], index.source_of(i)) for i in index.either.get(article.id, ())),
        against=tuple(_clue(index, article, clue) for clue in article.published_against),
        dated_elsewhere=tuple(
            (index.cite(p.article, p.spans, 80), index.names[p.article])
            for p in article.published_by[:_DATED_BY]
            if p.spans
        ),
        href=index.text_of(article.id),
        dates=dates([article.published]),
    )


def _clue(index: Index, article: ArticleEntry, clue: ClueEntry) -> ClueView:
    when = Interval(clue.low, clue.high)
    words = index.cite(article.id, clue.evidence[:1], 80) if clue.evidence else None
    return ClueView(clue.basis, index.say.days(when), words)


def _written(index: Index, article: ArticleEntry) -> str:
    when = article.published
    if when and when.low and when.low == when.high and article.published_basis not in INFERRED:
        return index.say.full(when.low)
    return index.say.days(when, deduced=article.published_basis in INFERRED)


def _copy(index: Index, copy: CopyEntry) -> CopyView:
    longest = sorted(copy.evidence, key=lambda s: (-len(s), s))[:_EVIDENCE]
    return CopyView(
        kind=copy.kind,
        of=index.names[copy.of],
        card=index.source_of(copy.of),
        percent=round(copy.overlap * 100),
        directed=copy.directed,
        agency=copy.agency or "",
        evidence=tuple(index.cite(copy.article, (s,), _WORDS) for s in sorted(longest)),
        revisions=len(copy.revisions),
        revised=tuple(_revised(index, copy, one) for one in copy.revisions[:_REVISED]),
    )


def _revised(index: Index, copy: CopyEntry, one: RevisionEntry) -> tuple[Cited | None, Cited | None]:
    """Return a sentence before and after an update, None where there was or is none."""
    return (
        index.cite(copy.of, (one.before,), _WORDS) if one.before else None,
        index.cite(copy.article, (one.after,), _WORDS) if one.after else None,
    )
