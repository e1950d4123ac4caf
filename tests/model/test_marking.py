"""Marks of statements lead to the same statements when the article is read otherwise."""

from __future__ import annotations

from selon.model import Mark, Statement, mark_of, marked
from selon.text import Span


def statement(id_: str, *spans: tuple[int, int]) -> Statement:
    content = tuple(Span(*span) for span in spans)
    return Statement(id=id_, source=None, cue=None, content=content, form="indirect", stance="affirm")


MARK = mark_of("a-1", (Span(10, 40), Span(50, 60)))


def test_a_mark_says_where_the_content_stands() -> None:
    assert (MARK.article, MARK.name) == ("a-1", "10-40,50-60")


def test_statements_of_the_same_content_are_meant() -> None:
    assert marked(MARK, [statement("s", (10, 40), (50, 60)), statement("t", (10, 41))]) == ("s",)
    assert marked(MARK, [statement("s", (10, 40), (50, 60)), statement("t", (10, 40), (50, 60))]) == ("s", "t")


def test_else_the_one_that_says_most_of_it() -> None:
    assert marked(MARK, [statement("s", (8, 58)), statement("t", (38, 60))]) == ("s",)


def test_one_that_says_little_of_it_or_much_else_is_not_meant() -> None:
    assert marked(MARK, [statement("s", (35, 60))]) == ()
    assert marked(MARK, [statement("s", (0, 400))]) == ()
    assert marked(MARK, [statement("s", (10, 40)), statement("t", (10, 40))]) == ()
    assert marked(MARK, []) == ()


def test_a_mark_of_something_else_is_of_no_statement() -> None:
    for name in ("", "Maryse Dorvange", "9-3", "x" * 100_000):
        assert marked(Mark("a-1", name), [statement("s", (3, 9))]) == ()
