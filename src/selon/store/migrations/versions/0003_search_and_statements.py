"""Find articles and statements by their words; keep corrections of statements, and those that were taken back.

A migration that was released is never edited: ledgers that had it would differ from those that get it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import sqlalchemy as sa
from alembic import op

from selon.store.terms import indexed
from selon.text import Span

revision = "0003"
down_revision = "0002"

_AT_ONCE = 500


def upgrade() -> None:
    """Create the tables, then fill them from what the ledger holds."""
    op.add_column("articles", sa.Column("added", sa.Text))
    op.create_index("ix_articles_added", "articles", ["added"])
    op.create_index("ix_articles_outlet", "articles", ["outlet"])
    _create_corrections()
    _create_words()
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _create_search()
    _fill_articles(connection)
    _fill_statements(connection)


def _create_corrections() -> None:
    op.add_column("corrections", sa.Column("subject", sa.Text))
    op.add_column("corrections", sa.Column("article", sa.Text))
    op.create_index("ix_corrections_article", "corrections", ["article"])
    op.create_table(
        "withdrawn",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("correction", sa.Text, nullable=False),
        sa.Column("undone", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_withdrawn"),
    )
    connection = op.get_bind()
    kept = sa.table("corrections", sa.column("id"), sa.column("json"), sa.column("subject"))
    for id_, written in connection.execute(sa.select(kept.c.id, kept.c.json)).all():
        subject = json.loads(written).get("of", "actors")
        connection.execute(sa.update(kept).where(kept.c.id == id_).values(subject=subject))


def _create_words() -> None:
    op.create_table(
        "article_words",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_article_words"),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.id"], name="fk_article_words_article_articles", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "statement_words",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_statement_words"),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.id"], name="fk_statement_words_article_articles", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_article_words_article", "article_words", ["article"])
    op.create_index("ix_statement_words_article", "statement_words", ["article"])


def _create_search() -> None:
    """Let SQLite keep its index in step by itself: rows are inserted and deleted, never changed."""
    for table, columns in (("article_words", "title, body"), ("statement_words", "speaker, content")):
        index = table.replace("words", "search")
        options = f"content='{table}', content_rowid='number', tokenize='unicode61 remove_diacritics 0'"
        op.execute(f"CREATE VIRTUAL TABLE {index} USING fts5({columns}, {options})")
        new, old = (", ".join(f"{row}.{name}" for name in columns.split(", ")) for row in ("new", "old"))
        into = f"INSERT INTO {index} (rowid, {columns}) VALUES (new.number, {new})"  # noqa: S608
        out = f"INSERT INTO {index} ({index}, rowid, {columns}) VALUES ('delete', old.number, {old})"  # noqa: S608
        op.execute(f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {into}; END")
        op.execute(f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {out}; END")


def _fill_articles(connection: sa.Connection) -> None:
    held = sa.table("articles", sa.column("id"), sa.column("title"), sa.column("json"))
    words = sa.table("article_words", sa.column("article"), sa.column("title"), sa.column("body"))
    ids = connection.scalars(sa.select(held.c.id).order_by(held.c.id)).all()
    for some in _portions(ids):
        query = sa.select(held.c.id, held.c.title, held.c.json).where(held.c.id.in_(some)).order_by(held.c.id)
        rows = [
            {"article": id_, "title": indexed(title or ""), "body": _body(written)}
            for id_, title, written in connection.execute(query)
        ]
        connection.execute(sa.insert(words), rows)


def _body(written: str) -> str:
    article = json.loads(written)
    blocks = article.get("blocks") or [{"span": [0, len(article["text"])], "kind": "paragraph"}]
    own = [Span(*block["span"]) for block in blocks if block["kind"] != "furniture" and block["span"][1]]
    return indexed(article["text"], own)


def _fill_statements(connection: sa.Connection) -> None:
    held = sa.table("statements", *(sa.column(n) for n in ("article", "position", "speaker", "text")))
    words = sa.table("statement_words", *(sa.column(n) for n in ("article", "position", "speaker", "content")))
    ids = connection.scalars(sa.select(held.c.article).distinct().order_by(held.c.article)).all()
    for some in _portions(ids):
        query = sa.select(held).where(held.c.article.in_(some)).order_by(held.c.article, held.c.position)
        rows = [
            {"article": article, "position": position, "speaker": indexed(speaker), "content": indexed(text)}
            for article, position, speaker, text in connection.execute(query)
        ]
        connection.execute(sa.insert(words), rows)


def _portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
