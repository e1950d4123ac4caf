"""Rewording: making the terms of articles again that an older Selon, or another stemmer, made otherwise.

Who seeks a word seeks its term: in a ledger with terms of two makings, half of the articles would not be found.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, func, insert, select

from selon.model import Annotations
from selon.store import rows, searched
from selon.store.filling import amended_of, annotations_of, articles_of, insert_rows
from selon.store.opening import reading, writing
from selon.store.terms import made_with

AT_ONCE = 100
"""Articles of one transaction: a second or two."""


class Rewording:
    """The part of a ledger that keeps its terms up to date."""

    _engine: Engine

    def outworded(self) -> int:
        """Return the number of articles whose terms are not those that would be made now."""
        with reading(self._engine) as connection:
            if _made_now(connection):
                return _waiting(connection)
        with writing(self._engine) as connection:
            if not _made_now(connection):  # no other process was faster
                for table in (searched.worded, searched.unworded):
                    connection.execute(delete(table))
                connection.execute(insert(searched.worded), {"made_with": made_with()})
                every = select(searched.article_words.c.article)
                connection.execute(insert(searched.unworded).from_select(["article"], every))
            return _waiting(connection)

    def reword(self) -> int:
        """Make the terms of AT_ONCE such articles again, and return how many are left."""
        waiting = searched.unworded.c.article
        with writing(self._engine) as connection:
            ids = list(connection.scalars(select(waiting).order_by(waiting).limit(AT_ONCE)))
            articles = articles_of(connection, ids)
            read: dict[str, Annotations] = annotations_of(connection, ids)
            read |= {id_: found.annotations for id_, found in amended_of(connection, read).items()}
            for table in (searched.article_words, searched.statement_words, searched.unworded):
                connection.execute(delete(table).where(table.c.article.in_(ids)))
            insert_rows(connection, searched.article_words, [rows.article_words_row(a) for a in articles.values()])
            stated = [row for id_, found in read.items() for row in rows.statement_words_rows(articles[id_], found)]
            insert_rows(connection, searched.statement_words, stated)
            return _waiting(connection)


def _made_now(connection: Connection) -> bool:
    return connection.scalar(select(searched.worded.c.made_with)) == made_with()


def _waiting(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(searched.unworded)) or 0
