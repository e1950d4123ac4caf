from __future__ import annotations

import pytest
from documents import ALMOST, DOCUMENTS, TWO, unhurried
from hypothesis import given
from hypothesis import strategies as st

from selon.evaluate import Document, Slice, breakdown, cue_position, score, stance_confusion
from selon.evaluate.corpora import Attribution
from selon.text import Span


@pytest.mark.parametrize(
    ("cue", "position"),
    [
        (None, "none"),
        (Span(0, 10), "before"),
        (Span(22, 28), "inside"),
        (Span(12, 15), "inside"),
        (Span(40, 45), "after"),
    ],
)
def test_a_cue_stands_before_inside_or_after_the_content(cue: Span | None, position: str) -> None:
    assert cue_position(Attribution(source=None, cue=cue, content=(Span(10, 20), Span(30, 40)))) == position


def test_each_kind_counts_what_was_wanted_of_it_and_what_was_found_as_it() -> None:
    assert breakdown([(TWO, ALMOST)]) == {
        "form": {"direct": Slice(1, 1, 2, 1), "indirect": Slice(1, 0, 0, 0), "mixed": Slice(0, 0, 1, 0)},
        "stance": {"affirm": Slice(1, 0, 3, 1), "deny": Slice(1, 1, 0, 0)},
        "cue": {"none": Slice(2, 1, 3, 1)},
    }
    assert (Slice(4, 1, 2, 1).recall, Slice(4, 1, 2, 1).precision) == (0.25, 0.5)


def test_stances_are_counted_over_the_statements_found() -> None:
    assert stance_confusion([(TWO, ALMOST)]) == {"affirm": {"affirm": 1, "deny": 0}, "deny": {"affirm": 1, "deny": 0}}


def test_a_stance_that_is_not_said_is_neither_wanted_nor_read() -> None:
    bare = Document(statements=(Attribution(source=Span(0, 8), content=(Span(10, 30),)),))
    assert stance_confusion([(bare, TWO)]) == {}
    assert stance_confusion([(TWO, bare)]) == {"deny": {"deny": 0, "unsaid": 1}}
    assert breakdown([(bare, bare)])["stance"] == {"unsaid": Slice(1, 1, 1, 1)}


@unhurried
@given(st.lists(st.tuples(DOCUMENTS, DOCUMENTS), max_size=3))
def test_the_kinds_of_a_division_add_up_to_the_scores(pairs: list[tuple[Document, Document]]) -> None:
    whole = score(pairs)
    for kinds in breakdown(pairs).values():
        assert sum(one.wanted for one in kinds.values()) == whole.statement.wanted
        assert sum(one.found for one in kinds.values()) == whole.statement.found
        assert sum(one.reached for one in kinds.values()) == whole.statement.right
        assert sum(one.right for one in kinds.values()) == whole.statement.right
    confused = stance_confusion(pairs)
    assert sum(count for row in confused.values() for count in row.values()) == whole.stance.all
    assert sum(row[wanted] for wanted, row in confused.items()) == whole.stance.right
