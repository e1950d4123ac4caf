"""Documents for the tests of the measures: two written out, and any that hypothesis can think of."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from selon.evaluate import Document
from selon.evaluate.corpora import Attribution, Quantity
from selon.text import Span

unhurried = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
"""On a busy machine the first documents take hypothesis long to make."""

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda t: Span(t[0], t[0] + t[1]))
ATTRIBUTIONS = st.builds(
    Attribution,
    source=st.none() | SPANS,
    content=st.lists(SPANS, min_size=1, max_size=2).map(tuple),
    cue=st.none() | SPANS,
    form=st.sampled_from(["direct", "indirect", "mixed"]),
    stance=st.sampled_from(["affirm", "deny"]),
    speaker=st.sampled_from(["", "le maire", "Ada Ferré", "Ada"]),
)
QUANTITIES = st.builds(
    Quantity,
    span=SPANS,
    low=st.integers(0, 2),
    high=st.none() | st.integers(0, 2),
    giver=st.sampled_from([None, "Ada"]),
)
DOCUMENTS = st.builds(
    Document,
    statements=st.lists(ATTRIBUTIONS, max_size=5).map(tuple),
    figures=st.lists(QUANTITIES, max_size=4).map(tuple),
)

TWO = Document(
    statements=(
        Attribution(source=Span(0, 8), content=(Span(10, 30),), form="direct", stance="deny", speaker="Ada Ferré"),
        Attribution(source=None, content=(Span(40, 60),), form="indirect", stance="affirm", speaker="le maire"),
    ),
    figures=(
        Quantity(span=Span(12, 20), low=3, high=3, giver="Ada Ferré"),
        Quantity(span=Span(42, 50), low=20, high=None),
    ),
)
ALMOST = Document(
    statements=(
        Attribution(source=Span(2, 4), content=(Span(10, 26),), form="direct", stance="affirm", speaker="Ada"),
        Attribution(source=Span(0, 3), content=(Span(40, 60),), form="mixed", stance="affirm", speaker="la préfète"),
        Attribution(source=None, content=(Span(70, 80),), form="direct", stance="affirm", speaker=""),
    ),
    figures=(
        Quantity(span=Span(12, 14), low=3, high=3, giver="le maire"),
        Quantity(span=Span(42, 50), low=20, high=20),
    ),
)
