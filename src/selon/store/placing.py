"""Placing: which articles wait for their story, and which grouping was the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, Engine, delete, insert, select, update

from selon.store import schema
from selon.store.filling import insert_rows, portions
from selon.store.opening import reading, writing


class Placing(msgspec.Struct, frozen=True, kw_only=True):
    """What a grouping changes besides the stories that it makes.

    `after` is the number of the grouping that it was worked out on, `gone` are the stories that it replaces, `groups`
    the groups of sketches (None: no longer in any), `placed` the articles that wait no longer.
    """

    after: int
    gone: tuple[str, ...]
    groups: Mapping[str, str | None]
    placed: tuple[str, ...]


class Places:
    """The part of a ledger that says what is still to be grouped."""

    _engine: Engine

    def grouping(self, made_with: str) -> int:
        """Return the number of the last grouping.

        When sketches were made otherwise than by `made_with`, all are forgotten first, and every article waits anew.
        """
        with reading(self._engine) as connection:
            last = _last(connection)
        if last is not None and last[1] == made_with:
            return last[0]
        with writing(self._engine) as connection:
            return _start_over(connection, made_with)

    def unplaced(self) -> list[str]:
        """Return the ids of the articles that wait for their story, sorted."""
        with reading(self._engine) as connection:
            return list(connection.scalars(select(schema.unplaced.c.article).order_by(schema.unplaced.c.article)))


def wait_again(connection: Connection, articles: Sequence[str]) -> None:
    """Let articles wait for a story anew. A grouping that was worked out before is then no longer the next one."""
    for some in portions(articles):
        connection.execute(delete(schema.unplaced).where(schema.unplaced.c.article.in_(some)))
    insert_rows(connection, schema.unplaced, [{"article": id_} for id_ in articles])
    connection.execute(update(schema.groupings).values(number=schema.groupings.c.number + 1))


def advance(connection: Connection, placing: Placing) -> bool:
    """Write what a grouping changes besides stories, if it is the next one; say whether it is."""
    table = schema.groupings
    next_one = update(table).where(table.c.number == placing.after).values(number=placing.after + 1)
    if not connection.execute(next_one).rowcount:
        return False
    for sketch, group in placing.groups.items():
        connection.execute(update(schema.sketches).where(schema.sketches.c.id == sketch).values(grouped=group))
    for some in portions(placing.placed):
        connection.execute(delete(schema.unplaced).where(schema.unplaced.c.article.in_(some)))
    return True


def _last(connection: Connection) -> tuple[int, str] | None:
    found = connection.execute(select(schema.groupings.c.number, schema.groupings.c.made_with)).first()
    return (int(found.number), str(found.made_with)) if found is not None else None


def _start_over(connection: Connection, made_with: str) -> int:
    last = _last(connection)
    if last is not None and last[1] == made_with:
        return last[0]  # another process was faster
    kept = (schema.likenesses, schema.sketch_keys, schema.wording_keys, schema.article_sketches, schema.sketches)
    for table in (*kept, schema.unplaced, schema.groupings):
        connection.execute(delete(table))
    connection.execute(insert(schema.unplaced).from_select(["article"], select(schema.articles.c.id)))
    number = last[0] + 1 if last is not None else 1
    connection.execute(insert(schema.groupings), {"number": number, "made_with": made_with})
    return number
