"""A span of the cleaned text comes back as the same characters of the text as received."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.errors import SpanError
from selon.text import Span, keep


@st.composite
def kept_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text and disjoint spans of it, in order."""
    text = draw(st.text(min_size=1, max_size=80))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=10)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [Span(a, b) for a, b in pairs]


@given(kept_texts())
def test_every_kept_character_goes_back_to_itself(given_text: tuple[str, list[Span]]) -> None:
    text, spans = given_text
    clean, offsets = keep(text, spans, joint="\n\n")
    kept = {i for piece in offsets.pieces for i in range(piece.clean, piece.clean + piece.length)}
    assert all(offsets.to_received(Span(i, i + 1)).of(text) == clean[i] for i in kept)


@given(kept_texts(), st.data())
def test_the_parts_of_a_span_are_its_kept_characters(given_text: tuple[str, list[Span]], data: st.DataObject) -> None:
    text, spans = given_text
    clean, offsets = keep(text, spans, joint="")
    start = data.draw(st.integers(0, len(clean) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(clean))))
    parts = offsets.parts_in_received(span)
    assert "".join(part.of(text) for part in parts) == span.of(clean)
    assert offsets.to_received(span) == Span(parts[0].start, parts[-1].end)


def test_inserted_characters_alone_come_from_nowhere() -> None:
    _, offsets = keep("ab cd", [Span(0, 2), Span(3, 5)], joint="\n\n")
    with pytest.raises(SpanError, match=r"expected a span with received characters in it, got \[2, 4\]"):
        offsets.to_received(Span(2, 4))
