"""What persons say of who is who is kept, with who and when."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from selon.model import Correction, Mark
from selon.store import Ledger

FIRST = Correction(
    id="k-1",
    kind="merge",
    marks=(Mark("a-1", "Ivo Lastre"), Mark("a-2", "le maire")),
    names=("Ivo Lastre", "le maire"),
    who="Vera",
    when=dt.datetime(2025, 3, 1, 9, tzinfo=dt.UTC),
)
SECOND = Correction(
    id="k-0",
    kind="split",
    marks=(Mark("a-2", "le maire"),),
    names=("Ivo Lastre",),
    who="Omar",
    when=dt.datetime(2025, 3, 2, 9, tzinfo=dt.UTC),
)


def test_corrections_come_back_the_oldest_first_from_a_ledger_opened_anew(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.correct(SECOND)
        ledger.correct(FIRST)
        ledger.correct(FIRST)
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert ledger.corrections() == [FIRST, SECOND]


def test_a_correction_is_taken_back(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.correct(FIRST)
        assert ledger.withdraw(FIRST.id)
        assert not ledger.withdraw(FIRST.id)
        assert ledger.corrections() == []
