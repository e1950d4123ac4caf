"""What was said, day by day, an episode a block."""

from __future__ import annotations

from dataclasses import dataclass

from selon.dossier.contract import TimelineEntry
from selon.dossier.marks import Shade, shade
from selon.dossier.material import by_day
from selon.dossier.passages import Cited, Index
from selon.model import Interval

LINES = 5
_WORDS = 180


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said: its mark, for whom, by whom, through whom, its words, how many articles carry it."""

    mark: Shade
    body: str
    speaker: str
    relays: str
    words: Cited
    articles: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day or an interval, with its lines: a few shown, the others folded. `date` is ISO, for a single day."""

    label: str
    date: str
    lines: tuple[Line, ...]
    folded: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class EpisodeView:
    """An episode: its title in an article's words, its number of articles, its days."""

    title: Cited | None
    articles: int
    days: tuple[Day, ...]


def episodes(index: Index) -> tuple[EpisodeView, ...]:
    """Return the blocks of the timeline, oldest first; a story without episodes is one block."""
    story = index.dossier.story
    home = {a: i for i, e in enumerate(story.episodes) for a in e.articles}
    blocks: dict[int, list[TimelineEntry]] = {}
    for entry in index.dossier.timeline:
        blocks.setdefault(home.get(index.statements[entry.statements[0]].article, -1), []).append(entry)
    views = []
    for number, entries in sorted(blocks.items()):
        episode = story.episodes[number] if number >= 0 else None
        passage = episode.passage if episode else None
        title = index.cite(passage.article, passage.spans) if passage else None
        views.append(EpisodeView(title, len(episode.articles) if episode else 0, _days(index, entries)))
    return tuple(views)


def _days(index: Index, entries: list[TimelineEntry]) -> tuple[Day, ...]:
    """Return the entries by day. What nothing dates stands at the day of its first article: `at the latest`."""
    by_when: dict[Interval | None, list[TimelineEntry]] = {}
    for entry in entries:
        by_when.setdefault(entry.when or index.said(entry.statements[0]), []).append(entry)
    days = []
    for when, told in sorted(by_when.items(), key=lambda item: by_day(item[0])):
        single = when.low if when and when.low == when.high else None
        lines = tuple(_line(index, t) for t in told)
        label = index.say.weekday(single) if single else index.say.days(when)
        days.append(Day(label, single.isoformat() if single else "", lines[:LINES], lines[LINES:]))
    return tuple(days)


def _line(index: Index, entry: TimelineEntry) -> Line:
    told = index.statements[entry.statements[0]]
    body = index.name(index.body(told.actor)) if told.actor else ""
    speaker = index.name(told.actor) if told.actor else told.speaker
    return Line(
        mark=shade(told.stance, told.certainty),
        body=body or speaker,
        speaker=speaker if body and speaker != body else "",
        relays=", ".join(index.name(r) for r in told.relays),
        words=index.cite_statement(told.id, _WORDS),
        articles=len({index.statements[s].article for s in entry.statements}),
    )
