"""Quotation marks of every press habit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.text import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit « oui » et «non».", ["« oui »", "«non»"]),
        ("“Oui”, dit-elle.", ["“Oui”"]),
        ('Il "va bien", dit-elle, "mais pas ici".', ['"va bien"', '"mais pas ici"']),
        ("Il crie : ''au feu'' et part.", ["''au feu''"]),
        ("« Il a crié « au feu » et couru », dit-elle.", ["« Il a crié « au feu » et couru »"]),
        ("« Ils partent. Puis « ils » reviennent.", ["« Ils partent.", "« ils »"]),
        ("Elle dit « je pars", ["« je pars"]),
        ("Rien ici », dit-il.", []),
        ("« Une ligne\n« Une autre »", ["« Une ligne", "« Une autre »"]),
    ],
)
def test_what_stands_inside_marks_is_found(text: str, expected: list[str]) -> None:
    assert [q.span.of(text) for q in quotations(text)] == expected


def test_a_mark_that_never_closes_is_told() -> None:
    assert [q.closed for q in quotations("« Oui » et « non")] == [True, False]


@given(st.text(alphabet="ab .,!?\n«»“”\"'’ \u00a0-", max_size=120))
def test_quotations_are_sorted_disjoint_and_inside_one_line(text: str) -> None:
    spans = [q.span for q in quotations(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all("\n" not in span.of(text).rstrip("\n") for span in spans)


@pytest.mark.parametrize("mark", ["« a ", "«", '"a ', '"', "“", "''"])
def test_a_hundred_thousand_marks_are_read_like_a_few(mark: str) -> None:
    text = mark * 100_000
    spans = [q.span for q in quotations(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
