"""Checks: calculations that the texts assert or imply, and passages that contradict one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from selon.dossier.contract import CheckEntry, PassageEntry
from selon.dossier.folds import Folds, fold
from selon.dossier.passages import Cited, Index, dates
from selon.model.claims import CheckKind

FOLDED, HOLDING_SHOWN, CONFLICTS_SHOWN = 12, 6, 6
_WORDS = 220
Verdict = Literal["fails", "undecided", "holds"]
_VERDICTS: dict[bool | None, Verdict] = {False: "fails", None: "undecided", True: "holds"}


@dataclass(frozen=True, slots=True)
class Face:
    """A passage, who says it, when, and where it stands."""

    words: Cited
    who: str
    days: str
    ref: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check: its calculation in signs, its verdict, the passages compared; `within`: all in one article."""

    kind: CheckKind
    words: str
    verdict: Verdict
    faces: tuple[Face, ...]
    within: bool
    dates: str


@dataclass(frozen=True, slots=True)
class Checks:
    """Calculations (those that fail first, those that hold last) and passages that contradict one another."""

    calculations: Folds[CheckView]
    conflicts: Folds[CheckView]

    def __bool__(self) -> bool:
        return bool(self.calculations or self.conflicts)


def checks(index: Index) -> Checks:
    """Return the checks; of the calculations that hold, and of the conflicts, a few are open."""
    return _folded(index, index.pages.whole("checks"), CONFLICTS_SHOWN)


def whole(index: Index) -> Checks:
    """Return all checks: the page of their own. Calculations that hold stay folded, so that conflicts are seen."""
    return _folded(index, "", len(index.dossier.checks))


def _folded(index: Index, page: str, conflicts_shown: int) -> Checks:
    calculations, conflicts = _parted(index)
    open_ones = sum(c.holds is not True for c in calculations)
    shown = open_ones + min(HOLDING_SHOWN, len(calculations) - open_ones)
    return Checks(
        fold(calculations, lambda c: _check(index, c), shown, FOLDED, page),
        fold(conflicts, lambda c: _check(index, c), conflicts_shown, FOLDED, page),
    )


def _parted(index: Index) -> tuple[list[CheckEntry], list[CheckEntry]]:
    """Return the calculations and the conflicts, of these the ones behind which most articles stand first."""
    found = [c for c in index.dossier.checks if c.figures or c.statements or c.passages]
    conflicts = [c for c in found if c.kind == "conflict"]
    conflicts.sort(key=lambda c: (list(_VERDICTS).index(c.holds), -len(_homes(index, c))))
    return [c for c in found if c.kind != "conflict"], conflicts


def _homes(index: Index, check: CheckEntry) -> set[str]:
    """Return the articles that a check compares."""
    homes = {index.figures[f].article for f in check.figures} | {index.statements[s].article for s in check.statements}
    return homes | {p.article for p in check.passages}


def _check(index: Index, check: CheckEntry) -> CheckView:
    faces = [_figure_face(index, f) for f in check.figures] + [_face(index, s) for s in check.statements]
    faces += [_passage_face(index, p) for p in check.passages]
    counted, told = map(index.figures.get, check.figures), map(index.statements.get, check.statements)
    times = (*(f.said for f in counted if f), *(s.when for s in told if s))
    within = len(_homes(index, check)) == 1
    return CheckView(check.kind, check.words, _VERDICTS[check.holds], tuple(faces), within, dates(times))


def _face(index: Index, statement: str) -> Face:
    told = index.statements[statement]
    return Face(
        index.cite_statement(statement, _WORDS),
        index.name(told.actor) if told.actor else told.speaker,
        index.say.dated(told.when),
        index.ref(told.article, told.content[0].start),
    )


def _passage_face(index: Index, passage: PassageEntry) -> Face:
    return Face(
        index.cite(passage.article, passage.spans, _WORDS), "", "", index.ref(passage.article, passage.span.start)
    )


def _figure_face(index: Index, figure: str) -> Face:
    given = index.figures[figure]
    return Face(
        index.cite_figure(figure),
        index.name(given.actor) if given.actor else given.speaker or index.say("figures.article"),
        ", ".join(
            filter(None, (index.say.dated(given.said), index.say(f"scope.{given.scope}") if given.scope else ""))
        ),
        index.ref(given.article, given.span.start),
    )
