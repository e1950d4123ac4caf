"""Positions: one table a claim, bodies by days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from selon.dossier.contract import ClaimEntry, PositionEntry
from selon.dossier.marks import Shade
from selon.dossier.material import by_day
from selon.dossier.passages import Cited, Index, dates
from selon.dossier.views.header import about_truth
from selon.dossier.views.sides import mark_of
from selon.link.moments import before
from selon.model import Interval, Stance

COLUMNS, TABLES = 8, 3
_NARROW = 4
"""So many columns leave room for words in each."""

_OPEN: dict[str, int] = {"changed": 12, "steady": 8, "once": 6}
_WORDS = 360  # characters of a row, shared by its columns
Rank = Literal["changed", "steady", "once"]
_RANKS: tuple[Rank, ...] = ("changed", "steady", "once")
# A change of position is a change of side; a demand or a judgement takes none.
_SIDES: dict[Stance, str] = {"affirm": "for", "confirm": "for", "deny": "against", "uncertain": "open"}


@dataclass(frozen=True, slots=True)
class Cell:
    """The last position of some days: `span` columns wide; `more` earlier ones of the same days are not shown.

    `line`: it stands for the whole row, and says its days itself.
    """

    span: int
    mark: Shade | None = None
    words: Cited | None = None
    days: str = ""
    moved: bool = False
    more: int = 0
    line: bool = False


@dataclass(frozen=True, slots=True)
class RowView:
    """A body and its cells, which fill the columns."""

    body: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The positions on one claim: rows by whether the body moved, held, or spoke once; `folded` holds the rest."""

    label: Cited
    columns: tuple[str, ...]
    ranks: tuple[tuple[Rank, tuple[RowView, ...]], ...]
    folded: tuple[tuple[Rank, tuple[RowView, ...]], ...]
    dates: str

    @property
    def others(self) -> int:
        """How many bodies are folded."""
        return sum(len(rows) for _, rows in self.folded)


def grids(index: Index) -> tuple[Grid, ...]:
    """Return tables for the claims on which most bodies took dated positions on more than one day."""
    return tuple(_grid(index, c) for c in _wide(index)[:TABLES])


def whole(index: Index) -> tuple[Grid, ...]:
    """Return the tables of all such claims: the page of their own."""
    return tuple(_grid(index, c) for c in _wide(index))


def rest(index: Index) -> int:
    """Return how many tables stand on the page of their own only; 0 where there is none."""
    return max(0, len(_wide(index)) - TABLES) if index.pages.whole("positions") else 0


def _wide(index: Index) -> list[ClaimEntry]:
    """Return the claims on which several bodies took positions over several days, the most telling first.

    Those tell most on which most bodies moved, then those on which they take different sides, then those on which most
    take one at all: who only judges or demands does not say whether it is so.
    """
    found = []
    for claim in index.dossier.claims:
        if about_truth(claim) and len(positions := _dated(claim)) > 1:
            sides: dict[str, list[PositionEntry]] = {p.body: [] for p in positions}
            for position in positions:
                if position.stance in _SIDES:
                    sides[position.body].append(position)
            if len(sides) > 1 and len(_days(positions)) > 1:
                taken = [own for own in sides.values() if own]
                kinds = {_SIDES[p.stance] for own in taken for p in own}
                found.append((-sum(map(_moved, taken)), -len(kinds), -len(taken), claim))
    return [claim for *_, claim in sorted(found, key=lambda item: item[:-1])]


def _moved(own: list[PositionEntry]) -> bool:
    """Say whether a body, on a day after another one, took another side than on that."""
    return any(
        _SIDES[one.stance] != _SIDES[other.stance] and before(one.when, other.when) for one in own for other in own
    )


def _dated(claim: ClaimEntry) -> list[PositionEntry]:
    known = [p for p in claim.positions if p.when and p.when.low and p.when.high]
    return sorted(known, key=lambda p: (by_day(p.when), p.statements))


def _days(positions: list[PositionEntry]) -> list[dt.date]:
    """Return the days that make columns: those on which something was said for certain, and the others' first days."""
    sure = {p.when.low for p in positions if p.when and p.when.low == p.when.high}
    days = {d for d in sure if d}
    for position in positions:
        low, high = _ends(position.when)
        if not any(low <= d <= high for d in days):
            days.add(low)
    return sorted(days)


def _ends(when: Interval | None) -> tuple[dt.date, dt.date]:
    assert when is not None
    assert when.low is not None
    assert when.high is not None
    return when.low, when.high


def _columns(index: Index, days: list[dt.date]) -> tuple[list[tuple[dt.date, dt.date]], list[str]]:
    """Return the days that each column covers, with its heading: days, where these are too many episodes.

    What came before the last COLUMNS of them shares a column, the first.
    """
    spans = [(d, d) for d in days]
    if len(days) > COLUMNS and len(episodes := _episodes(index, days)) > 1:
        spans = episodes
    shown = spans[-COLUMNS:]
    days_of = index.say.days
    titles = [days_of(Interval(*span)) for span in shown]
    if len(spans) > len(shown):
        titles.insert(0, index.say("positions.before", day=index.say.day(shown[0][0])))
        shown.insert(0, (dt.date.min, shown[0][0] - dt.timedelta(1)))
    return shown, titles


def _episodes(index: Index, days: list[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """Return the days of the episodes in which something was said, each up to the day before the next one."""
    known = sorted({(e.first, e.last) for e in index.dossier.story.episodes if e.first and e.last})
    starts = [min(known[0][0], days[0]), *(first for first, _ in known[1:])] if known else []
    ends = [first - dt.timedelta(1) for first in starts[1:]] + [max(known[-1][1], days[-1])] if known else []
    return [(low, high) for low, high in zip(starts, ends, strict=True) if any(low <= d <= high for d in days)]


def _grid(index: Index, claim: ClaimEntry) -> Grid:
    positions = _dated(claim)
    columns, titles = _columns(index, _days(positions))
    turned = _turned(index, claim)
    rows: dict[Rank, list[RowView]] = {}
    for body in dict.fromkeys(p.body for p in positions):
        own = [p for p in positions if p.body == body]
        held = {s for p in own if (s := _SIDES.get(p.stance))}
        changed = len(held) > 1 or not turned.isdisjoint(s for p in own for s in p.statements)
        rank: Rank = "changed" if changed else "once" if len(own) == 1 else "steady"
        alone = rank == "once" and len(columns) > _NARROW
        cells = _line(index, own[0], len(columns)) if alone else _cells(index, own, columns, turned)
        rows.setdefault(rank, []).append(RowView(index.name(body), cells))
    ranks = [(r, rows[r]) for r in _RANKS if r in rows]
    return Grid(
        index.cite_label(claim.label, 140),
        tuple(titles),
        tuple((r, tuple(found[: _OPEN[r]])) for r, found in ranks),
        tuple((r, tuple(found[_OPEN[r] :])) for r, found in ranks if len(found) > _OPEN[r]),
        dates(p.when for p in positions),
    )


def _turned(index: Index, claim: ClaimEntry) -> frozenset[str]:
    """Return the statements of a claim to which a body moved, also from a position that nothing dates."""
    changes = (c for c in index.dossier.changes if c.claim == claim.id)
    return frozenset(name for change in changes for name in change.after.statements)


def _line(index: Index, position: PositionEntry, columns: int) -> tuple[Cell, ...]:
    """Return the one cell of a body that spoke once, where columns are too narrow for a row of empty ones."""
    words = index.cite_statement(position.statements[0], _WORDS // 2)
    return (Cell(columns, mark_of(position), words, index.say.days(position.when), line=True),)


def _cells(
    index: Index, own: list[PositionEntry], days: list[tuple[dt.date, dt.date]], turned: frozenset[str]
) -> tuple[Cell, ...]:
    """Return a row's cells: a position lies on the columns of the days on which it may have been taken.

    It moved where it is of another side than the one before, or holds one of the statements to which the body `turned`.
    """
    slots: list[list[PositionEntry]] = [[] for _ in days]
    widths: dict[int, int] = {}
    for position in sorted(own, key=lambda p: (_ends(p.when)[1], _ends(p.when)[0], p.statements)):
        low, high = _ends(position.when)
        columns = [i for i, (first, last) in enumerate(days) if low <= last and first <= high] or [0]
        free = [c for c in columns if not slots[c] and not any(s < c < s + w for s, w in widths.items())]
        if not free:  # its days are taken: it stands with the last one there
            owner = max((s for s, w in widths.items() if s <= columns[-1] < s + w), default=columns[-1])
            slots[owner].append(position)
            continue
        run = [c for c in free if c - free[0] == free.index(c)]
        slots[run[0]].append(position)
        widths[run[0]] = len(run)
    return _row_cells(index, slots, widths, turned)


def _row_cells(
    index: Index, slots: list[list[PositionEntry]], widths: dict[int, int], turned: frozenset[str]
) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    at, last = 0, None
    while at < len(slots):
        held = slots[at]
        if not held:
            cells.append(Cell(1))
            at += 1
            continue
        position = held[-1]
        side = _SIDES.get(position.stance)
        words = index.cite_statement(position.statements[0], max(48, _WORDS // len(slots)) * widths[at])
        moved = None not in (last, side) and side != last
        moved = moved or not turned.isdisjoint(s for p in held for s in p.statements)
        cells.append(Cell(widths[at], mark_of(position), words, index.say.days(position.when), moved, len(held) - 1))
        last = side or last
        at += widths[at]
    return tuple(cells)
