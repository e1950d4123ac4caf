"""The ledger: what every other part of Selon asks of the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Engine, select

from selon.model import Annotations, Article
from selon.store import rows, schema
from selon.store.browsing import Browsing
from selon.store.corrections import Corrections
from selon.store.filling import (
    amended_of,
    annotations_of,
    insert_articles,
    json_of,
    known_of,
    remove_articles,
    replace_annotations,
)
from selon.store.keeping import Keeping
from selon.store.looking_up import LookingUp
from selon.store.opening import open_engine, reading, writing
from selon.store.placing import Places, wait_again
from selon.store.rewording import Rewording
from selon.store.rows import Reader
from selon.store.search import Search
from selon.store.sketches import Sketches, forget
from selon.store.stories import Stories, assign, leave_stories, refuse_strangers


class Added(msgspec.Struct, frozen=True):
    """The ids of the articles that a call added, and of those that were there already, in order of arrival."""

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


class Ledger(Stories, Places, Sketches, Corrections, Search, LookingUp, Browsing, Keeping, Rewording):
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
        self,
        items: Iterable[tuple[Article, Annotations]],
        story: str | None = None,
        reader: Reader | None = None,
        when: dt.datetime | None = None,
    ) -> Added:
        """Add articles with their annotations; those whose id is there already stay as they are.

        `story` is the name of a story that a person puts all of them into, also those already there. `reader`
        says what annotated them, `when` at what time they came. Raises StoreError, and adds none, when one of them
        can't be stored.
        """
        came = rows.moment(when) if when else None
        given: dict[str, tuple[Article, Annotations]] = {}
        for pair in items:  # before the lock is taken: they may be annotated on the way
            given.setdefault(pair[0].id, pair)
        with writing(self._engine) as connection:
            there = known_of(connection, given)
            new = [pair for id_, pair in given.items() if id_ not in there]
            insert_articles(connection, new, reader or _this_reader(), came)
            if story is not None:
                assign(connection, list(given), story)
        return Added(tuple(id_ for id_ in given if id_ not in there), tuple(id_ for id_ in given if id_ in there))

    def read_again(self, items: Iterable[tuple[Article, Annotations]], reader: Reader | None = None) -> None:
        """Put other annotations in the place of those of articles that are there. What persons corrected holds.

        Raises StoreError, and changes none, for an unknown article.
        """
        given = {article.id: (article, found) for article, found in items}
        with writing(self._engine) as connection:
            refuse_strangers(connection, list(given))
            replace_annotations(connection, list(given.values()), reader or _this_reader())
            wait_again(connection, list(given))

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Remove articles, also from their stories; return the ids of those that were there, in order.

        What persons said of them stays, and holds when they come back.
        """
        with writing(self._engine) as connection:
            there = known_of(connection, given := list(dict.fromkeys(ids)))
            found = [id_ for id_ in given if id_ in there]
            wait_again(connection, forget(connection, found))
            remove_articles(connection, found)
            leave_stories(connection, there)
        return tuple(found)

    def known(self, ids: Iterable[str]) -> set[str]:
        """Return those of `ids` that are ids of articles in the ledger."""
        with reading(self._engine) as connection:
            return known_of(connection, ids)

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
            held = json_of(connection, schema.articles.c.id, schema.articles.c.json, wanted)
        return [rows.read_back(held[id_], Article, id_) for id_ in wanted]

    def annotations(self, ids: Iterable[str]) -> dict[str, Annotations]:
        """Return the annotations of those of `ids` that are in the ledger, as persons corrected them, by id, sorted."""
        with reading(self._engine) as connection:
            read = annotations_of(connection, ids)
            corrected = amended_of(connection, read)
        return {id_: corrected[id_].annotations if id_ in corrected else read[id_] for id_ in sorted(read)}

    def readers(self) -> dict[str, Reader]:
        """Return what annotated each article, by article id, sorted."""
        table = schema.annotated
        query = select(table.c.article, table.c.selon, table.c.lexicon, table.c.model).order_by(table.c.article)
        with reading(self._engine) as connection:
            return {
                article: Reader(selon=selon, lexicon=lexicon, model=model)
                for article, selon, lexicon, model in connection.execute(query)
            }


def _this_reader() -> Reader:
    return Reader(selon=version("selon"))
