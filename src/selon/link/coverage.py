"""Coverage: the articles of one story with their annotations, in one order, whatever order they arrived in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.lexicon import Lexicon
from selon.link.moments import day_order
from selon.link.words import TOKEN, Term, plain, terms
from selon.model import Annotations, Article, DateMention, Figure, Interval, Statement
from selon.text import Span


@dataclass(frozen=True)
class Told:
    """A statement with the article that reports it. Its words, which many ask for, are read once."""

    article: Article
    statement: Statement

    @property
    def said(self) -> Interval | None:
        """When it was said: as annotated, else at the latest when the article came out."""
        return _said(self.article, self.statement)

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words of its content, span by span."""
        text = self.article.text
        return tuple(tuple(TOKEN.findall(text, span.start, span.end)) for span in self.statement.content)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words of its content without case and accents, numbers without separators."""
        return tuple(plain(word) for words in self.words for word in words)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with its article and the statement it stands in (None: the article gives it itself)."""

    article: Article
    figure: Figure
    statement: Statement | None

    @property
    def said(self) -> Interval | None:
        """When the figure was given: as its statement, else at the latest when the article came out."""
        return _said(self.article, self.statement)


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of time with its article."""

    article: Article
    mention: DateMention

    @property
    def words(self) -> str:
        """The expression's words."""
        return " ".join(self.mention.span.of(self.article.text).split())


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles by date then id, what was found in them in order of the articles and of their texts."""

    articles: tuple[Article, ...]
    statements: tuple[Told, ...]
    figures: tuple[Counted, ...]
    dates: tuple[Dated, ...]
    lexicon: Lexicon
    stopwords: frozenset[str]

    def terms(self, article: Article, spans: Sequence[Span]) -> list[Term]:
        """Return the terms of passages of an article."""
        return terms(article.text, spans, self.stopwords, self.lexicon.language)


def coverage(articles: Sequence[Article], annotations: Mapping[str, Annotations], lexicon: Lexicon) -> Coverage:
    """Return the coverage of `articles`. One that stands twice counts once, one without annotations has none."""
    ordered = in_order(articles)
    told: list[Told] = []
    counted: list[Counted] = []
    dated: list[Dated] = []
    for article in ordered:
        found = annotations.get(article.id)
        if found is None:
            continue
        known = {s.id: s for s in found.statements}
        told.extend(Told(article, s) for s in sorted(known.values(), key=_place))
        figures = sorted({f.id: f for f in found.figures}.values(), key=lambda f: (f.span, f.id))
        counted.extend(Counted(article, f, known.get(f.statement or "")) for f in figures)
        dated.extend(Dated(article, d) for d in sorted(set(found.dates), key=lambda d: d.span))
    return Coverage(ordered, tuple(told), tuple(counted), tuple(dated), lexicon, frozenset(lexicon.stopwords.words))


def in_order(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return every article once, by day of publication (unknown last), then id."""
    known = {a.id: a for a in sorted(articles, key=lambda a: (a.id, a.path or ""))}
    return tuple(sorted(known.values(), key=lambda a: (day_order(published(a)), a.id)))


def published(article: Article) -> Interval | None:
    """Return the days in which an article came out, None when nothing tells."""
    dating = article.published or article.updated
    return dating.interval if dating else None


def _said(article: Article, statement: Statement | None) -> Interval | None:
    if statement is not None and statement.when is not None:
        return statement.when
    out = published(article)
    return Interval(None, out.high) if out and out.high else None


def _place(statement: Statement) -> tuple[Span, str]:
    return statement.content[0] if statement.content else Span(0, 1), statement.id
