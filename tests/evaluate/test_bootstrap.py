from __future__ import annotations

from documents import ALMOST, DOCUMENTS, TWO, unhurried
from hypothesis import given
from hypothesis import strategies as st

from selon.evaluate import Document, Interval, Scores, intervals
from selon.evaluate.scores import score_document

GOOD, MIDDLING = score_document(TWO, TWO), score_document(TWO, ALMOST)


def test_documents_that_are_alike_leave_no_doubt() -> None:
    assert set(intervals([GOOD] * 5).values()) == {Interval(1.0, 1.0)}


def test_an_interval_holds_what_was_measured_and_narrows_with_more_documents() -> None:
    few, many = ([GOOD, MIDDLING] * times for times in (3, 30))
    value = sum(few, Scores()).statement.value
    wide, narrow = intervals(few)["statement"], intervals(many)["statement"]
    assert wide.low < narrow.low < value < narrow.high < wide.high


def test_the_draws_are_the_same_every_time() -> None:
    documents = [GOOD, MIDDLING, GOOD, MIDDLING]
    assert intervals(documents) == intervals(documents)
    assert intervals(documents, 50) != intervals(documents, 51)


def test_one_document_or_no_draws_give_no_interval() -> None:
    assert intervals([GOOD]) == intervals([GOOD, MIDDLING], 0) == {}


def test_a_draw_without_anything_to_measure_is_left_out() -> None:
    empty = score_document(Document(), Document())
    assert intervals([GOOD, empty])["statement"] == Interval(1.0, 1.0)
    assert intervals([empty, empty])["statement"] == Interval(0.0, 0.0)


@unhurried
@given(st.lists(st.tuples(DOCUMENTS, DOCUMENTS), min_size=2, max_size=4))
def test_the_ends_are_shares_in_order(pairs: list[tuple[Document, Document]]) -> None:
    scores = [score_document(*pair) for pair in pairs]
    found = intervals(scores, 20)
    assert found.keys() == scores[0].values().keys()
    assert all(0 <= one.low <= one.high <= 1 for one in found.values())
