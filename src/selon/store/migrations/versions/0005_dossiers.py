"""Keep the dossiers of big stories, until something of what they were made from changes.

A migration that was released is never edited: ledgers that had it would differ from those that get it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "dossiers",
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("story", name="pk_dossiers"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_dossiers_story_stories", ondelete="CASCADE"),
    )
