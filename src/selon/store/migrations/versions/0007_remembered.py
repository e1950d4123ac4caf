"""Remember what linking worked out of the articles of big stories.

A migration that was released is never edited: ledgers that had it would differ from those that get it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "remembered",
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("made_with", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("story", name="pk_remembered"),
    )
