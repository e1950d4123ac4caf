"""Terms that were made otherwise than now are made again, so that every article is found by the same word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_samples import article, pairs
from sqlalchemy import text

from selon.ingest import add
from selon.model import Correction, digest
from selon.store import Filters, Ledger, as_read, rewording, terms

SAMPLE = (
    "Les déploiements de 12\u202f000 soldats nord-coréens, déclarée « impossible » par l’Élysée, ont été démentis ; "
    "des manifestants cœur à cœur, hier, évacuaient les œuvres du musée Ångström où s’étaient réfugiées 3 500 personnes."
)
KNOWN = "t-475214d7ea9b5d56"
WHEN = dt.datetime(2031, 5, 3, 9, tzinfo=dt.UTC)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open("sqlite://") as opened:
        opened.add(pairs(*range(1, 6)))
        opened.outworded()
        while opened.reword():
            pass
        yield opened


def spoil(ledger: Ledger) -> None:
    """Give the ledger terms that nobody seeks, as another stemmer made them."""
    with ledger._engine.begin() as connection:
        for table, column in (("article_words", "body"), ("statement_words", "content")):
            connection.execute(text(f"CREATE TEMP TABLE old AS SELECT * FROM {table}"))
            connection.execute(text(f"DELETE FROM {table}"))
            connection.execute(text(f"UPDATE old SET {column} = 'zzz'"))
            connection.execute(text(f"INSERT INTO {table} SELECT * FROM old"))
            connection.execute(text("DROP TABLE old"))
        connection.execute(text("UPDATE worded SET made_with = 'another stemmer'"))


def found(ledger: Ledger) -> list[int]:
    denied = Filters(stance="deny")
    asked = (ledger.search("habitants"), ledger.search("lundi", of="statements"), ledger.search("lundi", denied))
    return [len(one.hits) for one in asked]


def test_nothing_is_made_again_where_all_is_as_it_would_be(ledger: Ledger) -> None:
    assert ledger.outworded() == 0
    ledger.add(pairs(7))
    assert ledger.outworded() == 0


def test_all_is_made_again_in_portions(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewording, "AT_ONCE", 2)
    before = ledger.search("habitants", of="statements"), ledger.search("pont")
    spoil(ledger)
    assert found(ledger) == [0, 0, 0]
    assert ledger.outworded() == 5
    assert [ledger.reword(), ledger.reword()] == [3, 1]
    assert ledger.outworded() == 1  # an interruption loses nothing
    assert ledger.reword() == 0
    assert (ledger.search("habitants", of="statements"), ledger.search("pont")) == before
    assert ledger.outworded() == ledger.reword() == 0


def test_what_persons_corrected_is_made_of_the_corrections(ledger: Ledger) -> None:
    one = article(1)
    said = ledger.annotations([one.id])[one.id].statements[1]
    read = as_read(one.text, said)
    made = Correction(
        id="k-1", kind="reject", who="Vera", when=WHEN, of="statements", article=one.id, statement=said.id, read=read
    )
    ledger.correct(made)
    before = found(ledger)
    assert before == [5, 4, 0]
    spoil(ledger)
    ledger.outworded()
    ledger.reword()
    assert found(ledger) == before


def test_adding_makes_the_older_terms_again(tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Le pont\n\nLe maire a dit lundi que le pont rouvre.\n", encoding="utf-8")
    steps = []
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(pairs(1, 2, 3))
        ledger.outworded()
        spoil(ledger)
        add([tmp_path / "new.txt"], ledger, lambda stage, done, of: steps.append((stage, done, of)))
        assert ledger.outworded() == 0
        assert len(ledger.search("pont").hits) == 4
    assert ("store", 4, 4) in steps


def test_the_rules_have_another_number_when_they_make_other_terms() -> None:
    """When this fails: raise RULES, so that ledgers are brought up to date, then write the new digest here."""
    assert (terms.RULES, digest("t", terms.indexed(SAMPLE))) == ("1", KNOWN)
