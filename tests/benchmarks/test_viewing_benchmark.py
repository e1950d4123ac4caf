"""The benchmark of a big story looked at: what it makes, and the page that it writes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # `python -m benchmarks` is run from there

from benchmarks import viewing  # noqa: E402
from selon.ingest import keeping  # noqa: E402
from selon.store import Ledger  # noqa: E402

TEXTS = [
    [f"Le maire de {town} a annoncé {number} {what} lundi.", f"Selon la préfecture, {number} pistes seront fermées."]
    for town, number, what in (("Valbrune", 12, "postes"), ("Hautmont", 30, "départs"), ("Louvière", 40, "travaux"))
] * 2


def test_an_article_of_a_number_is_always_the_same_and_has_runs_of_several() -> None:
    article = viewing.made(TEXTS, 7)
    assert article == viewing.made(TEXTS, 7) != viewing.made(TEXTS, 8)
    runs = article.text.split("\n\n")
    assert len(runs) == viewing.RUNS
    assert all(run in {" ".join(text) for text in TEXTS} for run in runs)


def test_every_step_and_size_has_a_row_and_the_ledger_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "WORTH", 1)
    with Ledger.open(tmp_path / "l.db") as ledger:
        viewing.fill(ledger, TEXTS, 5)
        viewing.fill(ledger, TEXTS, 4)
        before = ledger.ids()
        shown = viewing.page(ledger, TEXTS, 4)
        assert len(before) == 4
        assert ledger.ids() == before
    rows = [line.split(" | ") for line in shown.splitlines() if line.startswith("| ")]
    assert [len(row) for row in rows] == [3] * 10 + [2] * 5
    assert all(float(row[2].rstrip(" |")) >= 0 for row in rows[1:10])
    assert "A story of 4 articles with " in shown
