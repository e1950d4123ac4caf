"""The sides of a claim: every body in the row of its last position, with the one that it left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from selon.dossier.contract import ClaimEntry, PositionEntry
from selon.dossier.marks import ABOUT_TRUTH, SHADES, Shade, shade
from selon.dossier.material import by_day
from selon.dossier.passages import Cited, Index

BODIES = 8
Row = Literal["affirm", "confirm", "deny", "denied", "uncertain", "conditional", "call", "judge"]
_ROWS: tuple[Row, ...] = ("affirm", "confirm", "deny", "denied", "uncertain", "conditional", "call", "judge")
_TITLE = 160


@dataclass(frozen=True, slots=True)
class Step:
    """A position: its mark, its days, its words."""

    mark: Shade
    days: str
    words: Cited


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body with its last position, and the one before it that it left or held."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """The bodies of one row; `more` of them are not shown."""

    row: Row
    bodies: tuple[BodyView, ...]
    more: int


def sides(index: Index, claim: ClaimEntry) -> tuple[SideView, ...]:
    """Return the rows of a claim that hold somebody."""
    by_body: dict[str, list[PositionEntry]] = {}
    for position in sorted(claim.positions, key=lambda p: (by_day(p.when), p.statements)):
        by_body.setdefault(position.body, []).append(position)
    rows: dict[Row, list[BodyView]] = {}
    for body, positions in by_body.items():
        row, kept = _row_of(positions)
        rows.setdefault(row, []).append(BodyView(index.name(body), tuple(_step(index, p) for p in kept)))
    return tuple(SideView(r, tuple(rows[r][:BODIES]), max(0, len(rows[r]) - BODIES)) for r in _ROWS if r in rows)


def mark_of(position: PositionEntry) -> Shade:
    """Return the mark of a position."""
    return shade(position.stance, position.certainty)


def _row_of(positions: list[PositionEntry]) -> tuple[Row, list[PositionEntry]]:
    """Return the row of a body and the positions to show, of those it took over time.

    A demand or a judgement moves nobody who also said whether it is so.
    """
    on_truth = [p for p in positions if mark_of(p) in ABOUT_TRUTH] or positions
    last = on_truth[-1]
    marks = [mark_of(p) for p in on_truth]
    assert marks[-1] in SHADES
    earlier = [p for p in on_truth if mark_of(p) != marks[-1]]
    denial = next((p for p in reversed(on_truth) if mark_of(p) == "deny"), None)
    if denial is not None and marks[-1] != "deny":
        return "denied", [denial, last]
    if earlier:
        return marks[-1], [earlier[-1], last]
    if on_truth[0].when != last.when:
        return marks[-1], [on_truth[0], last]
    return marks[-1], [last]


def _step(index: Index, position: PositionEntry) -> Step:
    return Step(mark_of(position), index.say.days(position.when), index.cite_statement(position.statements[0], _TITLE))
