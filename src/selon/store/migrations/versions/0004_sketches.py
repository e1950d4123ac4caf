"""Keep what articles are found by: sketches with their keys and likenesses, and the keys of their wording.

Every article of an older ledger waits to be sketched; its stories stay until it is.

A migration that was released is never edited: ledgers that had it would differ from those that get it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the tables, and put all articles into the queue of those to be grouped."""
    _create_sketches()
    _create_keys()
    op.create_table(
        "unplaced",
        sa.Column("article", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_unplaced"),
        _key("unplaced", "article", "articles", "id"),
    )
    op.create_table(
        "groupings",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("made_with", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_groupings"),
    )
    op.execute("INSERT INTO unplaced (article) SELECT id FROM articles")


def _key(table: str, column: str, referred: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{referred}"
    return sa.ForeignKeyConstraint([column], [f"{referred}.{to}"], name=name, ondelete="CASCADE")


def _create_sketches() -> None:
    op.create_table(
        "sketches",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("low", sa.Date),
        sa.Column("high", sa.Date),
        sa.Column("grouped", sa.Text),
        sa.Column("json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_sketches"),
    )
    op.create_index("ix_sketches_id", "sketches", ["id"], unique=True)
    op.create_index("ix_sketches_grouped", "sketches", ["grouped"])
    op.create_table(
        "article_sketches",
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("sketch", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_article_sketches"),
        _key("article_sketches", "article", "articles", "id"),
        _key("article_sketches", "sketch", "sketches", "number"),
    )
    op.create_index("ix_article_sketches_sketch", "article_sketches", ["sketch"])


def _create_keys() -> None:
    op.create_table(
        "sketch_keys",
        sa.Column("key", sa.BigInteger, nullable=False),
        sa.Column("sketch", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", "sketch", name="pk_sketch_keys"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "likenesses",
        sa.Column("one", sa.Integer, nullable=False),
        sa.Column("other", sa.Integer, nullable=False),
        sa.Column("value", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name="pk_likenesses"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wording_keys",
        sa.Column("key", sa.BigInteger, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", "article", name="pk_wording_keys"),
        sqlite_with_rowid=False,
    )
