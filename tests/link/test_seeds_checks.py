"""Checks over the five seed articles: what a careful reader computes, and nothing that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.ingest import dossier_of_files

RELATIONS = {
    ("sum", True, "1 500 soldats + 1 500 soldats = 3 000 personnes"),
    ("ratio", True, "environ 10'000 soldats / 3 000 soldats = 3.33 ≈ trois fois"),
    ("ratio", False, "quatre brigades × 12 000 soldats = 48\u202f000 ≠ 12 000"),
    ("part", True, "500 officiers + trois généraux ≤ environ 12 000 soldats"),
    ("comparison", True, "environ 12 000 soldats > 3 000 soldats"),
    ("comparison", True, "478 km2 > 477"),
    ("comparison", True, "478 km2 > 459 km2"),
    ("comparison", True, "mercredi 23 octobre"),
    ("comparison", True, "vendredi 18 octobre"),
    ("comparison", None, "12 000 ≟ environ 12 000 soldats"),
    ("comparison", None, "Quelque 10 000 soldats ≟ environ 10'000 soldats"),
    ("conflict", None, "1 500 soldats ≟ 1 500 officiers"),
    ("conflict", None, ""),  # Kyiv says that troops were sent, Pyongyang that none were
}


def test_the_relations_that_a_reader_checks_are_found_and_none_is_wrong(shared: Path) -> None:
    texts = sorted((shared / "seeds").glob("*.txt"))
    if not texts:
        pytest.skip(f"no seed articles in {shared}")
    found, _ = dossier_of_files(tuple(texts))
    assert {(c.kind, c.holds, " ".join(c.words.replace("\u00a0", " ").split(" "))) for c in found.checks} == RELATIONS
