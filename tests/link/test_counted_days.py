"""What is counted on two days of a long story is two claims."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from quarry_story import Telling, article, day

from selon.link.claims import clustered
from selon.link.counted_days import episodes_of_counts
from selon.model import Episode, Interval

FIRST, SECOND = dt.date(2031, 5, 2), dt.date(2031, 5, 30)
EPISODES = tuple(Episode(title=None, days=Interval(d, d), articles=()) for d in (FIRST, SECOND))


def told(*counts: tuple[str, dt.date, dict[str, object]]) -> tuple[Telling, dict[str, Interval]]:
    """A story of one count an article: its words, the day that it is about, and what else is known of the figure."""
    story, days = Telling(), {}
    story.actor("la mine", kind="body")
    for number, (words, about, more) in enumerate(counts):
        one = story.tell(article(f"a{number}", f"Selon la mine, {words} sont descendus au puits.", 2 + number))
        story.say(one, "la mine", f"{words} sont descendus au puits", when=day(2 + number))
        story.count(one, "la mine", words, int(words.split()[0]), "carrier")
        figures = story.figures[one.id]
        said = story.statements[one.id][-1].id
        figures[-1] = msgspec.structs.replace(figures[-1], statement=said, **more)
        days[figures[-1].id] = Interval(about, about)
    return story, days


def groups(story: Telling, days: dict[str, Interval], episodes: tuple[Episode, ...] = EPISODES) -> list[list[str]]:
    covered = story.coverage()
    found = episodes_of_counts(covered.figures, days, episodes)
    return sorted(sorted(t.article.label for t in c.statements) for c in clustered(covered, found))


def test_counts_of_two_days_are_two_claims_and_those_of_one_day_one() -> None:
    said = told(("64 carriers", FIRST, {}), ("70 carriers", FIRST, {}), ("71 carriers", SECOND, {}))
    assert groups(*said) == [["a0", "a1"], ["a2"]]


def test_a_story_of_some_days_is_not_parted() -> None:
    near = FIRST + dt.timedelta(days=10)
    said = told(("64 carriers", FIRST, {}), ("71 carriers", near, {}))
    some = tuple(Episode(title=None, days=Interval(d, d), articles=()) for d in (FIRST, near))
    assert groups(*said, some) == [["a0", "a1"]]


@pytest.mark.parametrize("more", [{"scope": "cumulated"}, {"scope": "recalled"}, {"unit": "EUR"}])
def test_what_is_counted_over_all_days_or_measured_goes_on(more: dict[str, object]) -> None:
    said = told(("64 carriers", FIRST, more), ("71 carriers", SECOND, more))
    assert groups(*said) == [["a0", "a1"]]
