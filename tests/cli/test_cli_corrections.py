"""The verbs that list and take back what persons corrected: of actors, and of stories."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from selon.cli.main import main
from selon.model import Correction, Mark
from selon.store import Ledger

OF_ACTORS = Correction(
    id="k-1",
    kind="merge",
    marks=(Mark("a-1", "Ivo Lastre"), Mark("a-2", "le maire")),
    names=("Ivo Lastre", "le maire"),
    who="Vera",
    when=dt.datetime(2025, 3, 1, 9, tzinfo=dt.UTC),
)
OF_STORIES = msgspec.structs.replace(OF_ACTORS, id="k-2", of="stories", who="Omar")


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = str(tmp_path / "l.db")
    with Ledger.open(path) as opened:
        opened.correct(OF_ACTORS)
        opened.correct(OF_STORIES)
    return path


def _run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_each_verb_lists_its_own_corrections(ledger: str) -> None:
    line = "2025-03-01 09:00  {}  merge  Ivo Lastre = le maire\n"
    assert _run("actors", "corrections", "--ledger", ledger) == (0, "k-1  " + line.format("Vera"), "")
    assert _run("stories", "corrections", "--ledger", ledger) == (0, "k-2  " + line.format("Omar"), "")


@pytest.mark.parametrize(("verb", "other"), [("actors", "k-2"), ("stories", "k-1")])
def test_a_verb_takes_back_none_of_the_other_s(ledger: str, verb: str, other: str) -> None:
    code, _, complaint = _run(verb, "undo", other, "--ledger", ledger)
    assert code != 0
    assert f"no correction `{other}` of {verb}" in complaint
    with Ledger.open(ledger) as opened:
        assert opened.corrections("actors") == [OF_ACTORS]
        assert opened.corrections("stories") == [OF_STORIES]


def test_the_last_correction_is_taken_back(ledger: str) -> None:
    assert _run("actors", "undo", "last", "--ledger", ledger)[0] == 0
    with Ledger.open(ledger) as opened:
        assert (opened.corrections("actors"), opened.corrections("stories")) == ([], [OF_STORIES])
