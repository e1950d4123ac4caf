"""Search: articles and statements by their words, by who speaks, where, when and how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, func, literal, select

from selon.model import Annotations, Article, Form, Interval, Stance, Statement
from selon.store import schema, searched, sqlite
from selon.store.asking import excerpt, phrases
from selon.store.filling import amended_of, annotations_of, articles_of
from selon.store.opening import reading
from selon.store.rows import own_passages
from selon.store.stories import story_id
from selon.store.terms import terms
from selon.text import Span, covering, merged
from selon.text.naming import name_key

Kind = Literal["articles", "statements"]

MOST_HITS = 200
"""Hits of one page: each one's article is read for its passage."""

_ENDLESS = 1e300
_WORDS = {"articles": searched.article_words.name, "statements": searched.statement_words.name}


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What narrows a search. None narrows nothing.

    `actor` is a name, or a part of it in whole words, of the speaker; with it, `stance` or `form` only statements are
    found. `since` and `until`, both included, are days: of a statement when it was said, else, as of an article, when
    the article came out; what has no day lies between none. `story` is an id, the start of one, a name or a title.
    """

    actor: str | None = None
    outlet: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    stance: Stance | None = None
    form: Form | None = None
    story: str | None = None

    @property
    def of_statements(self) -> bool:
        """Say whether only statements can be meant."""
        return bool(self.actor or self.stance or self.form)


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """An article or a statement that was found.

    `passage` is where its words `text` stand in the article's text, `words` where in it those sought stand, all in code
    points of the article's text, end exclusive. `score` is higher for a better hit; 0 where no words were sought.
    `statement` is None of an article.
    """

    article: str
    label: str
    title: str | None
    outlet: str | None
    published: Interval | None
    story: str | None
    passage: Span | None
    text: str
    words: tuple[Span, ...]
    score: float
    statement: Statement | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One page of hits, the best first, and whether there are more after them."""

    of: Kind
    hits: tuple[Hit, ...] = ()
    more: bool = False


class _Place(NamedTuple):
    article: str
    position: int
    score: float


class Search:
    """The part of a ledger that finds by words."""

    _engine: Engine

    def search(
        self, words: str, filters: Filters | None = None, of: Kind | None = None, *, limit: int = 20, offset: int = 0
    ) -> Found:
        """Return what holds all of `words`, in any form and with or without accents, the best first (BM25).

        Words between quotation marks have to follow one another. Without words, everything that `filters` let
        through, the latest first. `of` says what is sought: by default articles, or statements where `filters` ask for
        something of statements. At most MOST_HITS hits are returned, after the first `offset`. Any text may be sought.
        Raises StoryNotFound, StoreError.
        """
        wanted = filters or Filters()
        kind: Kind = "statements" if wanted.of_statements else of or "articles"
        sought, speaker = phrases(words), phrases(wanted.actor or "")
        if (words.strip() and not sought) or (wanted.actor and not speaker):
            return Found(of=kind)
        limit, offset = min(max(limit, 1), MOST_HITS), min(max(offset, 0), 2**31)
        with reading(self._engine) as connection:
            narrowed = _narrowed(connection, wanted, kind)
            if narrowed is None:
                return Found(of=kind)
            query = _query(kind, sought, speaker, narrowed, offset + limit + 1)
            rows = [_Place(*row) for row in connection.execute(query.limit(limit + 1).offset(offset))]
            hits = _hits(connection, kind, rows[:limit], {key for phrase in (*sought, *speaker) for key in phrase})
        return Found(of=kind, hits=hits, more=len(rows) > limit)


def _query(
    kind: Kind,
    sought: Sequence[Sequence[str]],
    speaker: Sequence[Sequence[str]],
    narrowed: list[ColumnElement[bool]],
    wanted: int,
) -> Select[Any]:
    """Return the query for the article, the place of the statement in it (of an article 0) and the score.

    What can't be among the `wanted` best may be left out.
    """
    facets = _facets(kind)
    place: ColumnElement[Any] = facets.c.position if kind == "statements" else literal(0)
    order = (facets.c.first.desc().nulls_last(), facets.c.article, place)
    if not sought and not speaker:
        query = select(facets.c.article, place, literal(0.0)).where(*narrowed)
        return query.order_by(*order[: 3 if kind == "statements" else 2])
    match = sqlite.matches(_WORDS[kind], sought, speaker)
    score = match.c.score
    if not narrowed:
        # Half of all articles may have a word. Those that score too low are not even looked up: joining takes
        # longer than scoring. Where several score as the last one does, all of them stay, for their order.
        last = select(score).order_by(score.desc()).limit(1).offset(wanted - 1).scalar_subquery()
        narrowed = [score >= func.coalesce(last, -_ENDLESS)]
    found = match.join(facets, facets.c.number == match.c.number)
    return select(facets.c.article, place, score).select_from(found).where(*narrowed).order_by(score.desc(), *order)


def _narrowed(connection: Connection, wanted: Filters, kind: Kind) -> list[ColumnElement[bool]] | None:
    """Return the conditions that filters stand for; None when nothing can fulfil them."""
    facets, out = _facets(kind), list[ColumnElement[bool]]()
    if wanted.since:
        out.append(facets.c.last >= wanted.since)
    if wanted.until:
        out.append(facets.c.first <= wanted.until)
    if wanted.stance:
        out.append(facets.c.stance == wanted.stance)
    if wanted.form:
        out.append(facets.c.form == wanted.form)
    if wanted.outlet:
        key, outlet = name_key(wanted.outlet), schema.articles.c.outlet
        known = connection.scalars(select(outlet).where(outlet.is_not(None)).distinct())
        fitting = sorted(name for name in known if name_key(name) == key)
        if not fitting:
            return None
        out.append(facets.c.outlet.in_(fitting))
    if wanted.story:
        table = schema.story_articles
        story = story_id(connection, wanted.story)
        out.append(facets.c.article.in_(select(table.c.article).where(table.c.story == story)))
    return out


def _facets(kind: Kind) -> Table:
    return searched.article_facets if kind == "articles" else searched.statement_facets


def _hits(connection: Connection, kind: Kind, found: Sequence[_Place], keys: set[str]) -> tuple[Hit, ...]:
    ids = list(dict.fromkeys(row.article for row in found))
    articles = articles_of(connection, ids)
    homes = _homes(connection, ids)
    if kind == "articles":
        return tuple(_article_hit(articles[id_], homes.get(id_), score, keys) for id_, _, score in found)
    read = annotations_of(connection, ids)
    read |= {id_: made.annotations for id_, made in amended_of(connection, read).items()}
    return tuple(
        _statement_hit(articles[id_], read[id_], position, homes.get(id_), score, keys)
        for id_, position, score in found
    )


def _homes(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    table = schema.story_articles
    query = select(table.c.article, table.c.story).where(table.c.article.in_(list(ids))).order_by(table.c.story)
    return {row.article: row.story for row in connection.execute(query)}


def _article_hit(article: Article, story: str | None, score: float, keys: set[str]) -> Hit:
    passage, words = excerpt(article.text, own_passages(article), keys)
    return _hit(article, story, score, passage, words)


def _statement_hit(
    article: Article, found: Annotations, position: int, story: str | None, score: float, keys: set[str]
) -> Hit:
    statement = found.statements[position]
    spans = [*statement.content, *(s for s in (statement.source, statement.cue) if s is not None)]
    words = tuple(Span(t.start, t.end) for t in terms(article.text, merged(spans), keys))
    return _hit(article, story, score, covering(spans), words, statement)


def _hit(
    article: Article,
    story: str | None,
    score: float,
    passage: Span | None,
    words: tuple[Span, ...],
    statement: Statement | None = None,
) -> Hit:
    dating = article.published or article.updated
    title = article.title.of(article.text) if article.title else article.metadata.title
    return Hit(
        article=article.id,
        label=article.label,
        title=title,
        outlet=article.outlet,
        published=dating.interval if dating else None,
        story=story,
        passage=passage,
        text=passage.of(article.text) if passage else "",
        words=words,
        score=score,
        statement=statement,
    )
