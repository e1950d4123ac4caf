"""Some days of a story: the articles that may have appeared on them, and how many are left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from selon.errors import EmptyInput
from selon.model import Annotations, Article, Interval, Story

if TYPE_CHECKING:
    from selon.dossier.contract import WindowEntry


@dataclass(frozen=True, slots=True)
class Days:
    """Days chosen, both included; None leaves a side open."""

    since: dt.date | None = None
    until: dt.date | None = None

    def __bool__(self) -> bool:
        return self.since is not None or self.until is not None

    def meet(self, when: Interval | None) -> bool:
        """Say whether what happened at that time may have happened on one of these days. Undated: no."""
        if when is None or (when.low is None and when.high is None):
            return False
        begins, ends = when.low or dt.date.min, when.high or dt.date.max
        return begins <= (self.until or dt.date.max) and ends >= (self.since or dt.date.min)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The story of the articles of some days, these articles as the whole story dates them, and what is left out."""

    story: Story
    articles: Sequence[Article]
    annotations: Mapping[str, Annotations]
    window: WindowEntry


def chosen(story: Story, articles: Sequence[Article], annotations: Mapping[str, Annotations], days: Days) -> Chosen:
    """Return the part of `story` whose articles may have appeared on `days`.

    An article that nothing dates, not even the other articles of the story, is left out. Episodes keep their titles.
    Raises EmptyInput when no article is left.
    """
    from selon.dossier.contract import WindowEntry  # noqa: PLC0415
    from selon.ingest.annotating import LANGUAGE  # noqa: PLC0415
    from selon.lexicon import load  # noqa: PLC0415
    from selon.link.dating import redated  # noqa: PLC0415

    inside = frozenset(story.articles)
    known = redated([a for a in articles if a.id in inside], annotations, load(LANGUAGE))
    when = {a.id: _published(a, known.annotations) for a in known.articles}
    kept = {id_ for id_, interval in when.items() if days.meet(interval)}
    if not kept:
        reason = f"none of its {len(when)} articles may have appeared {_told(days)}"
        raise EmptyInput(story.id, reason, "Expected other days, or none")
    window = WindowEntry(
        since=days.since,
        until=days.until,
        left_out=len(when) - len(kept),
        undated=sum(interval is None for interval in when.values()),
    )
    return Chosen(
        _part(story, kept, when, days), [a for a in known.articles if a.id in kept], known.annotations, window
    )


def _told(days: Days) -> str:
    sides = [f"{word} {day}" for word, day in (("since", days.since), ("until", days.until)) if day]
    return " ".join(sides)


def _published(article: Article, annotations: Mapping[str, Annotations]) -> Interval | None:
    dating = article.published or annotations[article.id].published
    return dating.interval if dating and (dating.low or dating.high) else None


def _part(story: Story, kept: set[str], when: Mapping[str, Interval | None], days: Days) -> Story:
    """Return the story of the articles `kept`: its title, else that of the fullest episode left."""
    episodes = tuple(
        msgspec.structs.replace(e, articles=tuple(a for a in e.articles if a in kept))
        for e in story.episodes
        if kept.intersection(e.articles)
    )
    titles = [story.title, *(e.title for e in sorted(episodes, key=lambda e: -len(e.articles)))]
    intervals = [i for a in kept if (i := when[a])]
    first = min((i.low for i in intervals if i.low), default=None)
    last = max((i.high for i in intervals if i.high), default=None)
    return Story(
        id=story.id,
        title=next((t for t in titles if t is not None and t.article in kept), None),
        articles=tuple(a for a in story.articles if a in kept),
        episodes=episodes,
        first=max(first, days.since) if first and days.since else first,
        last=min(last, days.until) if last and days.until else last,
    )
