"""Filling: writing articles with all that is kept of them, inside a transaction that somebody else has opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Column, Connection, Table, delete, insert, select

from selon.model import Amended, Annotations, Article, Correction
from selon.store import rows, schema, searched
from selon.store.amending import amended
from selon.store.rows import Reader

T = TypeVar("T", str, int)

_ASKED_AT_ONCE = 500
"""Ids in one query. SQLite takes no more than 999 values in builds older than 3.32."""

_DERIVED = (schema.statements, schema.figures, searched.statement_words)


def insert_articles(
    connection: Connection, new: Sequence[tuple[Article, Annotations]], reader: Reader, added: str | None
) -> None:
    """Write articles that are not there yet. Corrections of their statements may be there already."""
    insert_rows(connection, schema.articles, [rows.article_row(article) | {"added": added} for article, _ in new])
    insert_rows(connection, schema.annotated, [rows.annotations_row(*pair, reader) for pair in new])
    insert_rows(connection, searched.article_words, [rows.article_words_row(article) for article, _ in new])
    insert_rows(connection, schema.unplaced, [{"article": article.id} for article, _ in new])
    _derive(connection, new)


def replace_annotations(connection: Connection, read: Sequence[tuple[Article, Annotations]], reader: Reader) -> None:
    """Write what was read anew of articles that are there."""
    _empty(connection, (schema.annotated, *_DERIVED), [article.id for article, _ in read])
    insert_rows(connection, schema.annotated, [rows.annotations_row(*pair, reader) for pair in read])
    _derive(connection, read)


def derive_again(connection: Connection, article: str) -> None:
    """Write the rows of an article's statements and figures anew, after a correction. An absent article has none."""
    held = articles_of(connection, [article])
    read = annotations_of(connection, held)
    _empty(connection, _DERIVED, list(held))
    _derive(connection, [(held[id_], read[id_]) for id_ in held])


def remove_articles(connection: Connection, ids: Sequence[str]) -> None:
    """Remove articles with all that is kept of them, but for what persons said."""
    for some in portions(ids):
        connection.execute(delete(schema.articles).where(schema.articles.c.id.in_(some)))


def articles_of(connection: Connection, ids: Iterable[str]) -> dict[str, Article]:
    """Return those of `ids` that are in the ledger, by id."""
    held = json_of(connection, schema.articles.c.id, schema.articles.c.json, ids)
    return {id_: rows.read_back(json, Article, id_) for id_, json in held.items()}


def annotations_of(connection: Connection, ids: Iterable[str]) -> dict[str, Annotations]:
    """Return the annotations of those of `ids` that are in the ledger as they were read, by article id."""
    held = json_of(connection, schema.annotated.c.article, schema.annotated.c.json, ids)
    return {id_: rows.read_back(json, Annotations, id_) for id_, json in held.items()}


def amended_of(connection: Connection, read: Mapping[str, Annotations]) -> dict[str, Amended]:
    """Return annotations, given by article id, as persons corrected them; those that nobody did are left out."""
    made = corrections_of(connection, read)
    texts = articles_of(connection, made)
    return {id_: amended(texts[id_].text, read[id_], made[id_]) for id_ in made if id_ in texts}


def corrections_of(connection: Connection, articles: Iterable[str]) -> dict[str, list[Correction]]:
    """Return the corrections of the statements of articles, by article id."""
    table, found = schema.corrections, dict[str, list[Correction]]()
    for some in portions(articles):
        query = select(table.c.article, table.c.id, table.c.json).where(table.c.article.in_(some))
        for article, id_, json in connection.execute(query):
            found.setdefault(article, []).append(rows.read_back(json, Correction, id_))
    return found


def known_of(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return those of `ids` that are ids of articles in the ledger."""
    table, found = schema.articles, set[str]()
    for some in portions(ids):
        found.update(connection.scalars(select(table.c.id).where(table.c.id.in_(some))))
    return found


def insert_rows(connection: Connection, table: Table, given: Sequence[Mapping[str, object]]) -> None:
    """Insert rows into a table, if there are any."""
    if given:
        connection.execute(insert(table), list(given))


def json_of(connection: Connection, key: Column[str], json: Column[str], ids: Iterable[str]) -> dict[str, str]:
    """Return what is written in the column `json` of the rows whose `key` is among `ids`, by key."""
    held: dict[str, str] = {}
    for some in portions(ids):
        held.update((id_, data) for id_, data in connection.execute(select(key, json).where(key.in_(some))))
    return held


def portions(ids: Iterable[T]) -> Iterator[list[T]]:
    """Yield `ids`, each once, as many together as one query may ask for."""
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), _ASKED_AT_ONCE):
        yield every[start : start + _ASKED_AT_ONCE]


def _derive(connection: Connection, read: Sequence[tuple[Article, Annotations]]) -> None:
    corrected = amended_of(connection, {article.id: found for article, found in read})
    pairs = [(a, corrected[a.id].annotations if a.id in corrected else found) for a, found in read]
    insert_rows(connection, schema.statements, [row for pair in pairs for row in rows.statement_rows(*pair)])
    insert_rows(connection, schema.figures, [row for pair in pairs for row in rows.figure_rows(*pair)])
    insert_rows(
        connection, searched.statement_words, [row for pair in pairs for row in rows.statement_words_rows(*pair)]
    )


def _empty(connection: Connection, tables: Iterable[Table], articles: Sequence[str]) -> None:
    for table in tables:
        for some in portions(articles):
            connection.execute(delete(table).where(table.c.article.in_(some)))
