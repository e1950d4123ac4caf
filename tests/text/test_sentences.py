"""Where sentences start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.text import sentence_starts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il part. Elle reste.", ["Il part. ", "Elle reste."]),
        ("M. Dupont et J. Roux partent.", ["M. Dupont et J. Roux partent."]),
        ("« Partez ! » a-t-il lancé. Puis rien.", ["« Partez ! » a-t-il lancé. ", "Puis rien."]),
        ("Il part.Elle reste.", ["Il part.", "Elle reste."]),
        ("Fin du bloc\n\nDébut", ["Fin du bloc\n\n", "Début"]),
        ("Il part… Elle reste ? Oui.", ["Il part… ", "Elle reste ? ", "Oui."]),
        ("Le prix est de 3.50 francs.", ["Le prix est de 3.50 francs."]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    starts = sentence_starts(text)
    assert [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)] == expected


@given(st.text(max_size=200))
def test_starts_are_sorted_and_inside_the_text(text: str) -> None:
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(text) for start in starts)
