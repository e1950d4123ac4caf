"""What is SQLite's own: its settings, how it begins a transaction, its journal, and its full-text index."""

from __future__ import annotations

import time
from collections.abc import Sequence
from sqlite3 import Connection as DriverConnection
from sqlite3 import OperationalError as DriverError
from typing import Any

from sqlalchemy import CTE, Connection, Engine, Float, Integer, event, literal_column, select, text
from sqlalchemy.exc import OperationalError

BUSY_SECONDS = 30
"""How long a writer waits for another before it gives up. One batch is written in well under a second."""

WEIGHTS = {"article_words": 4.0, "statement_words": 0.5}
"""What a term counts in the first column, a title or the speaker's names, beside the second. A title is what its
article is about; who speaks is mostly sought by the filter."""

_PAUSE_SECONDS = 0.02


def prepare(engine: Engine) -> None:
    """Give every connection of `engine` its settings, before the first one is made."""
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)


def settle(engine: Engine) -> None:
    """Switch a database known to be a ledger to a write-ahead log: readers don't wait for the writer.

    The switch needs the file for itself for an instant and does not wait its turn, so it is tried again. A
    file system without shared memory keeps the old journal, which is as safe.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while not _journal_ahead(engine, last_try=time.monotonic() > deadline):
        time.sleep(_PAUSE_SECONDS)


def version(connection: Connection) -> str:
    """Return a word that changes whenever another connection has written; `connection` itself must never write."""
    # Straight to the driver: inside a transaction it would say what was there when that began.
    question = "PRAGMA data_version"
    cursor = connection.connection.cursor()
    try:
        return str(cursor.execute(question).fetchone()[0])
    except DriverError as error:
        raise OperationalError(question, None, error) from error
    finally:
        cursor.close()


def _journal_ahead(engine: Engine, *, last_try: bool) -> bool:
    """Say whether the journal is settled; raise OperationalError when it can't be, or not in time."""
    switch = "PRAGMA journal_mode = WAL"
    with engine.connect() as connection:
        # Straight to the driver: the journal can't be changed inside a transaction.
        driver = connection.connection.cursor()
        try:
            if driver.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
                driver.execute(switch)
        except DriverError as error:
            if last_try or "locked" not in str(error):
                raise OperationalError(switch, None, error) from error
            return False
        finally:
            driver.close()
        return True


def _set_up(driver: DriverConnection, _record: Any) -> None:
    driver.isolation_level = None  # the module would begin transactions late, and none for CREATE TABLE
    cursor = driver.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that reads first and then wants to write can only fail when
    # another has written in between.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def matches(words: str, sought: Sequence[Sequence[str]], speaker: Sequence[Sequence[str]]) -> CTE:
    """Return `number` and `score` of the rows of the table `words` that hold all of the phrases, by FTS5's BM25.

    `speaker` holds those that its column has to. A term found in a title or among the speaker's names counts as WEIGHTS
    says. Terms are letters and digits, so that nothing in them means something to FTS5.
    """
    index = words.replace("_words", "_search")
    parts = ['"' + " ".join(phrase) + '"' for phrase in sought]
    parts += ['speaker : "' + " ".join(phrase) + '"' for phrase in speaker]
    score = f"-bm25({index}, {WEIGHTS[words]}, 1.0)"
    query = select(literal_column("rowid", Integer).label("number"), literal_column(score, Float).label("score"))
    return (
        query.select_from(text(index))
        .where(text(f"{index} MATCH :sought").bindparams(sought=" AND ".join(parts)))
        .cte("matched")
    )
