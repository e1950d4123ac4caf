"""Which kinds of statements are found, and which are taken for one another.

A statement counts as right here when it does in the headline measure: content and source of the gold's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import get_args

import msgspec

from selon.evaluate.corpora import Attribution, Document
from selon.evaluate.matching import same_source, statement_pairs
from selon.evaluate.scores import LOOSE
from selon.model import Form, Stance

UNSAID = "unsaid"
"""The kind of a statement whose gold or reader doesn't say it."""


class Slice(msgspec.Struct, frozen=True):
    """Statements of one kind: those `wanted` and, of them, `reached`; those `found` and, of them, `right`.

    The gold says what kind a wanted one is, the reader what kind a found one is; so the two may differ.
    """

    wanted: int = 0
    reached: int = 0
    found: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 0 when nothing was."""
        return self.reached / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 when nothing was."""
        return self.right / self.found if self.found else 0.0


Breakdown = dict[str, dict[str, Slice]]
Confusion = dict[str, dict[str, int]]


def cue_position(said: Attribution) -> str:
    """Return where the cue stands: `before` the content, `after` it, `inside` it or between its pieces, or `none`."""
    if said.cue is None:
        return "none"
    if said.cue.end <= min(piece.start for piece in said.content):
        return "before"
    return "after" if said.cue.start >= max(piece.end for piece in said.content) else "inside"


_DIVISIONS: Mapping[str, tuple[Callable[[Attribution], str], tuple[str, ...]]] = {
    "form": (lambda said: said.form or UNSAID, (*get_args(Form), UNSAID)),
    "stance": (lambda said: said.stance or UNSAID, (*get_args(Stance), UNSAID)),
    "cue": (cue_position, ("before", "inside", "after", "none")),
}


def breakdown(documents: Iterable[tuple[Document, Document]]) -> Breakdown:
    """Return the counts of every kind of form, stance and cue position that occurs, in a fixed order."""
    tables: dict[str, dict[str, Counter[str]]] = {name: {} for name in _DIVISIONS}
    for gold, found in documents:
        right = [pair for pair in statement_pairs(gold.statements, found.statements, LOOSE) if same_source(*pair)]
        columns = {
            "wanted": gold.statements,
            "reached": [wanted for wanted, _ in right],
            "found": found.statements,
            "right": [got for _, got in right],
        }
        for name, (kind_of, _) in _DIVISIONS.items():
            for column, statements in columns.items():
                tables[name].setdefault(column, Counter()).update(map(kind_of, statements))
    return {name: _slices(tables[name], kinds) for name, (_, kinds) in _DIVISIONS.items()}


def _slices(columns: Mapping[str, Counter[str]], kinds: tuple[str, ...]) -> dict[str, Slice]:
    occurring = set(chain.from_iterable(columns.values()))
    return {
        kind: Slice(**{column: counts[kind] for column, counts in columns.items()})
        for kind in kinds
        if kind in occurring
    }


def stance_confusion(documents: Iterable[tuple[Document, Document]]) -> Confusion:
    """Return how often each stance of the gold was read as each stance, over the statements found at all."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold, found in documents:
        for wanted, got in statement_pairs(gold.statements, found.statements, LOOSE):
            if wanted.stance is not None:
                counts[wanted.stance, got.stance or UNSAID] += 1
    kinds = [kind for kind in (*get_args(Stance), UNSAID) if any(kind in pair for pair in counts)]
    return {one: {other: counts[one, other] for other in kinds} for one in kinds if one != UNSAID}
