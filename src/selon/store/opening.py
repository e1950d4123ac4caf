"""Opening: from a path or an address to a database that is known to be a ledger of this version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError

from selon.errors import StoreError
from selon.store import sqlite
from selon.store.schema import HEAD, VERSION_TABLE

_DIALECTS = {"sqlite": sqlite}
"""Each module has `prepare(engine)` and `settle(engine)`. PostgreSQL would be one more."""


def open_engine(location: str | Path, *, create: bool = True) -> Engine:
    """Return the engine of the ledger at a path or an SQLAlchemy address, with all migrations applied.

    A ledger that isn't there is created, unless `create` is False. Raises StoreError, saying what to do, when
    there is something else at `location`, or a ledger from a newer Selon, or nothing can be written there.
    """
    url = _address(location)
    _check_folder(url, create=create)
    place = url.database or url.render_as_string(hide_password=True)
    engine = create_engine(url)
    dialect = _DIALECTS[url.get_backend_name()]
    dialect.prepare(engine)
    try:
        with explained(place):
            _identify_and_migrate(engine, place)
            dialect.settle(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one unchanging state of the ledger."""
    with explained(engine.url.database or "the ledger"), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give the only connection that may write at the time; all of what it wrote stays, or none."""
    place = engine.url.database or "the ledger"
    with explained(place), engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn the database's errors into a StoreError that says what to do about them."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(_explanation(place, error)) from error


def _explanation(place: str, error: SQLAlchemyError) -> str:
    words = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    if "not a database" in words or "malformed" in words:
        return f"{place}: expected a ledger, got a file that is none or is damaged ({words}). Choose another file"
    if isinstance(error, OperationalError) and "locked" in words:
        return f"{place}: another process kept on writing to this ledger. Try again when it is done"
    if "readonly" in words or "unable to open" in words:
        return f"{place}: the ledger can't be written ({words}). Check the permissions of the file and its folder"
    return f"{place}: the ledger could not be read or written ({words}). What it held before is unchanged"


def _address(location: str | Path) -> URL:
    written = str(location)
    if isinstance(location, Path) or "://" not in written:
        return URL.create("sqlite", database=written)
    try:
        url = make_url(written)
    except ArgumentError as error:
        msg = "expected a path or an address such as sqlite:///ledger.db, got an address that can't be read"
        raise StoreError(msg) from error
    if url.get_backend_name() not in _DIALECTS:
        msg = f"expected a ledger kept in {' or '.join(_DIALECTS)}, got `{url.get_backend_name()}`"
        raise StoreError(msg)
    return url


def _check_folder(url: URL, *, create: bool) -> None:
    if not url.database or url.database == ":memory:":
        return
    path = Path(url.database)
    if path.is_dir():
        msg = f"{path}: expected a ledger file, got a folder. Give the name of a file in it"
        raise StoreError(msg)
    if not path.parent.is_dir():
        msg = f"{path}: there is no folder {path.parent}. Create it first"
        raise StoreError(msg)
    if not create and not path.exists():
        msg = f"{path}: no ledger there. Create it with `selon add`, or check the name"
        raise StoreError(msg)


def _identify_and_migrate(engine: Engine, place: str) -> None:
    with reading(engine) as connection:
        found = inspect(connection).get_table_names()
        if found and VERSION_TABLE not in found:
            msg = f"{place}: expected a ledger, got a database with other tables. Choose another file"
            raise StoreError(msg)
        revision = revision_of(connection)
    if revision != HEAD:
        # Alembic takes as long to load as the rest of the store: only when there is something to migrate.
        from selon.store.migrating import migrate  # noqa: PLC0415

        migrate(engine, place)


def revision_of(connection: Connection) -> str | None:
    """Return the last migration that was applied, None in an empty database."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    revision = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608
    return None if revision is None else str(revision)
