"""What holds for the annotations of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.ingest import annotate
from selon.model import Annotations, decode

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


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_annotating_never_fails_and_no_span_leaves_the_text(text: str) -> None:
    found = annotate(text)
    assert found.characters == len(text)
    assert all(span.end <= len(text) for span in found.spans())


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_annotations_and_they_survive_json(text: str) -> None:
    found = annotate(text)
    assert annotate(text) == found
    assert decode(found.to_json(), Annotations) == found


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_nothing_said_stands_in_the_furniture(text: str) -> None:
    found = annotate(text)
    content = [span for statement in found.statements for span in statement.content]
    assert not [span for span in content for furniture in found.furniture if span.overlaps(furniture)]


def test_ids_are_those_of_the_spans() -> None:
    text = "Le maire a dit que la route est coupée. Le maire a dit que le pont est fermé."
    ids = [s.id for s in annotate(text).statements]
    assert len(ids) == len(set(ids)) == 2
    assert ids == [s.id for s in annotate(text).statements]
