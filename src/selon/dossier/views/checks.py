"""Checks: calculations that the texts assert or imply, and passages that contradict one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from selon.dossier.contract import CheckEntry, PassageEntry
from selon.dossier.passages import Cited, Index
from selon.model.claims import CheckKind

HOLDING_SHOWN = 6
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


def checks(index: Index) -> tuple[tuple[CheckView, ...], tuple[CheckView, ...]]:
    """Return the calculations (those that fail first) and the conflicts."""
    views = [_check(index, c) for c in index.dossier.checks if c.figures or c.statements or c.passages]
    return tuple(v for v in views if v.kind != "conflict"), tuple(v for v in views if v.kind == "conflict")


def _check(index: Index, check: CheckEntry) -> CheckView:
    homes = {index.figures[f].article for f in check.figures} | {index.statements[s].article for s in check.statements}
    homes |= {p.article for p in check.passages}
    faces = [_figure_face(index, f) for f in check.figures] + [_face(index, s) for s in check.statements]
    faces += [_passage_face(index, p) for p in check.passages]
    return CheckView(check.kind, check.words, _VERDICTS[check.holds], tuple(faces), len(homes) == 1)


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
