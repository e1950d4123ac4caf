"""Browsing: what a reader asks of a ledger that is too big to be read whole, a portion at a time."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, func, select, tuple_

from selon.model import Interval, Mark
from selon.store import rows, schema, sqlite
from selon.store.opening import explained, reading

_NAMES_AT_ONCE = 200


class StoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """A story in a list: the words of its title, its days, how many articles and named outlets it has."""

    id: str
    title: str | None
    first: dt.date | None
    last: dt.date | None
    articles: int
    outlets: int


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article in a list.

    `story` is the id of its story, `address` its url, else its path, `added` when it came to the ledger, where that was
    said.
    """

    id: str
    story: str | None
    title: str | None
    outlet: str | None
    address: str | None
    published: Interval | None
    added: dt.datetime | None = None


class SpeakerLine(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker, as articles name it, with how many statements and articles have it so."""

    name: str
    statements: int
    articles: int


class SaidLine(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in a list, with its article's title and story."""

    id: str
    article: str
    story: str | None
    title: str | None
    outlet: str | None
    speaker: str
    stance: str
    when: Interval | None
    text: str


class Browsing:
    """The part of a ledger that gives portions. A portion has `limit` items after the first `offset`."""

    _engine: Engine
    _watched: Connection | None = None
    _watching = threading.Lock()

    def version(self) -> str:
        """Return a word that changes whenever anything is written to the ledger, by whatever program.

        It tells changes while the ledger stays open, and means nothing to another program. Raises StoreError.
        """
        with self._watching, explained(self._engine.url.database or "the ledger"):
            if self._watched is None:
                self._watched = self._engine.connect()
            return sqlite.version(self._watched)

    def story_lines(self, limit: int, offset: int = 0) -> tuple[int, list[StoryLine]]:
        """Return how many stories there are, and a portion of them, the one with the latest article first."""
        table, places, home = schema.stories, schema.story_articles, schema.articles
        counts = (
            select(
                places.c.story, func.count().label("articles"), func.count(home.c.outlet.distinct()).label("outlets")
            )
            .join(home, home.c.id == places.c.article)
            .group_by(places.c.story)
            .subquery()
        )
        columns = (table.c.id, table.c.title, table.c.first, table.c.last, counts.c.articles, counts.c.outlets)
        query = select(*columns).outerjoin(counts, counts.c.story == table.c.id)
        query = query.order_by(table.c.last.is_(None), table.c.last.desc(), table.c.id)
        with reading(self._engine) as connection:
            total = connection.scalar(select(func.count()).select_from(table)) or 0
            found = connection.execute(query.limit(limit).offset(offset)).all()
        return total, [
            StoryLine(
                id=row.id,
                title=row.title,
                first=row.first,
                last=row.last,
                articles=row.articles or 0,
                outlets=row.outlets or 0,
            )
            for row in found
        ]

    def article_lines(self, limit: int, offset: int = 0, *, story: str | None = None) -> tuple[int, list[ArticleLine]]:
        """Return how many articles there are, in all or in a story, and a portion of them, the last published first."""
        table, places = schema.articles, schema.story_articles
        order = (table.c.published_high.is_(None), table.c.published_high.desc(), table.c.id)
        return self._article_lines([places.c.story == story] if story else [], order, limit, offset)

    def added_since(self, moment: dt.datetime, limit: int, offset: int = 0) -> tuple[int, list[ArticleLine]]:
        """Return how many articles came to the ledger at `moment` or later, and a portion of them, the last first.

        Articles of which nobody said when they came are left out. `moment` has a time zone.
        """
        table = schema.articles
        since = table.c.added >= rows.moment(moment)
        return self._article_lines([since], (table.c.added.desc(), table.c.id), limit, offset)

    def _article_lines(
        self, wanted: list[ColumnElement[bool]], order: Sequence[ColumnElement[Any]], limit: int, offset: int
    ) -> tuple[int, list[ArticleLine]]:
        table, places = schema.articles, schema.story_articles
        home = table.outerjoin(places, places.c.article == table.c.id)
        columns = (
            *(table.c.id, table.c.title, table.c.outlet, table.c.address, places.c.story),
            *(table.c.published_low, table.c.published_high, table.c.added),
        )
        query = select(*columns).select_from(home).where(*wanted).order_by(*order)
        count = select(func.count()).select_from(home if wanted else table).where(*wanted)
        with reading(self._engine) as connection:
            total = connection.scalar(count) or 0
            found = connection.execute(query.limit(limit).offset(offset)).all()
        return total, [
            ArticleLine(
                id=row.id,
                story=row.story,
                title=row.title,
                outlet=row.outlet,
                address=row.address,
                published=_interval(row.published_low, row.published_high),
                added=dt.datetime.fromisoformat(row.added) if row.added else None,
            )
            for row in found
        ]

    def story_of(self, article: str) -> str | None:
        """Return the id of the story of an article, None for an article of none, and for an unknown one."""
        table = schema.story_articles
        with reading(self._engine) as connection:
            return connection.scalar(select(table.c.story).where(table.c.article == article).order_by(table.c.story))

    def speakers(self, part: str, limit: int, offset: int = 0) -> tuple[int, list[SpeakerLine]]:
        """Return how many names of speakers have `part` in them, and a portion of these, the most quoted first."""
        table = schema.statements
        count = func.count()
        query = (
            select(table.c.speaker, count.label("statements"), func.count(table.c.article.distinct()).label("articles"))
            .where(table.c.speaker != "")
            .group_by(table.c.speaker)
        )
        if part:
            query = query.where(table.c.speaker.icontains(part, autoescape=True))
        with reading(self._engine) as connection:
            total = connection.scalar(select(count).select_from(query.subquery())) or 0
            ordered = query.order_by(count.desc(), table.c.speaker)
            found = connection.execute(ordered.limit(limit).offset(offset)).all()
        return total, [SpeakerLine(name=r.speaker, statements=r.statements, articles=r.articles) for r in found]

    def said_elsewhere(
        self, names: Sequence[str], limit: int, offset: int = 0, *, outside: str, but: Iterable[Mark] = ()
    ) -> tuple[int, list[SaidLine]]:
        """Return how many statements speakers of these names make in other stories than `outside`, and a portion.

        The last said comes first. `but` are speakers of single articles who are somebody else.
        """
        table, places = schema.statements, schema.story_articles
        wanted = [table.c.speaker.in_(list(dict.fromkeys(names))[:_NAMES_AT_ONCE]), places.c.story != outside]
        others = [(mark.article, mark.name) for mark in but][:_NAMES_AT_ONCE]
        if others:
            wanted.append(tuple_(table.c.article, table.c.speaker).not_in(others))
        query = _said().where(*wanted)
        count = select(func.count()).select_from(query.subquery())
        query = query.order_by(table.c.when_high.is_(None), table.c.when_high.desc(), table.c.id)
        with reading(self._engine) as connection:
            total = connection.scalar(count) or 0
            return total, _said_lines(connection.execute(query.limit(limit).offset(offset)))

    def _stop_watching(self) -> None:
        if self._watched is not None:
            self._watched.close()
            self._watched = None


def _said() -> Select[tuple[object, ...]]:
    table, places, home = schema.statements, schema.story_articles, schema.articles
    return (
        select(
            table.c.id, table.c.article, table.c.speaker, table.c.stance, table.c.when_low, table.c.when_high,
            table.c.text, places.c.story, home.c.title, home.c.outlet,
        )
        .join(home, home.c.id == table.c.article)
        .join(places, places.c.article == table.c.article)
    )  # fmt: skip


def _said_lines(found: Iterable[Row[Any]]) -> list[SaidLine]:
    return [
        SaidLine(
            id=row.id,
            article=row.article,
            story=row.story,
            title=row.title,
            outlet=row.outlet,
            speaker=row.speaker,
            stance=row.stance,
            when=_interval(row.when_low, row.when_high),
            text=row.text,
        )
        for row in found
    ]


def _interval(low: object, high: object) -> Interval | None:
    return None if low is None and high is None else Interval(low, high)  # type: ignore[arg-type]
