"""What holds for the annotations of any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invariants import broken
from selon.ingest import annotate

CASES = Path(__file__).resolve().parent.parent / "cases" / "fr"

PIECES = st.sampled_from(
    [
        "Le maire Paul Vernet a déclaré",
        "« La digue a cédé »",
        "a-t-il ajouté",
        "selon la préfecture",
        "que douze personnes sont mortes",
        ":",
        ",",
        ".",
        "«",
        "»",
        '"',
        "“",
        "\n\n",
        "\u00a0",
        "lundi 3 mars 2025",
        "plus de 12 000 soldats",
        "dément toute négligence",
        "Partager cet article",
        "😀",
        "a appelé les habitants à partir",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map(" ".join)


ANYTHING = st.lists(st.one_of(PIECES, st.text(max_size=8)), min_size=1, max_size=15).map("".join)


@settings(max_examples=60, deadline=None)
@given(st.one_of(TEXTS, ANYTHING))
def test_annotating_never_fails_and_breaks_no_invariant(text: str) -> None:
    assert broken(text, annotate(text)) == []


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_annotations(text: str) -> None:
    assert annotate(text) == annotate(text)


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_our_own_sentences_break_no_invariant(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    assert broken(text, annotate(text)) == []


def test_ids_are_those_of_the_spans() -> None:
    text = "Le maire a dit que la route est coupée. Le maire a dit que le pont est fermé."
    ids = [s.id for s in annotate(text).statements]
    assert len(ids) == len(set(ids)) == 2
    assert ids == [s.id for s in annotate(text).statements]
