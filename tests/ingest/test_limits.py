"""What is too long, or no Unicode text, is refused by name and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.errors import EncodingFault, InputError, OversizeInput
from selon.ingest import add, annotate, limits, read_and_annotate
from selon.store import Ledger


def test_a_text_over_the_limit_is_refused_with_its_length() -> None:
    with pytest.raises(OversizeInput) as caught:
        annotate("a " * 500_001, "long.txt")
    assert str(caught.value) == (
        "long.txt: expected at most 1,000,000 characters, got 1,000,002. Split it into its articles"
    )


def test_half_a_character_is_refused_with_its_place() -> None:
    with pytest.raises(EncodingFault, match=r"the text: expected Unicode text, .*\(U\+D83D\) at position 12"):
        annotate("Le maire dit\ud83d que la route est coupée.")


def test_a_text_over_the_limit_stops_no_other(
    ledger: Ledger, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LONGEST_TEXT", 600)
    long = tmp_path / "long.txt"
    long.write_text("Le maire a dit que la route est coupée.\n" * 20, encoding="utf-8")
    found = list(read_and_annotate([files[0], long, files[1]]))
    assert [isinstance(item, InputError) for item in found] == [False, True, False]
    report = add([files[0], long, files[1]], ledger)
    assert [fault.place for fault in report.faults] == [str(long)]
    assert len(report.added) == 2
