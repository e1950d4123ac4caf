"""The sources: what each article is, what it repeats, what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from selon.dossier.contract import ArticleEntry, CopyEntry
from selon.dossier.contract.story import INFERRED
from selon.dossier.passages import Cited, Index
from selon.model import CopyKind

_EVIDENCE, _WORDS, _RELAYS = 2, 90, 6


@dataclass(frozen=True, slots=True)
class CopyView:
    """That an article repeats another: `percent` of its five-word runs stand there; the passages that show it."""

    kind: CopyKind
    of: str
    key: str
    percent: int
    directed: bool
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class CreditView:
    """An agency or outlet credited, and where."""

    name: str
    words: Cited | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article: `inferred` says that its date is deduced; `dated_by` are the words that date it; `href` reads it."""

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
    href: str


def sources(index: Index) -> tuple[SourceView, ...]:
    """Return the articles, families of copies together: the original, then its copies."""
    articles = {a.id: a for a in index.dossier.articles}
    family: dict[str, list[str]] = {}
    for article in articles:
        family.setdefault(_head(articles, article), []).append(article)
    order = [i for head, members in family.items() for i in (head, *(m for m in members if m != head))]
    return tuple(_source(index, articles[i], len(family.get(i, [i])) - 1) for i in order)


def _head(articles: dict[str, ArticleEntry], article: str) -> str:
    """Return the original at the end of the chain of copies; in a circle, the smallest id in it."""
    seen: list[str] = []
    while article not in seen:
        seen.append(article)
        copy = articles[article].copy_of
        if copy is None or copy.article not in articles:
            return article
        article = copy.article
    return min(seen[seen.index(article) :])


def _source(index: Index, article: ArticleEntry, copied_by: int) -> SourceView:
    dossier, say = index.dossier, index.say
    told = [s for s in dossier.statements if s.article == article.id]
    credited = {c.name: c for c in reversed(article.credits) if c.name != article.outlet}
    relays = dict.fromkeys(index.name(r) for s in told for r in s.relays if index.name(r) not in credited)
    evidence = article.published_evidence
    return SourceView(
        key=index.keys[article.id],
        name=article.outlet or say("sources.unnamed"),
        label=article.label,
        title=index.cite(article.id, (article.title_span,)) if article.title_span else None,
        days=_written(index, article),
        inferred=article.published_basis in INFERRED,
        dated_by=index.cite(article.id, evidence[:1], 80) if evidence else None,
        updated=say.days(article.updated) if article.updated else "",
        address=article.url or "",
        statements=len(told),
        figures=sum(f.article == article.id for f in dossier.figures),
        words=article.words,
        copies=tuple(_copy(index, c) for c in dossier.copies if c.article == article.id),
        credits=tuple(
            CreditView(name, index.cite(article.id, (c.span,), 80) if c.span else None)
            for name, c in sorted(credited.items())
        ),
        relays=tuple(relays)[:_RELAYS],
        copied_by=copied_by,
        href=index.pages.article(article.id) if index.pages else f"#{index.keys[article.id]}-text",
    )


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
        key=index.keys[copy.of],
        percent=round(copy.overlap * 100),
        directed=copy.directed,
        evidence=tuple(index.cite(copy.article, (s,), _WORDS) for s in sorted(longest)),
    )
