"""What a line of its own shows of a passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.dossier.passages import bare
from selon.text import Span


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("que la digue tient", "la digue tient"),
        ("le départ du maire.»", "le départ du maire"),
        ("le départ du maire\u00a0».", "le départ du maire"),
        ("«\u00a0la digue tient et le canal aussi", "la digue tient et le canal aussi"),
        ("« la digue tient »", "« la digue tient »"),
        ("que « la digue tient » encore", "« la digue tient » encore"),
        ("la « digue » tient.", "la « digue » tient."),
        ("»", "»"),
        ("que", "que"),
    ],
)
def test_what_has_no_other_half_is_left_out(words: str, shown: str) -> None:
    spans = bare(words, (Span(0, len(words)),))
    assert "".join(s.of(words) for s in spans) == shown


@given(st.text("qu'e «»“” .a", min_size=2, max_size=30), st.integers(1, 29))
def test_something_is_left_of_every_part(words: str, at: int) -> None:
    cut = 1 + at % (len(words) - 1)
    spans = (Span(0, cut), Span(cut, len(words)))
    shown = bare(words, spans)
    assert len(shown) == len(spans)
    assert all(len(s) and whole.contains(s) for s, whole in zip(shown, spans, strict=True))
