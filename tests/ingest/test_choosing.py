"""Some days of a story: the articles of these days alone, and what is left out said."""

from __future__ import annotations

import datetime as dt

import pytest

from selon.errors import EmptyInput
from selon.ingest.choosing import Days, chosen
from selon.model import Annotations, Article, Dating, Episode, Interval, Passage, Story
from selon.text import Span


def on(day: int) -> dt.date:
    return dt.date(2031, 5, day)


def article(key: str, low: int | None, high: int | None = None) -> Article:
    dating = Dating(on(low), on(high or low), "explicit") if low else None
    return Article(id=key, text=f"Titre {key}", published=dating)


def found(*articles: Article) -> dict[str, Annotations]:
    return {
        a.id: Annotations(
            path=None, article=a.id, language="fr", characters=len(a.text), published=None, statements=(), figures=()
        )
        for a in articles
    }


ARTICLES = (article("a", 1), article("b", 2, 4), article("c", 6), article("d", None))


def title(key: str) -> Passage:
    return Passage(key, (Span(0, 5),))


EPISODES = (
    Episode(title=title("a"), days=Interval(on(1), on(2)), articles=("a", "b")),
    Episode(title=title("c"), days=Interval(on(6), on(6)), articles=("c",)),
)
STORY = Story(id="s", title=title("a"), articles=("a", "b", "c", "d"), episodes=EPISODES, first=on(1), last=on(6))


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, on(1), ("a",)),
        (on(3), None, ("b", "c")),
        (on(4), on(5), ("b",)),  # it may have appeared on the 4th
        (on(1), on(6), ("a", "b", "c")),  # nothing dates the fourth
    ],
)
def test_the_articles_that_may_have_appeared_on_these_days_are_kept(
    since: dt.date | None, until: dt.date | None, kept: tuple[str, ...]
) -> None:
    part = chosen(STORY, ARTICLES, found(*ARTICLES), Days(since, until))
    assert part.story.articles == kept == tuple(a.id for a in part.articles)
    assert (part.window.left_out, part.window.undated) == (4 - len(kept), 1)
    assert (part.window.since, part.window.until) == (since, until)


def test_the_story_s_days_are_those_chosen_and_its_title_one_that_is_left() -> None:
    part = chosen(STORY, ARTICLES, found(*ARTICLES), Days(on(3), on(6)))
    assert (part.story.first, part.story.last) == (on(3), on(6))
    assert [e.articles for e in part.story.episodes] == [("b",), ("c",)]
    assert part.story.title == title("c")


def test_days_on_which_nothing_appeared_are_refused() -> None:
    with pytest.raises(EmptyInput, match="none of its 4 articles may have appeared since 2031-05-09"):
        chosen(STORY, ARTICLES, found(*ARTICLES), Days(since=on(9)))
