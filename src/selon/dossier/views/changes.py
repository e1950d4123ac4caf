"""What changed: positions and numbers that moved, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from selon.dossier.contract import ChangeEntry, ChangeSide
from selon.dossier.folds import Folds, fold, unfolded
from selon.dossier.marks import Shade, shade
from selon.dossier.passages import Cited, Index, dates

SHOWN, FOLDED = 4, 8
_WORDS, _LABEL = 120, 90


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: its words, who said it (when not the body), its days.

    A stance has a mark; `how` is what it does in a word, or what the body does about a measure. A number has neither.
    """

    mark: Shade | None
    how: str
    words: Cited
    who: str
    days: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change: `what` kind it is of, `about` which claim, and how many times greater a single number became."""

    body: str
    number: bool
    what: str
    about: Cited | None
    before: Side
    after: Side
    ratio: str
    dates: str


def changes(index: Index) -> Folds[ChangeView]:
    """Return the changes, newest first."""
    page = index.pages.whole("changes")
    return fold(index.dossier.changes, lambda c: _change(index, c), SHOWN, FOLDED, page)


def whole(index: Index) -> Folds[ChangeView]:
    """Return all changes: the page of their own."""
    return unfolded(index.dossier.changes, lambda c: _change(index, c))


def _change(index: Index, change: ChangeEntry) -> ChangeView:
    claim = index.claims.get(change.claim or "")
    return ChangeView(
        body=index.name(change.body),
        number=change.series is not None,
        what=_what(index, change),
        about=index.cite_label(claim.label, _LABEL) if claim else None,
        before=_side(index, change, change.before),
        after=_side(index, change, change.after),
        ratio=_ratio(index, change),
        dates=dates([change.before.when, change.after.when]),
    )


def _what(index: Index, change: ChangeEntry) -> str:
    say = index.say
    if change.series is None:
        return say("changes.disagreement") if change.kind == "disagreement" else say("changes.position")
    series = index.series.get(change.series)
    counted = series.label if series else ""
    if change.kind == "silent":
        return say("changes.silent", counted=counted)
    return say("changes.number", counted=counted)


def _side(index: Index, change: ChangeEntry, side: ChangeSide) -> Side:
    words = index.cite_figure(side.figures[-1]) if side.figures else index.cite_statement(side.statements[-1], _WORDS)
    actor = index.statements[side.statements[-1]].actor if side.statements else None
    mark = shade(side.stance, side.certainty) if side.stance and not side.course else None
    return Side(
        mark=mark,
        how=index.say(f"course.{side.course}") if side.course else index.say(f"shade.{mark}") if mark else "",
        words=words,
        who=index.name(actor) if actor and actor != change.body else "",
        days=index.say.dated(side.when),
    )


def _ratio(index: Index, change: ChangeEntry) -> str:
    before, after = change.before, change.after
    if not before.low or not after.low or before.low != before.high or after.low != after.high:
        return ""
    ratio = round(after.low / before.low, 1)
    return index.say("changes.ratio", ratio=index.say.number(ratio)) if ratio > 1 else ""
