"""Run by Alembic for every migration: on the connection, and in the transaction, that it is given."""

from __future__ import annotations

from alembic import context

from selon.store.schema import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
