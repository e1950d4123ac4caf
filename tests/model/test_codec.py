"""Every type of the model goes to JSON and back without loss."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selon import model
from selon.errors import FormatFault
from selon.model import Annotations, Article, Block, Dating, Figure, Interval, Statement, decode, encode
from selon.text import Span

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 80), st.integers(1, 20))
WORDS = st.text(max_size=12)
DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1))
INTERVALS = st.tuples(DAYS, DAYS).map(lambda days: Interval(min(days), max(days))) | st.just(Interval())
NUMBERS = st.integers(0, 10**12) | st.floats(0, 1e6, allow_nan=False).filter(lambda x: x != int(x))
STATEMENTS = st.builds(
    Statement,
    id=WORDS,
    source=st.none() | SPANS,
    cue=st.none() | SPANS,
    content=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
    form=st.sampled_from(["direct", "indirect", "mixed"]),
    stance=st.sampled_from(["affirm", "confirm", "deny", "uncertain", "call", "judge"]),
    certainty=st.sampled_from(["certain", "probable", "possible", "conditional"]),
    speaker=WORDS,
    relay=st.lists(WORDS, max_size=2).map(tuple),
    when=st.none() | INTERVALS,
)
FIGURES = st.builds(
    Figure,
    id=WORDS,
    span=SPANS,
    low=st.none() | NUMBERS,
    high=st.none() | NUMBERS,
    approx=st.sampled_from(["exact", "about", "at_least", "at_most", "range"]),
    counted=WORDS,
    as_of=st.none() | INTERVALS,
)
DATINGS = st.tuples(INTERVALS, st.lists(SPANS, max_size=2)).map(
    lambda x: Dating(x[0].low, x[0].high, "explicit", tuple(x[1]))
)
ARTICLES = st.builds(
    Article,
    id=WORDS,
    text=st.text(max_size=60),
    path=st.none() | WORDS,
    published=st.none() | DATINGS,
    blocks=st.lists(st.builds(Block, SPANS, st.sampled_from(["title", "paragraph", "furniture"])), max_size=3).map(
        tuple
    ),
)
ANNOTATIONS = st.builds(
    Annotations,
    path=st.none() | WORDS,
    article=WORDS,
    language=st.just("fr"),
    characters=st.just(100),
    statements=st.lists(STATEMENTS, max_size=3).map(tuple),
    figures=st.lists(FIGURES, max_size=3).map(tuple),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(STATEMENTS, FIGURES, ARTICLES, ANNOTATIONS, INTERVALS))
def test_a_value_comes_back_equal(value: Any) -> None:
    assert decode(encode(value), type(value)) == value


def test_a_span_outside_the_text_is_refused_when_read() -> None:
    data = b'{"path":null,"article":"a","language":"fr","characters":3,"furniture":[[1,9]]}'
    with pytest.raises(FormatFault, match=r"expected a span inside a text of 3 characters, got \[1, 9\]"):
        decode(data, Annotations)


def test_a_wrong_type_is_named_with_its_place() -> None:
    with pytest.raises(FormatFault) as caught:
        decode(b'{"id":1,"text":"x"}', Article, "a.json")
    assert str(caught.value) == "a.json: Expected `str`, got `int` - at `$.id`. Expected the JSON of Article"


def test_an_interval_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="expected low <= high, got 2025-03-02 and 2025-03-01"):
        Interval(dt.date(2025, 3, 2), dt.date(2025, 3, 1))


def test_the_model_is_frozen() -> None:
    types = [kind for name in model.__all__ if isinstance(kind := getattr(model, name), type)]
    unfrozen = [t.__name__ for t in types if hasattr(t, "__struct_config__") and not t.__struct_config__.frozen]
    assert unfrozen == []
