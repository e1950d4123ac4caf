"""What was said, day by day, an episode a block."""

from __future__ import annotations

from dataclasses import dataclass

from selon.dossier.contract import TimelineEntry
from selon.dossier.marks import Shade, shade
from selon.dossier.material import by_day
from selon.dossier.passages import Cited, Index, dates
from selon.model import Interval

LINES = 5
OPEN_EPISODES = 3
"""So many episodes stay open; of more, the newest only."""

MOST = 150
"""So many lines stay on the page that shows all parts; of more, episodes have pages of their own."""

DAYS = 7
"""Days of an open episode that are shown where it has a page of its own, each with LINES lines."""

_WORDS, _TITLE = 180, 160


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
    """A day or an interval, with its lines: a few shown, the others folded, `rest` on the page of the episode only.

    `date` is ISO, for a single day.
    """

    label: str
    date: str
    lines: tuple[Line, ...]
    folded: tuple[Line, ...]
    rest: int
    dates: str


@dataclass(frozen=True, slots=True)
class EpisodeView:
    """An episode: its title in an article's words, its articles, what was said day by day.

    `number` counts from the first one. Where it stands on a `page` of its own, `days` holds the last days only,
    or none, and `rest` says how many of its `count` lines are left out.
    """

    number: int
    title: Cited | None
    articles: int
    between: str
    days: tuple[Day, ...]
    count: int
    rest: int
    page: str
    dates: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The newest episode, which is open, and the earlier ones, newest first."""

    open: tuple[EpisodeView, ...]
    folded: tuple[EpisodeView, ...]

    @property
    def all(self) -> tuple[EpisodeView, ...]:
        """All episodes in order of time."""
        return tuple(sorted(self.open + self.folded, key=lambda e: e.number))


def timeline(index: Index) -> Timeline:
    """Return the blocks of the timeline; a story without episodes is one block."""
    blocks = _blocks(index)
    if len(blocks) <= OPEN_EPISODES:
        limit = DAYS if _many(blocks) else None
        return Timeline(tuple(_episode(index, n, entries, limit) for n, entries in blocks), ())
    newest, *earlier = _newest_first(index, blocks)
    return Timeline(
        (_episode(index, *newest, limit=DAYS),), tuple(_episode(index, *block, limit=0) for block in earlier)
    )


def whole(index: Index, number: int) -> EpisodeView:
    """Return one episode: the page of its own. Raises KeyError for a number that the timeline has not."""
    return _episode(index, number, dict(_blocks(index))[number])


def numbers(index: Index) -> tuple[int, ...]:
    """Return the numbers of the episodes that have a page of their own."""
    blocks = _blocks(index)
    return tuple(n for n, _ in blocks) if _many(blocks) else ()


def _many(blocks: list[tuple[int, list[TimelineEntry]]]) -> bool:
    return len(blocks) > OPEN_EPISODES or sum(len(entries) for _, entries in blocks) > MOST


def _blocks(index: Index) -> list[tuple[int, list[TimelineEntry]]]:
    """Return the entries by the number of their episode, counted from 1; 0 holds those of no episode."""
    home = {a: i for i, e in enumerate(index.dossier.story.episodes, 1) for a in e.articles}
    blocks: dict[int, list[TimelineEntry]] = {}
    for entry in index.dossier.timeline:
        blocks.setdefault(home.get(index.statements[entry.statements[0]].article, 0), []).append(entry)
    return sorted(blocks.items())


def _newest_first(index: Index, blocks: list[tuple[int, list[TimelineEntry]]]) -> list[tuple[int, list[TimelineEntry]]]:
    """Return the blocks, those of episodes without days last."""
    episodes = index.dossier.story.episodes

    def dated(block: tuple[int, list[TimelineEntry]]) -> tuple[bool, int]:
        return (block[0] > 0 and episodes[block[0] - 1].last is not None, block[0])

    return sorted(blocks, key=dated, reverse=True)


def _episode(index: Index, number: int, entries: list[TimelineEntry], limit: int | None = None) -> EpisodeView:
    """Return an episode; with a page of its own, with its last `limit` days only (None: with all of them)."""
    episode = index.dossier.story.episodes[number - 1] if number else None
    passage = episode.passage if episode else None
    when = Interval(episode.first, episode.last) if episode and (episode.first or episode.last) else None
    page = index.pages.whole("timeline", str(number)) if limit is not None else ""
    by_when = _by_when(index, entries)
    kept = by_when[-limit:] if page and limit else [] if page else by_when
    return EpisodeView(
        number=number,
        title=index.cite(passage.article, passage.spans, _TITLE) if passage else None,
        articles=len(episode.articles) if episode else 0,
        between=index.say.days(when) if when else "",
        days=tuple(_day(index, when, told, folds=not page) for when, told in kept),
        count=len(entries),
        rest=len(entries) - sum(len(told) for _, told in kept),
        page=page,
        dates=dates([when, *(when for when, _ in by_when)]),
    )


def _by_when(index: Index, entries: list[TimelineEntry]) -> list[tuple[Interval | None, list[TimelineEntry]]]:
    """Return the entries by day. What nothing dates stands at the day of its first article: `at the latest`."""
    by_when: dict[Interval | None, list[TimelineEntry]] = {}
    for entry in entries:
        by_when.setdefault(entry.when or index.said(entry.statements[0]), []).append(entry)
    return sorted(by_when.items(), key=lambda item: by_day(item[0]))


def _day(index: Index, when: Interval | None, told: list[TimelineEntry], *, folds: bool) -> Day:
    """Return a day; where nothing is folded, with its first lines only."""
    single = when.low if when and when.low == when.high else None
    label = index.say.weekday(single) if single else index.say.days(when)
    lines = tuple(_line(index, t) for t in (told if folds else told[:LINES]))
    date = single.isoformat() if single else ""
    return Day(label, date, lines[:LINES], lines[LINES:], len(told) - len(lines), dates([when]))


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
