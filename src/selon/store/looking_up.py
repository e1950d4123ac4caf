"""Looking up: articles and statements by what a person types of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import ColumnElement, Engine, func, or_, select

from selon.model import Article
from selon.store import schema
from selon.store.filling import articles_of
from selon.store.opening import reading


class StatementPlace(NamedTuple):
    """A statement's id, its article's, and the words of its content."""

    id: str
    article: str
    text: str


class LookingUp:
    """The part of a ledger that knows what is meant."""

    _engine: Engine

    def articles_by_id(self, ids: Iterable[str]) -> list[Article]:
        """Return those of `ids` that are in the ledger, in the order of `ids`."""
        asked = list(dict.fromkeys(ids))
        with reading(self._engine) as connection:
            held = articles_of(connection, asked)
        return [held[id_] for id_ in asked if id_ in held]

    def articles_like(self, wanted: str, limit: int = 2) -> list[str]:
        """Return the ids of the articles of an id or address, else whose ids start or addresses end so.

        `limit` at most, sorted.
        """
        id_, address = schema.articles.c.id, schema.articles.c.address
        ends = func.substr(address, -len(f"/{wanted}")) == f"/{wanted}"
        with reading(self._engine) as connection:
            for fits in (or_(id_ == wanted, address == wanted), or_(_starts(id_, wanted), ends)) if wanted else ():
                found = connection.scalars(select(id_).where(fits).order_by(id_).limit(limit)).all()
                if found:
                    return list(found)
        return []

    def statements_like(self, wanted: str, limit: int = 2) -> list[StatementPlace]:
        """Return the statements of an id, else those whose ids start so, else those whose content holds the words.

        `limit` at most, by article and place.
        """
        table = schema.statements
        fitting = (table.c.id == wanted, _starts(table.c.id, wanted), func.instr(table.c.text, wanted) > 0)
        with reading(self._engine) as connection:
            for fits in fitting if wanted else ():
                query = select(table.c.id, table.c.article, table.c.text).where(fits)
                found = connection.execute(query.order_by(table.c.article, table.c.position).limit(limit)).all()
                if found:
                    return [StatementPlace(*row) for row in found]
        return []


def _starts(column: ColumnElement[str], wanted: str) -> ColumnElement[bool]:
    """Return the condition that a column starts with `wanted`, none of whose characters mean anything else."""
    return func.substr(column, 1, len(wanted)) == wanted
