from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from ledger_samples import article, pairs

from selon.errors import StoreError
from selon.store import Ledger
from selon.store.migrating import revisions
from selon.store.schema import HEAD, metadata


def test_a_ledger_opened_again_holds_what_it_held(tmp_path: Path) -> None:
    path = tmp_path / "100% neuf.db"
    with Ledger.open(path) as ledger:
        ledger.add(pairs(1))
    with Ledger.open(str(path)) as ledger:
        assert ledger.articles() == [article(1)]
    with Ledger.open(f"sqlite:///{path}", create=False) as ledger:
        assert ledger.articles() == [article(1)]


def test_a_new_ledger_is_created_where_only_an_empty_file_is(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    path.touch()
    with Ledger.open(path) as ledger:
        assert ledger.ids() == []


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("mysql://root:secret@host/l", "expected a ledger kept in sqlite, got `mysql`"),
        ("://", "expected a path or an address such as sqlite:///ledger.db"),
    ],
)
def test_an_address_of_no_known_database_is_refused_without_its_password(location: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        Ledger.open(location)
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Ceci est un article. " * 100)
    with pytest.raises(StoreError, match=r"article\.txt: expected a ledger, got a file that is none.*another file"):
        Ledger.open(path)
    assert path.read_text() == "Ceci est un article. " * 100


def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "autre.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE articles (id TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"got a database with other tables\. Choose another file"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_a_ledger_from_a_newer_selon_says_to_update(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    Ledger.open(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE selon_migrations SET version_num = '0999'")
    newer.close()
    with pytest.raises(StoreError, match=r"from a newer Selon.*version 0999.*pip install --upgrade selon"):
        Ledger.open(path)


def test_a_truncated_ledger_is_reported_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path) as ledger:
        ledger.add(pairs(*range(50)))
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreError, match="damaged"), Ledger.open(path) as ledger:
        ledger.articles()


def test_places_where_no_ledger_can_be_are_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="expected a ledger file, got a folder"):
        Ledger.open(tmp_path)
    with pytest.raises(StoreError, match=r"there is no folder .*absent\. Create it first"):
        Ledger.open(tmp_path / "absent" / "l.db")
    with pytest.raises(StoreError, match=r"no ledger there\. Create it with `selon add`"):
        Ledger.open(tmp_path / "l.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_the_settings_hold_on_every_connection(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger, ledger._engine.connect() as connection:
        asked = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert found == ["wal", 1, 2, 30_000]


def ours(name: str | None, kind: str, parents: object) -> bool:
    """What SQLite's full-text index keeps for itself is no table of the ledger."""
    return kind != "table" or "_search" not in (name or "")


def test_the_migrations_lead_to_the_tables_as_they_are_written_down(tmp_path: Path) -> None:
    assert revisions()[-1] == HEAD
    with Ledger.open(tmp_path / "l.db") as ledger, ledger._engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": "selon_migrations", "compare_type": True, "include_name": ours}
        )
        assert compare_metadata(context, metadata) == []


def test_a_migration_that_fails_leaves_an_empty_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.db"
    real = op.create_index

    def stops_at_the_last_index(name: str, *rest: object) -> None:
        if name == "ix_story_articles_article":
            raise KeyboardInterrupt
        real(name, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(op, "create_index", stops_at_the_last_index)
        with pytest.raises(KeyboardInterrupt):
            Ledger.open(path)
    other = sqlite3.connect(path)
    assert other.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    other.close()
    with Ledger.open(path) as ledger:
        assert ledger.ids() == []
