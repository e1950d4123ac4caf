"""Spans never leave their text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.errors import SpanError
from selon.model import decode, encode
from selon.text import Span, covering, merged, stripped, words_of

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 500), st.integers(1, 80))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2)])
def test_a_span_that_points_at_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=rf"expected 0 <= start < end, got \[{start}, {end}\]"):
        Span(start, end)


def test_a_span_that_leaves_its_text_is_refused() -> None:
    with pytest.raises(SpanError, match=r"expected a span inside a text of 3 characters, got \[1, 4\]"):
        Span(1, 4).of("abc")


def test_offsets_count_code_points() -> None:
    assert Span(2, 4).of("😀é🚢x!") == "🚢x"


@given(SPANS)
def test_a_span_survives_json_as_a_pair(span: Span) -> None:
    assert encode(span) == f"[{span.start},{span.end}]".encode()
    assert decode(encode(span), Span) == span


@given(st.lists(SPANS, max_size=12))
def test_merging_keeps_the_characters_and_is_idempotent(spans: list[Span]) -> None:
    out = merged(spans)
    assert merged(out) == out
    assert {i for s in out for i in range(s.start, s.end)} == {i for s in spans for i in range(s.start, s.end)}
    assert all(a.end < b.start for a, b in pairwise(out))


@given(st.lists(SPANS, min_size=1, max_size=6))
def test_a_covering_span_holds_all(spans: list[Span]) -> None:
    assert all(covering(spans).contains(span) for span in spans)


def test_nothing_covers_no_span() -> None:
    with pytest.raises(SpanError, match="expected at least one span to cover, got none"):
        covering([])


def test_stripping_leaves_the_words() -> None:
    assert stripped("  ab, ", 0, 6, " ,") == Span(2, 4)
    assert stripped("  , ", 0, 4, " ,") is None


def test_words_of_several_spans_show_the_gap() -> None:
    assert words_of((Span(0, 2), Span(5, 6)), "ab cde") == "ab […] e"
