"""Positions: one table a claim, bodies by days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from selon.dossier.contract import ClaimEntry, PositionEntry
from selon.dossier.marks import Shade
from selon.dossier.material import by_day
from selon.dossier.passages import Cited, Index
from selon.dossier.views.header import about_truth
from selon.dossier.views.sides import mark_of
from selon.model import Interval, Stance

COLUMNS, TABLES = 8, 3
_WORDS = 360  # characters of a row, shared by its columns
Rank = Literal["changed", "steady", "once"]
_RANKS: tuple[Rank, ...] = ("changed", "steady", "once")
# A change of position is a change of side; a demand or a judgement takes none.
_SIDES: dict[Stance, str] = {"affirm": "for", "confirm": "for", "deny": "against", "uncertain": "open"}


@dataclass(frozen=True, slots=True)
class Cell:
    """The last position of some days: `span` columns wide; `more` earlier ones of the same days are not shown."""

    span: int
    mark: Shade | None = None
    words: Cited | None = None
    days: str = ""
    moved: bool = False
    more: int = 0


@dataclass(frozen=True, slots=True)
class RowView:
    """A body and its cells, which fill the columns."""

    body: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The positions on one claim: rows by whether the body moved, held, or spoke once."""

    label: Cited
    columns: tuple[str, ...]
    ranks: tuple[tuple[Rank, tuple[RowView, ...]], ...]


def grids(index: Index) -> tuple[Grid, ...]:
    """Return tables for the claims on which most bodies took dated positions on more than one day."""
    wide = [c for c in index.dossier.claims if about_truth(c) and len(_bodies(c)) > 1 and len(_days(_dated(c))) > 1]
    wide.sort(key=lambda c: -len(_bodies(c)))
    return tuple(_grid(index, c) for c in wide[:TABLES])


def _dated(claim: ClaimEntry) -> list[PositionEntry]:
    known = [p for p in claim.positions if p.when and p.when.low and p.when.high]
    return sorted(known, key=lambda p: (by_day(p.when), p.statements))


def _bodies(claim: ClaimEntry) -> set[str]:
    return {p.body for p in _dated(claim)}


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


def _grid(index: Index, claim: ClaimEntry) -> Grid:
    positions = _dated(claim)
    days = _days(positions)
    before = days[: max(0, len(days) - COLUMNS)]
    shown = days[len(before) :]
    titles = [index.say.days(Interval(d, d)) for d in shown]
    if before:
        titles.insert(0, index.say("positions.before", day=titles[0]))
    rows: dict[Rank, list[RowView]] = {}
    for body in dict.fromkeys(p.body for p in positions):
        own = [p for p in positions if p.body == body]
        held = {s for p in own if (s := _SIDES.get(p.stance))}
        rank: Rank = "once" if len(own) == 1 else "changed" if len(held) > 1 else "steady"
        cells = _cells(index, own, shown, earlier=bool(before))
        rows.setdefault(rank, []).append(RowView(index.name(body), cells))
    return Grid(
        index.cite_label(claim.label, 140), tuple(titles), tuple((r, tuple(rows[r])) for r in _RANKS if r in rows)
    )


def _cells(index: Index, own: list[PositionEntry], days: list[dt.date], *, earlier: bool) -> tuple[Cell, ...]:
    """Return a row's cells: a position lies on the columns of the days on which it may have been taken."""
    offset = int(earlier)
    slots: list[list[PositionEntry]] = [[] for _ in range(len(days) + offset)]
    widths: dict[int, int] = {}
    for position in sorted(own, key=lambda p: (_ends(p.when)[1], _ends(p.when)[0], p.statements)):
        low, high = _ends(position.when)
        columns = [i + offset for i, d in enumerate(days) if low <= d <= high] or [0]
        free = [c for c in columns if not slots[c] and not any(s < c < s + w for s, w in widths.items())]
        if not free:  # its days are taken: it stands with the last one there
            owner = max((s for s, w in widths.items() if s <= columns[-1] < s + w), default=columns[-1])
            slots[owner].append(position)
            continue
        run = [c for c in free if c - free[0] == free.index(c)]
        slots[run[0]].append(position)
        widths[run[0]] = len(run)
    return _row_cells(index, slots, widths)


def _row_cells(index: Index, slots: list[list[PositionEntry]], widths: dict[int, int]) -> tuple[Cell, ...]:
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
        cells.append(Cell(widths[at], mark_of(position), words, index.say.days(position.when), moved, len(held) - 1))
        last = side or last
        at += widths[at]
    return tuple(cells)
