"""Figures: the series that moved as charts, all of their mentions and the other quantities as tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from selon.dossier.chart import Chart, draw
from selon.dossier.contract import FigureEntry
from selon.dossier.folds import Folds, fold
from selon.dossier.passages import Cited, Index, dates
from selon.dossier.points import NARROW, WIDE, Point

CHARTS, CHARTS_IN_ALL = 3, 24
_ROWS, _OPEN_ROWS = 24, 8
_POINTS, POINTS_AT_MOST = 3, 36
_TIMES = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})
"""Units of time (UCUM)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a table; `count`: given so many times in the same way."""

    days: str
    value: str
    counted: str
    notes: tuple[str, ...]
    who: str
    words: Cited
    ref: str
    dates: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series with its chart on two artboards, the same in words, and its mentions."""

    key: str
    label: str
    charts: tuple[Chart, Chart]
    told: str
    planned: bool
    bounded: bool
    ranged: bool
    logarithmic: bool
    left_out: int
    mentions: Folds[Mention]


@dataclass(frozen=True, slots=True)
class Figures:
    """Series with a chart, then every other figure."""

    series: tuple[SeriesView, ...]
    others: Folds[Mention]

    def __bool__(self) -> bool:
        return bool(self.series or self.others)


def figures(index: Index) -> Figures:
    """Return the series with dated points worth drawing, most mentioned first, and all other figures."""
    return _figures(index, CHARTS, index.pages.whole("figures"))


def whole(index: Index) -> Figures:
    """Return more of the charts, and all figures: the page of their own."""
    return _figures(index, CHARTS_IN_ALL, "")


def _figures(index: Index, charts: int, page: str) -> Figures:
    charted: list[SeriesView] = []
    shown: set[str] = set()
    for entry in index.dossier.series:
        if len(charted) == charts:
            break
        own = [index.figures[f] for f in entry.figures]
        points = _points(index, own)
        if points and _worth_drawing(points):
            key = index.series_keys[entry.id]
            mentions = fold(own, lambda f: _mention(index, f), _ROWS, 0, f"{page}#{key}" if page else "")
            charted.append(_series(index, key, entry.label, points, mentions))
            shown.update(entry.figures)
    ranked = {f: i for i, s in enumerate(index.dossier.series) for f in s.figures}
    others = [f for f in index.dossier.figures if f.id not in shown]
    others.sort(key=lambda f: (ranked.get(f.id, len(ranked)), f.counted.casefold()))
    if page:
        return Figures(tuple(charted), _most_given(index, others, page))
    open_rows = 0 if charted else _OPEN_ROWS
    return Figures(tuple(charted), fold(others, lambda f: _mention(index, f), open_rows, 0, page))


def _most_given(index: Index, figures: Sequence[FigureEntry], page: str) -> Folds[Mention]:
    """Return the figures that are given most often by one giver for one day, equal ones on one line.

    What somebody gives comes before what articles say themselves (`two countries`), lengths of time come last.
    """
    groups: dict[tuple[object, ...], list[FigureEntry]] = {}
    for figure in figures:
        giver = _giver(index, figure)[0] if figure.actor or figure.speaker else ""
        groups.setdefault((giver, figure.said, figure.low, figure.high, figure.counted), []).append(figure)
    often = sorted(groups.values(), key=_weight, reverse=True)[:_OPEN_ROWS]
    rows = tuple(replace(_mention(index, group[0]), count=len(group)) for group in often)
    return Folds(rows, (), len(figures) - sum(map(len, often)), page)


def _weight(group: Sequence[FigureEntry]) -> tuple[bool, bool, int]:
    return group[0].unit not in _TIMES, bool(group[0].speaker), len(group)


def _worth_drawing(points: Sequence[Point]) -> bool:
    """Say whether a chart shows more than a table: numbers that differ, several of them or of one giver."""
    if len({p.value for p in points}) == 1:
        return False
    moved = len({(p.giver, p.day) for p in points}) > len({p.giver for p in points})
    return len(points) >= _POINTS or moved


def _giver(index: Index, figure: FigureEntry) -> tuple[str, str]:
    """Return who gives a figure, as a key and by name: the body, the speaker, or the article itself."""
    if figure.actor:
        body = index.body(figure.actor)
        return body, index.name(body)
    return figure.speaker or figure.article, figure.speaker or index.names[figure.article]


def _points(index: Index, figures: Sequence[FigureEntry]) -> list[Point]:
    """Return the dated figures as points; what one giver says on one day, planned or not, is one point a value.

    So is what several articles give in their own name.
    """
    groups: dict[tuple[object, ...], list[FigureEntry]] = {}
    for figure in figures:
        if figure.said and (figure.said.high or figure.said.low) and (figure.low, figure.high) != (None, None):
            giver = _giver(index, figure)[0] if figure.actor or figure.speaker else ""
            day = figure.said.high or figure.said.low
            groups.setdefault((giver, day, figure.low, figure.high, figure.scope == "planned"), []).append(figure)
    made = [_point(index, group) for group in groups.values()]
    return sorted(made, key=lambda p: (p.day, p.value, p.who, p.planned))


def _point(index: Index, group: Sequence[FigureEntry]) -> Point:
    first = group[0]
    assert first.said is not None, "points are dated"
    day = first.said.high or first.said.low
    assert day is not None, "points are dated"
    giver, who = _giver(index, first)
    own = not (first.actor or first.speaker)
    articles = len({f.article for f in group})
    cited = index.cite_figure(first.id)
    return Point(
        day=day,
        low=first.low,
        high=first.high,
        planned=first.scope == "planned",
        giver=giver,
        who=index.say("figures.articles", articles) if own and articles > 1 else who,
        text=index.say.bounds(first.low, first.high, first.approx),
        words=cited.words,
        href=cited.href,
        address=cited.address,
        count=len(group),
        own=own,
    )


def telling(points: Sequence[Point]) -> list[Point]:
    """Return the points that a chart has room for: what is given most often, then by those who give several numbers.

    The table has the others.
    """
    days: dict[str, set[dt.date]] = {}
    for point in points:
        days.setdefault(point.giver, set()).add(point.day)
    ranked = sorted(
        points, key=lambda p: (p.count, not p.own and len(days[p.giver]) > 1, not p.own, p.day), reverse=True
    )
    kept = set(ranked[:POINTS_AT_MOST])
    return [point for point in points if point in kept]


def _series(index: Index, key: str, label: str, points: Sequence[Point], mentions: Folds[Mention]) -> SeriesView:
    say = index.say
    shown = telling(points)
    charts = (draw(shown, WIDE, say), draw(shown, NARROW, say))
    told = " ; ".join(f"{p.who} : {p.text} ({say.day(p.day)})" for p in shown)
    return SeriesView(
        key=key,
        label=label,
        charts=charts,
        told=told,
        planned=any(p.planned for p in shown),
        bounded=any(p.bound for p in shown),
        ranged=any(len(set(p.ends)) > 1 for p in shown),
        logarithmic=charts[0].logarithmic,
        left_out=len(points) - len(shown),
        mentions=mentions,
    )


def _notes(index: Index, figure: FigureEntry) -> tuple[str, ...]:
    """Return what else a reader needs to compare a figure: its scope, its time, how it moves another, its whole."""
    say = index.say
    notes = list(figure.modifiers)
    if figure.scope:
        notes.append(say(f"scope.{figure.scope}"))
    if figure.as_of and figure.as_of != figure.said:
        notes.append(say("figures.as_of", days=say.days(figure.as_of)))
    if figure.hours:
        hours = dict.fromkeys((f"{figure.hours.low:%H:%M}", f"{figure.hours.high:%H:%M}"))
        notes.append("–".join(hours))
    if figure.move:
        notes.append(say(f"move.{figure.move}"))
    if figure.part_of in index.figures:
        notes.append(say("figures.part_of", whole=index.figures[figure.part_of].text))
    if figure.unread:
        notes.append(say("figures.unread"))
    return tuple(notes)


def _mention(index: Index, figure: FigureEntry) -> Mention:
    who = index.name(figure.actor) if figure.actor else figure.speaker or index.say("figures.article")
    if figure.giver == "relay" and (figure.actor or figure.speaker):
        who = index.say("figures.relay", who=who)
    return Mention(
        days=index.say.days(figure.said),
        value=index.say.bounds(figure.low, figure.high, figure.approx),
        counted=figure.counted,
        notes=_notes(index, figure),
        who=who,
        words=index.cite_figure(figure.id),
        ref=index.ref(figure.article, figure.span.start),
        dates=dates([figure.said]),
    )
