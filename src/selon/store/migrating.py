"""Migrating: applying, one by one, the migrations that a ledger has not had yet."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from selon.errors import StoreError
from selon.store.opening import revision_of, writing
from selon.store.schema import HEAD


def migrate(engine: Engine, place: str) -> None:
    """Bring the ledger behind `engine` up to this version.

    Each migration is one transaction together with its own record. What is left to do is looked up once that
    transaction has the lock, so that of two processes that open one new file a single one creates it.
    Raises StoreError when a newer Selon has migrated the ledger further.
    """
    while _migrate_once(engine, place):
        pass


def configuration() -> Config:
    """Return Alembic's configuration: no file, only where the migrations are."""
    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def revisions() -> tuple[str, ...]:
    """Return the ids of all migrations that this Selon knows, first to last."""
    found = ScriptDirectory.from_config(configuration()).walk_revisions()
    return tuple(reversed([script.revision for script in found]))


def _migrate_once(engine: Engine, place: str) -> bool:
    with writing(engine) as connection:
        revision = revision_of(connection)
        if revision == HEAD:
            return False
        if revision is not None and revision not in revisions():
            msg = (
                f"{place}: the ledger is from a newer Selon (its tables are of version {revision},"
                f" this Selon knows them up to {HEAD}). Update Selon: pip install --upgrade selon"
            )
            raise StoreError(msg)
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "+1")
        return True
