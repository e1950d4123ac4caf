"""Stories and episodes against a reader's, on judgements made up."""

from __future__ import annotations

import datetime as dt

import pytest

from selon.evaluate.copying import Place, Rate
from selon.evaluate.stories import InEpisode, Measured, story_report, story_values, wrongly_placed
from selon.model import Episode, Interval, Passage, Story
from selon.text import Span


def episode(articles: str, day: int | None) -> Episode:
    when = dt.date(2024, 10, day) if day else None
    return Episode(title=Passage(articles[0], (Span(0, 1),)), days=Interval(when, when), articles=tuple(articles))


STORY = Story(
    id="s-1",
    title=Passage("a", (Span(0, 1),)),
    articles=tuple("abcdef"),
    episodes=(episode("abc", 5), episode("de", 12), episode("f", None)),
    first=None,
    last=None,
)
IDS = {("x.jsonl", n): id_ for n, id_ in enumerate("abcdefg")}


def judged(*labels: str) -> dict[tuple[str, int], InEpisode]:
    """Judgements of the articles a, b, c ... in order; `one|two` gives two labels."""
    found = {}
    for n, label in enumerate(labels):
        first, _, other = label.partition("|")
        found["x.jsonl", n] = InEpisode(Place("x.jsonl", n, ""), first, other or None)
    return found


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        (("one", "one", "one", "two", "two", "analysis", "elsewhere"), []),
        (("one", "one", "two", "two", "two", "analysis"), ["x.jsonl:2 is two, got 2024-10-05"]),
        (("one", "one", "two|one", "two", "two"), []),
        (("one", "one", "analysis", "two", "two", "analysis"), ["x.jsonl:2 is analysis, got 2024-10-05"]),
        (("one", "one", "one", "one", "two"), ["x.jsonl:3 is one, got 2024-10-12"]),
        (("one", "one", "one", "two", "two", "abroad", "two"), ["x.jsonl:6 is two, got no episode"]),
    ],
)
def test_an_article_is_right_in_the_episode_of_one_of_its_labels(labels: tuple[str, ...], wrong: list[str]) -> None:
    assert wrongly_placed(STORY, judged(*labels), IDS) == wrong


def test_what_is_held_is_precision_recall_and_the_share_of_episodes() -> None:
    found = Measured(
        articles=9, stories=2, rates={"story": Rate(3, 4, 6)}, wrong=("x.jsonl:2 is two, got none",), judged=4
    )
    assert story_values(found) == {"story, precision": 0.75, "story, recall": 0.5, "episodes, right": 0.75}
    assert story_report(found).splitlines()[-2:] == [
        "  episodes: 3 of 4 articles right (0.750); not:",
        "  x.jsonl:2 is two, got none",
    ]
