"""Keep what a search may be narrowed by in short rows, and what its terms were made with.

A migration that was released is never edited: ledgers that had it would differ from those that get it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ARTICLE = """
INSERT INTO article_facets (number, article, outlet, first, last)
SELECT w.number, a.id, a.outlet,
    coalesce(a.published_low, a.published_high), coalesce(a.published_high, a.published_low)
FROM {words} AS w JOIN articles AS a ON a.id = w.article
"""
_STATEMENT = """
INSERT INTO statement_facets (number, article, position, stance, form, outlet, first, last)
SELECT w.number, a.id, s.position, s.stance, s.form, a.outlet,
    coalesce(s.when_low, s.when_high, a.published_low, a.published_high),
    coalesce(s.when_high, s.when_low, a.published_high, a.published_low)
FROM {words} AS w
JOIN articles AS a ON a.id = w.article
JOIN statements AS s ON s.article = w.article AND s.position = w.position
"""
_NEW_ARTICLE = "(SELECT new.number AS number, new.article AS article)"
_NEW_STATEMENT = "(SELECT new.number AS number, new.article AS article, new.position AS position)"


def upgrade() -> None:
    """Create the tables and fill the short rows. What terms were made with is not known of those that are there."""
    _create_facets()
    _create_worded()
    op.execute(_ARTICLE.format(words="article_words"))
    op.execute(_STATEMENT.format(words="statement_words"))
    for kind, filled, new in (("article", _ARTICLE, _NEW_ARTICLE), ("statement", _STATEMENT, _NEW_STATEMENT)):
        into = filled.format(words=new)
        op.execute(f"CREATE TRIGGER {kind}_facets_insert AFTER INSERT ON {kind}_words BEGIN {into}; END")


def _create_facets() -> None:
    op.create_table(
        "article_facets",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.PrimaryKeyConstraint("number", name="pk_article_facets"),
        sa.ForeignKeyConstraint(
            ["number"], ["article_words.number"], name="fk_article_facets_number_article_words", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "statement_facets",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.PrimaryKeyConstraint("number", name="pk_statement_facets"),
        sa.ForeignKeyConstraint(
            ["number"],
            ["statement_words.number"],
            name="fk_statement_facets_number_statement_words",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_article_facets_order", "article_facets", ["first", "article", "outlet", "last"])
    columns = ["first", "article", "position", "stance", "form", "outlet", "last"]
    op.create_index("ix_statement_facets_order", "statement_facets", columns)


def _create_worded() -> None:
    op.create_table(
        "worded",
        sa.Column("made_with", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("made_with", name="pk_worded"),
    )
    op.create_table(
        "unworded",
        sa.Column("article", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_unworded"),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name="fk_unworded_article_articles", ondelete="CASCADE"),
    )
