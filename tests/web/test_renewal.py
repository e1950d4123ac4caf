from __future__ import annotations

import threading

from selon.web.renewal import WAITING, Renewal

PATIENCE = 30


class Slow:
    """Makes nothing before it may, and writes down what it is asked for."""

    def __init__(self) -> None:
        self.may, self.began = threading.Event(), threading.Event()
        self.made: list[str] = []

    def __call__(self, story: str) -> None:
        self.began.set()
        assert self.may.wait(PATIENCE)
        self.made.append(story)


def test_a_story_that_changes_again_waits_once_and_comes_after_the_others() -> None:
    slow = Slow()
    renewal = Renewal(slow)
    renewal.ask(["a"])
    assert slow.began.wait(PATIENCE)
    for stories in (["b", "c"], ["b"], ["a"]):
        renewal.ask(stories)
    slow.may.set()
    assert renewal.wait(PATIENCE)
    assert slow.made == ["a", "c", "b", "a"]


def test_one_that_fails_does_not_keep_the_others_waiting() -> None:
    made: list[str] = []

    def make(story: str) -> None:
        if story == "a":
            msg = "no such story"
            raise ValueError(msg)
        made.append(story)

    renewal = Renewal(make)
    renewal.ask(["a", "b"])
    assert renewal.wait(PATIENCE)
    assert made == ["b"]


def test_where_too_many_wait_those_that_changed_last_are_made() -> None:
    slow = Slow()
    renewal = Renewal(slow)
    renewal.ask(["first"])
    assert slow.began.wait(PATIENCE)
    renewal.ask(str(n) for n in range(WAITING + 3))
    slow.may.set()
    assert renewal.wait(PATIENCE)
    assert slow.made == ["first", *(str(n) for n in range(3, WAITING + 3))]


def test_nothing_begins_once_it_is_stopped() -> None:
    slow = Slow()
    renewal = Renewal(slow)
    renewal.ask(["a", "b"])
    assert slow.began.wait(PATIENCE)
    renewal.stop()
    renewal.ask(["c"])
    slow.may.set()
    assert renewal.wait(PATIENCE)
    assert slow.made == ["a"]
