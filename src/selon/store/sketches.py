"""Sketches as the ledger keeps them: found by their keys, with their likenesses and the groups that they are in.

Nothing here looks at all articles of a ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Connection, Engine, delete, func, insert, select

from selon.model import Interval, Sketch, Sketched
from selon.store import rows, schema
from selon.store.filling import insert_rows, portions
from selon.store.opening import reading, writing

Alike = Callable[[Sketch, Sketch], float]


class Sketches:
    """The part of a ledger by which articles are found that are about the same, or say the same."""

    _engine: Engine

    def unsketched(self, ids: Iterable[str]) -> list[str]:
        """Return those of `ids` that have no sketch."""
        every = list(ids)
        with reading(self._engine) as connection:
            known = _with_sketch(connection, every)
        return [id_ for id_ in every if id_ not in known]

    def add_sketches(
        self,
        made: Iterable[tuple[str, Sketch, Sequence[int]]],
        likeness: Alike,
    ) -> None:
        """Keep the sketches of articles, given by id, and the keys of their wording.

        `likeness` is asked of those that share a key: others are not compared. An article that has one keeps it.
        """
        given = list(made)
        with writing(self._engine) as connection:
            table = schema.article_sketches
            there = _with_sketch(connection, [id_ for id_, _, _ in given])
            held: dict[int, Sketch] = {}
            for id_, sketch, wording in given:
                if id_ in there:
                    continue
                number = _number(connection, sketch, held, likeness)
                connection.execute(insert(table), {"article": id_, "sketch": number})
                insert_rows(connection, schema.wording_keys, [{"key": key, "article": id_} for key in wording])

    def sketched(
        self, *, articles: Iterable[str] = (), sketches: Iterable[str] = (), groups: Iterable[str] = ()
    ) -> list[Sketched]:
        """Return what is known of the sketches of articles, of sketches by id, and of all in some groups."""
        table, of = schema.sketches, schema.article_sketches
        query = select(table.c.id, table.c.low, table.c.high, table.c.grouped, of.c.article).join_from(table, of)
        found: dict[str, tuple[Interval | None, str | None, set[str]]] = {}
        with reading(self._engine) as connection:
            numbers = [
                number
                for key, ids in ((of.c.article, articles), (table.c.id, sketches), (table.c.grouped, groups))
                for some in portions(ids)
                for number in connection.scalars(select(table.c.number).join_from(table, of).where(key.in_(some)))
            ]
            for asked in portions(numbers):
                for id_, low, high, grouped, article in connection.execute(query.where(table.c.number.in_(asked))):
                    days = Interval(low, high) if low or high else None
                    found.setdefault(id_, (days, grouped, set()))[2].add(article)
        return [
            Sketched(sketch=id_, days=days, articles=tuple(sorted(own)), group=grouped)
            for id_, (days, grouped, own) in sorted(found.items())
        ]

    def likenesses(self, sketches: Iterable[str], *, within: bool = False) -> dict[tuple[str, str], float]:
        """Return the likeness of each of `sketches`, by id, with any other one, the smaller id of a pair first.

        `within`: with one another only.
        """
        table, of = schema.likenesses, schema.sketches
        query = select(table.c.one, table.c.other, table.c.value)
        if within:
            query = query.where(table.c.one < table.c.other)
        with reading(self._engine) as connection:
            names = {
                number: id_
                for some in portions(sketches)
                for number, id_ in connection.execute(select(of.c.number, of.c.id).where(of.c.id.in_(some)))
            }
            found = [
                row for some in portions(names) for row in connection.execute(query.where(table.c.one.in_(some))).all()
            ]
            others = {other for _, other, _ in found if other not in names} if not within else ()
            for some in portions(others):
                names.update(connection.execute(select(of.c.number, of.c.id).where(of.c.number.in_(some))).all())
        pairs = ((names[one], names[other], value) for one, other, value in found if other in names)
        return {(one, other) if one < other else (other, one): value for one, other, value in pairs}

    def holders(self, keys: Iterable[int], most: int | None = None) -> dict[str, list[int]]:
        """Return which of these keys of wording each article has, by article id, sorted.

        With `most`, a key leads to so many articles, those with the smallest ids: a text may stand everywhere.
        """
        table = schema.wording_keys
        place = func.row_number().over(partition_by=table.c.key, order_by=table.c.article).label("place")
        found: dict[str, list[int]] = {}
        with reading(self._engine) as connection:
            for some in portions(keys):
                query = select(table.c.article, table.c.key, place).where(table.c.key.in_(some)).subquery()
                first = select(query.c.article, query.c.key)
                for article, key in connection.execute(first if most is None else first.where(query.c.place <= most)):
                    found.setdefault(article, []).append(key)
        return {article: sorted(found[article]) for article in sorted(found)}


def forget(connection: Connection, articles: Sequence[str]) -> list[str]:
    """Forget the sketches of articles that are about to go, and return the other articles of their groups."""
    table, of = schema.sketches, schema.article_sketches
    numbers = [n for some in portions(articles) for n in connection.scalars(_numbers.where(of.c.article.in_(some)))]
    groups = [
        group
        for some in portions(numbers)
        for group in connection.scalars(select(table.c.grouped).where(table.c.number.in_(some)))
        if group is not None
    ]
    left = {
        id_
        for some in portions(groups)
        for id_ in connection.scalars(select(of.c.article).join_from(of, table).where(table.c.grouped.in_(some)))
    }
    for some in portions(articles):
        connection.execute(delete(schema.wording_keys).where(schema.wording_keys.c.article.in_(some)))
        connection.execute(delete(of).where(of.c.article.in_(some)))
    held = {n for some in portions(numbers) for n in connection.scalars(_numbers.where(of.c.sketch.in_(some)))}
    for some in portions(n for n in numbers if n not in held):
        for keys, column in _BY_NUMBER:
            connection.execute(delete(keys).where(column.in_(some)))
    return sorted(left - set(articles))


_numbers = select(schema.article_sketches.c.sketch)
_BY_NUMBER = (
    (schema.likenesses, schema.likenesses.c.one),
    (schema.likenesses, schema.likenesses.c.other),
    (schema.sketch_keys, schema.sketch_keys.c.sketch),
    (schema.sketches, schema.sketches.c.number),
)


def _with_sketch(connection: Connection, ids: Iterable[str]) -> set[str]:
    table = schema.article_sketches
    found: set[str] = set()
    for some in portions(ids):
        found.update(connection.scalars(select(table.c.article).where(table.c.article.in_(some))))
    return found


def _number(connection: Connection, sketch: Sketch, held: dict[int, Sketch], likeness: Alike) -> int:
    """Return the number of a sketch, which is written with its keys and likenesses if it is new."""
    table, keys = schema.sketches, schema.sketch_keys
    known: int | None = connection.scalars(select(table.c.number).where(table.c.id == sketch.id)).first()
    if known is not None:
        return known
    days = sketch.days or Interval()
    row = {"id": sketch.id, "low": days.low, "high": days.high, "json": rows.written(sketch, sketch.id)}
    number: int = connection.execute(insert(table).returning(table.c.number), row).scalar_one()
    near = connection.scalars(select(keys.c.sketch).distinct().where(keys.c.key.in_(sketch.keys))).all()
    for some in portions(n for n in near if n not in held):
        found = connection.execute(select(table.c.number, table.c.id, table.c.json).where(table.c.number.in_(some)))
        held.update((n, rows.read_back(json, Sketch, id_)) for n, id_, json in found)
    values = [(other, value) for other in sorted(near) if (value := likeness(sketch, held[other]))]
    pairs = [pair for other, value in values for pair in ((number, other, value), (other, number, value))]
    names = ("one", "other", "value")
    insert_rows(connection, schema.likenesses, [dict(zip(names, pair, strict=True)) for pair in pairs])
    insert_rows(connection, keys, [{"key": key, "sketch": number} for key in sketch.keys])
    held[number] = sketch
    return number
