"""Portions of a ledger, and the word that tells whether anything was written to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_samples import article, pairs, story
from sqlalchemy import event

from selon.model import Mark
from selon.store import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


def test_the_version_changes_when_this_program_or_another_writes(ledger: Ledger, tmp_path: Path) -> None:
    empty = ledger.version()
    assert ledger.version() == empty
    ledger.add(pairs(1))
    own = ledger.version()
    assert own != empty
    with Ledger.open(tmp_path / "ledger.db") as other:
        other.add(pairs(2))
    assert ledger.version() != own


def test_reading_leaves_the_version_as_it_is(ledger: Ledger) -> None:
    ledger.add(pairs(1, 2))
    before = ledger.version()
    ledger.articles()
    ledger.article_lines(10)
    ledger.speakers("", 10)
    assert ledger.version() == before


def test_portions_together_are_all_articles(ledger: Ledger) -> None:
    ledger.add(pairs(1, 2, 3, 4, 5))
    total, every = ledger.article_lines(10)
    assert total == len(every) == 5
    assert [line for at in (0, 2, 4) for line in ledger.article_lines(2, at)[1]] == every
    assert {line.id for line in every} == set(ledger.ids())
    assert {line.title for line in every} == {"Le pont de Varmelle rouvrira"}


def test_an_article_knows_its_story(ledger: Ledger) -> None:
    given = pairs(1, 2, 3)
    ledger.add(given)
    made = story("one", given[0][0], given[1][0])
    ledger.set_stories([made])
    assert ledger.story_of(given[0][0].id) == made.id
    assert ledger.story_of(given[2][0].id) is None
    assert ledger.story_of("a-none") is None


def test_stories_come_with_the_latest_first_and_those_without_a_day_last(ledger: Ledger) -> None:
    given = pairs(1, 2, 3, 4)
    ledger.add(given)
    a, b, c, d = (article for article, _ in given)
    days = {"old": dt.date(2031, 5, 1), "new": dt.date(2031, 6, 1), "undated": None}
    ledger.set_stories([story("old", a, first=days["old"]), story("undated", b), story("new", c, d, first=days["new"])])
    total, lines = ledger.story_lines(10)
    assert (total, [(line.id, line.articles, line.outlets) for line in lines]) == (
        3,
        [("new", 2, 1), ("old", 1, 1), ("undated", 1, 1)],
    )
    assert {line.title for line in lines} == {"Le pont de Varmelle rouvrira"}
    assert ledger.story_lines(1, 1)[1] == lines[1:2]


def test_speakers_are_counted_by_the_name_that_articles_give_them(ledger: Ledger) -> None:
    ledger.add(pairs(1, 2, 3))
    total, lines = ledger.speakers("", 10)
    assert (total, [(line.name, line.statements, line.articles) for line in lines]) == (1, [("Ivo Lastre", 6, 3)])
    assert ledger.speakers("lastre", 10)[0] == 1
    assert ledger.speakers("%", 10) == (0, [])


def test_what_somebody_says_in_other_stories(ledger: Ledger) -> None:
    given = pairs(1, 2)
    ledger.add(given)
    one, other = (story(name, article) for name, (article, _) in zip(("one", "other"), given, strict=True))
    ledger.set_stories([one, other])
    said = ledger.said_elsewhere(["Ivo Lastre"], 10, outside=one.id)[1]
    assert {line.story for line in said} == {other.id}
    assert {line.text for line in said} == {"que 3 000 habitants attendaient le pont", "« Lundi »"}
    assert ledger.said_elsewhere(["Nobody"], 10, outside=one.id) == (0, [])
    assert ledger.said_elsewhere([], 10, outside=one.id) == (0, [])


def test_articles_of_one_story_are_listed_alone(ledger: Ledger) -> None:
    ledger.add(pairs(1, 2, 3))
    ledger.set_stories([story("g-1", article(1), article(3)), story("g-2", article(2))])
    total, lines = ledger.article_lines(1, story="g-1")
    assert (total, len(lines)) == (2, 1)
    assert {line.id for line in ledger.article_lines(9, story="g-1")[1]} == {article(1).id, article(3).id}
    assert ledger.article_lines(9, story="g-9") == (0, [])


def test_articles_that_came_since_a_moment(ledger: Ledger) -> None:
    noon = dt.datetime(2031, 5, 2, 12, tzinfo=dt.UTC)
    summer = dt.timezone(dt.timedelta(hours=2))
    ledger.add(pairs(1))
    ledger.add(pairs(2), when=noon)
    ledger.add(pairs(3), when=noon + dt.timedelta(microseconds=1))
    ledger.add(pairs(4), when=(noon + dt.timedelta(hours=1)).astimezone(summer))
    ledger.add(pairs(2), when=noon + dt.timedelta(hours=5))  # it is there: it came before
    total, lines = ledger.added_since(noon.astimezone(summer), 2)
    assert (total, [line.id for line in lines]) == (3, [article(4).id, article(3).id])
    assert [line.added for line in lines] == [noon + dt.timedelta(hours=1), noon + dt.timedelta(microseconds=1)]
    assert [line.id for line in ledger.added_since(noon, 2, 2)[1]] == [article(2).id]
    assert ledger.added_since(noon + dt.timedelta(days=1), 2) == (0, [])


def test_what_is_said_elsewhere_comes_in_portions_without_those_who_are_somebody_else(ledger: Ledger) -> None:
    ledger.add(pairs(*range(6)))
    ledger.set_stories([story(f"g-{n}", article(n)) for n in range(6)])
    total, every = ledger.said_elsewhere(["Ivo Lastre"], 99, outside="g-0")
    assert total == len(every) == 10
    portions = [ledger.said_elsewhere(["Ivo Lastre"], 4, at, outside="g-0") for at in (0, 4, 8)]
    assert [line for _, lines in portions for line in lines] == every
    others = [Mark(article(5).id, "Ivo Lastre"), Mark(article(4).id, "Ada")]
    assert ledger.said_elsewhere(["Ivo Lastre"], 99, outside="g-0", but=others)[0] == 8


def test_no_list_asks_more_questions_the_more_there_is(ledger: Ledger) -> None:
    asked: list[str] = []
    event.listen(ledger._engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    counts = []
    for number in (1, 30):
        ledger.add(pairs(*range(number)), when=dt.datetime(2031, 5, 2, 12, tzinfo=dt.UTC))
        ledger.set_stories([story("g-1", *(article(n) for n in range(number)))])
        asked.clear()
        ledger.article_lines(99, story="g-1")
        ledger.added_since(dt.datetime(2031, 1, 1, tzinfo=dt.UTC), 99)
        ledger.said_elsewhere(["Ivo Lastre"], 99, outside="g-0")
        ledger.history(dt.datetime(2031, 1, 1, tzinfo=dt.UTC))
        counts.append(len(asked))
    assert counts[0] == counts[1]
