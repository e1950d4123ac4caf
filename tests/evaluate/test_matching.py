from __future__ import annotations

import pytest

from selon.evaluate.corpora import Attribution, Quantity
from selon.evaluate.matching import characters, figure_pairs, jaccard, same_name, same_place, statement_pairs
from selon.text import Span


def said(source: Span | None, *content: tuple[int, int]) -> Attribution:
    return Attribution(source=source, content=tuple(Span(*c) for c in content))


def counted(start: int, end: int, low: int, high: int | None) -> Quantity:
    return Quantity(span=Span(start, end), low=low, high=high)


def test_characters_of_overlapping_spans_count_once() -> None:
    assert characters([Span(1, 4), Span(3, 5)]) == {1, 2, 3, 4}


def test_jaccard_is_the_share_in_common() -> None:
    assert jaccard({1, 2, 3}, {2, 3, 4}) == 0.5
    assert jaccard(set(), set()) == 0.0


def test_no_span_shares_a_place_with_nothing() -> None:
    assert same_place(Span(0, 3), Span(2, 5))
    assert not same_place(Span(0, 3), Span(3, 5))
    assert not same_place(None, None)


def test_the_best_overlap_is_taken_first_and_each_statement_once() -> None:
    gold = [said(None, (0, 100)), said(None, (0, 60))]
    found = [said(None, (0, 58)), said(None, (0, 62))]
    assert statement_pairs(gold, found, 0.5) == [(gold[1], found[1]), (gold[0], found[0])]
    assert statement_pairs(gold, found, 0.9) == [(gold[1], found[1])]


def test_a_common_source_decides_between_equal_overlaps() -> None:
    gold = [said(Span(20, 25), (0, 10))]
    found = [said(Span(20, 22), (0, 10)), said(None, (0, 10))]
    assert statement_pairs(gold, found, 0.5) == [(gold[0], found[0])]


def test_statements_that_share_nothing_are_no_pair_at_any_threshold() -> None:
    assert statement_pairs([said(None, (0, 10))], [said(None, (10, 20))], 0.0) == []


def test_figures_match_by_place_and_both_bounds_each_once() -> None:
    gold = [counted(0, 5, 20, None), counted(6, 9, 3, 3)]
    found = [counted(0, 5, 20, 20), counted(2, 8, 20, None), counted(0, 5, 20, None), counted(7, 9, 3, 3)]
    assert figure_pairs(gold, found) == [(gold[0], found[1]), (gold[1], found[3])]
    assert figure_pairs([gold[0], gold[0]], [found[2]]) == [(gold[0], found[2])]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("la ministre Élodie Vauclair", "Elodie VAUCLAIR", True),
        ("le maire de Varmelle", "le maire", True),
        ("le maire", "la préfète", False),
        ("Jean Alin Roux", "Jean Bocq Noir", False),  # a third is less than half
        ("", None, True),
        ("le", "", True),  # small words alone are no name
        ("", "le maire", False),
    ],
)
def test_names_are_the_same_when_half_of_the_shorter_one_is_shared(one: str, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same
