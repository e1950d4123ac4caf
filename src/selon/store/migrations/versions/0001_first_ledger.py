"""Create the ledger: articles, annotations, statements, figures, stories.

A migration that was released is never edited: ledgers that had it would differ from those that get it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table, parents first."""
    _create_articles()
    _create_statements()
    _create_figures()
    _create_stories()


def _article_key(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_article_articles"
    return sa.ForeignKeyConstraint(["article"], ["articles.id"], name=name, ondelete="CASCADE")


def _create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("address", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("published_low", sa.Date),
        sa.Column("published_high", sa.Date),
        sa.Column("json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
    )
    op.create_table(
        "annotations",
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("selon", sa.Text, nullable=False),
        sa.Column("lexicon", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_annotations"),
        _article_key("annotations"),
    )
    op.create_table(
        "assignments",
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("story", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_assignments"),
        _article_key("assignments"),
    )


def _create_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("certainty", sa.Text, nullable=False),
        sa.Column("when_low", sa.Date),
        sa.Column("when_high", sa.Date),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article", "position", name="pk_statements"),
        _article_key("statements"),
    )
    op.create_index("ix_statements_id", "statements", ["id"])
    op.create_index("ix_statements_speaker", "statements", ["speaker"])


def _create_figures() -> None:
    op.create_table(
        "figures",
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("statement", sa.Text),
        sa.Column("counted", sa.Text, nullable=False),
        sa.Column("low", sa.Float),
        sa.Column("high", sa.Float),
        sa.Column("approx", sa.Text, nullable=False),
        sa.Column("as_of_low", sa.Date),
        sa.Column("as_of_high", sa.Date),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article", "position", name="pk_figures"),
        _article_key("figures"),
    )
    op.create_index("ix_figures_id", "figures", ["id"])
    op.create_index("ix_figures_counted", "figures", ["counted"])


def _create_stories() -> None:
    op.create_table(
        "stories",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.Column("json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
    )
    op.create_table(
        "story_articles",
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("story", "article", name="pk_story_articles"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_story_articles_story_stories", ondelete="CASCADE"),
        _article_key("story_articles"),
    )
    op.create_index("ix_story_articles_article", "story_articles", ["article"])
