"""Ids depend on content alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from selon.model import article_id, digest, figure_id, statement_id
from selon.text import Span


def test_ids_are_the_same_on_every_machine() -> None:
    assert article_id("a.txt", "Le pont est fermé.") == "a-9a6d5189eb0f1054"


def test_two_outlets_of_one_text_are_two_articles() -> None:
    assert article_id("a.txt", "x") != article_id("b.txt", "x")


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_the_borders_of_the_parts_count(one: list[str], other: list[str]) -> None:
    assert (digest("x", *one) == digest("x", *other)) == (one == other)


def test_a_missing_source_is_no_missing_cue() -> None:
    content = (Span(5, 9),)
    assert statement_id("a", Span(0, 3), None, content) != statement_id("a", None, Span(0, 3), content)
    assert figure_id("a", Span(0, 3)) != figure_id("b", Span(0, 3))
