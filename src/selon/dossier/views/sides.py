"""The sides of a claim: every body in the row of its last position, with the one that it left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from selon.dossier.contract import ClaimEntry, PositionEntry
from selon.dossier.marks import ABOUT_TRUTH, Shade, shade
from selon.dossier.material import by_day
from selon.dossier.passages import Cited, Index
from selon.link.moments import before

BODIES = 8
Row = Literal["affirm", "confirm", "deny", "denied", "uncertain", "conditional", "call", "judge"]
_ROWS: tuple[Row, ...] = ("affirm", "confirm", "deny", "denied", "uncertain", "conditional", "call", "judge")
_TITLE = 160
# The order in which one of two undated last words holds, as in selon.link.status.
_ASSURED: tuple[Shade, ...] = ("deny", "uncertain", "confirm", "affirm", "conditional", "call", "judge")


@dataclass(frozen=True, slots=True)
class Step:
    """A position: its mark, its days, its words."""

    mark: Shade
    days: str
    words: Cited


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body with its last position, after the one that it left or held; `ordered`: by their dates."""

    name: str
    steps: tuple[Step, ...]
    ordered: bool
    last: dt.date


@dataclass(frozen=True, slots=True)
class SideView:
    """The bodies of one row, those who spoke last first; the `folded` ones are one click away."""

    row: Row
    bodies: tuple[BodyView, ...]
    folded: tuple[BodyView, ...]


def sides(index: Index, claim: ClaimEntry) -> tuple[SideView, ...]:
    """Return the rows of a claim that hold somebody."""
    by_body: dict[str, list[PositionEntry]] = {}
    for position in sorted(claim.positions, key=lambda p: (by_day(p.when), p.statements)):
        by_body.setdefault(position.body, []).append(position)
    rows: dict[Row, list[BodyView]] = {}
    for body, positions in by_body.items():
        row, view = _body(index, body, positions)
        rows.setdefault(row, []).append(view)
    return tuple(_side(r, rows[r]) for r in _ROWS if r in rows)


def _side(row: Row, bodies: list[BodyView]) -> SideView:
    """Return the row: in order of their first words while all are shown, else those who spoke last first."""
    if len(bodies) <= BODIES:
        return SideView(row, tuple(bodies), ())
    latest = sorted(bodies, key=lambda b: b.last, reverse=True)
    return SideView(row, tuple(latest[:BODIES]), tuple(latest[BODIES:]))


def mark_of(position: PositionEntry) -> Shade:
    """Return the mark of a position."""
    return shade(position.stance, position.certainty)


def _body(index: Index, body: str, positions: list[PositionEntry]) -> tuple[Row, BodyView]:
    """Return the row of a body, with its last position and the one that it left or held before.

    A demand or a judgement moves nobody who also said whether it is so. Of two last words that no date orders,
    the less assured one holds, and the other is told beside it.
    """
    on_truth = [p for p in positions if mark_of(p) in ABOUT_TRUTH] or positions
    last = min(_latest(index, on_truth), key=lambda p: _ASSURED.index(mark_of(p)))
    mark = mark_of(last)
    others = [p for p in on_truth if mark_of(p) != mark]
    denials = [p for p in others if mark_of(p) == "deny"]
    held = [p for p in on_truth if _before(index, p, last)]
    beside = (denials or others or held)[-1:]
    ordered = all(_before(index, p, last) for p in beside)
    steps = tuple(_step(index, p) for p in (*beside, last))
    return ("denied" if denials else mark), BodyView(index.name(body), steps, ordered, _day(last))


def _latest(index: Index, positions: list[PositionEntry]) -> list[PositionEntry]:
    """Return the positions that are surely followed by no other one."""
    return [p for p in positions if not any(_before(index, p, other) for other in positions)]


def _day(position: PositionEntry) -> dt.date:
    when = position.when
    return (when.high or when.low or dt.date.min) if when else dt.date.min


def _before(index: Index, first: PositionEntry, second: PositionEntry) -> bool:
    return before(index.said(first.statements[0]), index.said(second.statements[0]))


def _step(index: Index, position: PositionEntry) -> Step:
    return Step(mark_of(position), index.say.dated(position.when), index.cite_statement(position.statements[0], _TITLE))
