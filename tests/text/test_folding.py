"""Folding keeps every character in its place."""

from hypothesis import given
from hypothesis import strategies as st

from selon.text import folded


def test_spellings_that_differ_only_in_typography_become_one():
    assert folded("Aujourd’hui\u00a0: 10\u202f000 À\u2011côté") == "aujourd'hui : 10 000 à-côté"


@given(st.text())
def test_the_length_never_changes(text):
    assert len(folded(text)) == len(text)


@given(st.text(alphabet="aÀİß \u00a0’"))
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)
