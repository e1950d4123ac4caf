"""The ledger: what every other part of Selon asks of the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Column, Connection, Engine, Table, delete, insert, select

from selon.errors import StoreError
from selon.model import Annotations, Article, Story
from selon.store import rows, schema
from selon.store.browsing import Browsing
from selon.store.corrections import Corrections
from selon.store.finding import find_story
from selon.store.opening import open_engine, reading, writing
from selon.store.rows import Reader
from selon.text import words_of

_ASKED_AT_ONCE = 500
"""Ids in one query. SQLite takes no more than 999 values in builds older than 3.32."""


class Added(msgspec.Struct, frozen=True):
    """The ids of the articles that a call added, and of those that were there already, in order of arrival."""

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


class Ledger(Corrections, Browsing):
    """A ledger that is open. Use it as a context manager, or close it.

    Every method is one transaction: all of it happened or nothing did, whenever the process stops. Rows come
    back in an order that depends on what they hold only, not on when they were written.
    """

    def __init__(self, engine: Engine) -> None:
        """Take over `engine`, whose database has all migrations. Use `Ledger.open`."""
        self._engine = engine

    @classmethod
    def open(cls, location: str | Path, *, create: bool = True) -> Self:
        """Open the ledger at a path or an SQLAlchemy address; create it unless `create` is False.

        Raises StoreError, saying what to do, for a file that is no ledger, for one from a newer Selon, and
        where nothing can be written.
        """
        return cls(open_engine(location, create=create))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection. Closing twice is no fault."""
        self._stop_watching()
        self._engine.dispose()

    def add(
        self, items: Iterable[tuple[Article, Annotations]], story: str | None = None, reader: Reader | None = None
    ) -> Added:
        """Add articles with their annotations; those whose id is there already stay as they are.

        `story` is the name of a story that a person puts all of them into, also those already there. `reader`
        says what annotated them. Raises StoreError, and adds none, when one of them can't be stored.
        """
        given: dict[str, tuple[Article, Annotations]] = {}
        for pair in items:  # before the lock is taken: they may be annotated on the way
            given.setdefault(pair[0].id, pair)
        with writing(self._engine) as connection:
            there = _known(connection, given)
            new = [pair for id_, pair in given.items() if id_ not in there]
            _insert_articles(connection, new, reader or _this_reader())
            if story is not None:
                _assign(connection, list(given), story)
        return Added(tuple(id_ for id_ in given if id_ not in there), tuple(id_ for id_ in given if id_ in there))

    def assign(self, ids: Iterable[str], story: str) -> None:
        """Put articles into the story named `story`, for a person. Raises StoreError for an unknown article."""
        with writing(self._engine) as connection:
            _assign(connection, list(dict.fromkeys(ids)), story)

    def assignments(self) -> dict[str, str]:
        """Return the name of the story that a person put an article into, by article id, sorted."""
        table = schema.assignments
        with reading(self._engine) as connection:
            found = connection.execute(select(table.c.article, table.c.story).order_by(table.c.article))
            return {row.article: row.story for row in found}

    def known(self, ids: Iterable[str]) -> set[str]:
        """Return those of `ids` that are ids of articles in the ledger."""
        with reading(self._engine) as connection:
            return _known(connection, ids)

    def ids(self) -> list[str]:
        """Return the ids of all articles, sorted."""
        with reading(self._engine) as connection:
            return list(connection.scalars(select(schema.articles.c.id).order_by(schema.articles.c.id)))

    def articles(self, story: str | None = None) -> list[Article]:
        """Return all articles, by id, or those of one story, in its order.

        `story` is what `story()` takes; raises StoryNotFound like it.
        """
        if story is None:
            query = select(schema.articles.c.id, schema.articles.c.json).order_by(schema.articles.c.id)
            with reading(self._engine) as connection:
                found = connection.execute(query).all()
            return [rows.read_back(json, Article, id_) for id_, json in found]
        wanted = self.story(story).articles
        with reading(self._engine) as connection:
            held = _json_of(connection, schema.articles.c.id, schema.articles.c.json, wanted)
        return [rows.read_back(held[id_], Article, id_) for id_ in wanted]

    def annotations(self, ids: Iterable[str]) -> dict[str, Annotations]:
        """Return the annotations of those of `ids` that are in the ledger, by article id, sorted."""
        table = schema.annotated
        with reading(self._engine) as connection:
            held = _json_of(connection, table.c.article, table.c.json, ids)
        return {id_: rows.read_back(held[id_], Annotations, id_) for id_ in sorted(held)}

    def readers(self) -> dict[str, Reader]:
        """Return what annotated each article, by article id, sorted."""
        table = schema.annotated
        query = select(table.c.article, table.c.selon, table.c.lexicon, table.c.model).order_by(table.c.article)
        with reading(self._engine) as connection:
            return {
                article: Reader(selon=selon, lexicon=lexicon, model=model)
                for article, selon, lexicon, model in connection.execute(query)
            }

    def stories(self) -> list[Story]:
        """Return all stories, the one that began first first; those without a date last."""
        table = schema.stories
        query = select(table.c.id, table.c.json).order_by(table.c.first.is_(None), table.c.first, table.c.id)
        with reading(self._engine) as connection:
            found = connection.execute(query).all()
        return [rows.read_back(json, Story, id_) for id_, json in found]

    def set_stories(self, stories: Sequence[Story]) -> None:
        """Replace the whole grouping. Raises StoreError, and leaves the old one, for an unknown article."""
        with writing(self._engine) as connection:
            connection.execute(delete(schema.story_articles))
            connection.execute(delete(schema.stories))
            unknown = sorted(
                {id_ for story in stories for id_ in story.articles} - _known(connection, _members(stories))
            )
            if unknown:
                raise StoreError(_strangers(unknown))
            titles = _titles(connection, stories)
            _insert(connection, schema.stories, [rows.story_row(s, titles.get(s.id)) for s in stories])
            places = [
                {"story": story.id, "article": id_, "position": position}
                for story in stories
                for position, id_ in enumerate(story.articles)
            ]
            _insert(connection, schema.story_articles, places)

    def story(self, wanted: str) -> Story:
        """Return the story of that id, of an id that starts so, of that name or title.

        Raises StoryNotFound with the nearest names.
        """
        table = schema.stories
        with reading(self._engine) as connection:
            listed = [
                (id_, title) for id_, title in connection.execute(select(table.c.id, table.c.title).order_by("id"))
            ]
            names = list(connection.scalars(select(schema.assignments.c.story).distinct().order_by("story")))
            found = find_story(wanted, listed, names)
            json = connection.scalars(select(table.c.json).where(table.c.id == found)).one()
        return rows.read_back(json, Story, found)


def _this_reader() -> Reader:
    return Reader(selon=version("selon"))


def _known(connection: Connection, ids: Iterable[str]) -> set[str]:
    table = schema.articles
    found: set[str] = set()
    for some in _portions(ids):
        found.update(connection.scalars(select(table.c.id).where(table.c.id.in_(some))))
    return found


def _insert_articles(connection: Connection, new: Sequence[tuple[Article, Annotations]], reader: Reader) -> None:
    _insert(connection, schema.articles, [rows.article_row(article) for article, _ in new])
    _insert(connection, schema.annotated, [rows.annotations_row(*pair, reader) for pair in new])
    _insert(connection, schema.statements, [row for pair in new for row in rows.statement_rows(*pair)])
    _insert(connection, schema.figures, [row for pair in new for row in rows.figure_rows(*pair)])


def _insert(connection: Connection, table: Table, given: Sequence[Mapping[str, object]]) -> None:
    if given:
        connection.execute(insert(table), list(given))


def _assign(connection: Connection, ids: Sequence[str], story: str) -> None:
    unknown = sorted(set(ids) - _known(connection, ids))
    if unknown:
        raise StoreError(_strangers(unknown))
    table = schema.assignments
    for some in _portions(ids):
        connection.execute(delete(table).where(table.c.article.in_(some)))
    _insert(connection, table, [{"article": id_, "story": story} for id_ in ids])


def _strangers(ids: Sequence[str]) -> str:
    return f"expected articles of the ledger, got {', '.join(ids[:5])}. Add these articles first"


def _json_of(connection: Connection, key: Column[str], json: Column[str], ids: Iterable[str]) -> dict[str, str]:
    held: dict[str, str] = {}
    for some in _portions(ids):
        held.update((id_, data) for id_, data in connection.execute(select(key, json).where(key.in_(some))))
    return held


def _members(stories: Sequence[Story]) -> list[str]:
    return [id_ for story in stories for id_ in story.articles]


def _titles(connection: Connection, stories: Sequence[Story]) -> dict[str, str]:
    """Return the words of each story's title, by story id."""
    titled = [(story.id, story.title) for story in stories if story.title is not None]
    table = schema.articles
    held = _json_of(connection, table.c.id, table.c.json, [title.article for _, title in titled])
    texts = {id_: rows.read_back(data, Article, id_).text for id_, data in held.items()}
    return {id_: words_of(title.spans, texts[title.article]) for id_, title in titled if title.article in texts}


def _portions(ids: Iterable[str]) -> Iterator[list[str]]:
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), _ASKED_AT_ONCE):
        yield every[start : start + _ASKED_AT_ONCE]
