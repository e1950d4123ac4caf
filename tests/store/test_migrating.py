"""A ledger of an older Selon is brought up to this one with all that it holds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from alembic import command
from ledger_samples import article, pairs
from sqlalchemy import create_engine, insert, text

from selon.model import Correction, Mark
from selon.store import Ledger, Reader, rows, schema
from selon.store.migrating import configuration
from selon.store.opening import writing
from selon.store.sqlite import prepare

SAID = Correction(
    id="k-1",
    kind="merge",
    marks=(Mark(article(1).id, ""), Mark(article(2).id, "")),
    names=("g-1", "g-2"),
    who="Vera",
    when=dt.datetime(2025, 3, 1, 9, tzinfo=dt.UTC),
    of="stories",
)


def old_ledger(path: Path) -> None:
    """A ledger with the tables of revision 0002, written as they were written then."""
    engine = create_engine(f"sqlite:///{path}")
    prepare(engine)
    config = configuration()
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        for one, found in pairs(1, 2, 3):
            connection.execute(insert(schema.articles), rows.article_row(one))
            connection.execute(insert(schema.annotated), rows.annotations_row(one, found, Reader(selon="0.1")))
            connection.execute(insert(schema.statements), rows.statement_rows(one, found))
        said = rows.correction_row(SAID)
        connection.execute(insert(schema.corrections), {key: said[key] for key in ("id", "made", "who", "json")})
    engine.dispose()


def test_what_an_older_ledger_holds_is_found(tmp_path: Path) -> None:
    old_ledger(tmp_path / "l.db")
    with Ledger.open(tmp_path / "l.db") as ledger, Ledger.open("sqlite://") as new:
        new.add(pairs(1, 2, 3))
        assert ledger.search("habitants") == new.search("habitants")
        assert ledger.search("Lastre", of="statements") == new.search("Lastre", of="statements")
        assert len(ledger.search("habitants").hits) == 3
        assert ledger.corrections("stories") == [SAID]
        with ledger._engine.connect() as connection:
            assert connection.execute(text("SELECT id, subject FROM corrections")).all() == [("k-1", "stories")]


def test_an_empty_older_ledger_is_brought_up(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'l.db'}")
    prepare(engine)
    config = configuration()
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    engine.dispose()
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert ledger.search("habitants").hits == ()
