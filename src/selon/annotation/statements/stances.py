"""Stance: what a speaker does with the content, told by weights that were learnt from annotated articles.

A statement's score for a stance is the sum of the weights of what its wording shows (`attitudes`). Where the lexicon
tells a rare stance it is believed, since articles have few examples of these to learn from; a language without
weights is judged by its lexicon alone. `python -m training.stances` learns weights.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from selon.annotation.statements.attitudes import shown_by
from selon.annotation.statements.reading import Reading, Said
from selon.annotation.statements.wordings import wording_of
from selon.annotation.statements.words import STANCES
from selon.errors import ModelError
from selon.model import Stance

__all__ = ["RARE", "STANCES", "UNIT", "Weights", "load_weights", "reasons_for", "stance_of"]

UNIT = 0.01
"""Weights are kept as whole numbers of this unit."""
RARE: frozenset[Stance] = frozenset({"confirm", "deny", "uncertain"})
"""Stances for which the lexicon's word is taken."""


class Weights(NamedTuple):
    """A row of `table` for each feature, a column for each of `STANCES`; the first row counts for every statement."""

    rows: dict[str, int]
    table: npt.NDArray[np.float32]

    def scores(self, shown: Iterable[str]) -> npt.NDArray[np.float32]:
        """Return the score of each stance."""
        found = [self.rows[feature] for feature in shown if feature in self.rows]
        return np.asarray(self.table[[0, *found]].sum(axis=0))


def stance_of(said: Said, reading: Reading) -> Stance:
    """Return the stance of a statement."""
    wording = wording_of(said, reading)
    verdict, weights = wording.verdict, load_weights(reading.lexicon.language)
    if weights is None or verdict in RARE:
        return verdict
    return STANCES[int(weights.scores(shown_by(wording)).argmax())]


def reasons_for(said: Said, reading: Reading, count: int = 5) -> list[tuple[str, float]]:
    """Return what weighed most for the stance of a statement against the next likely one, heaviest first.

    Nothing when the lexicon alone decided.
    """
    wording = wording_of(said, reading)
    weights = load_weights(reading.lexicon.language)
    if weights is None or wording.verdict in RARE:
        return []
    shown = [feature for feature in shown_by(wording) if feature in weights.rows]
    other, told = weights.scores(shown).argsort(kind="stable")[-2:]
    lead = weights.table[:, told] - weights.table[:, other]
    found = [(feature, round(float(lead[weights.rows[feature]]), 2)) for feature in shown]
    return sorted(found, key=lambda item: -abs(item[1]))[:count]


@cache
def load_weights(language: str) -> Weights | None:
    """Return the weights of a language, read once; None when it has none.

    Raises ModelError when they tell other stances than this version of Selon knows.
    """
    path = files("selon.annotation.statements").joinpath("weights", f"stances.{language}.json")
    if not path.is_file():
        return None
    held = json.loads(path.read_text(encoding="utf-8"))
    if tuple(held["stances"]) != STANCES:
        msg = f"the weights in {path} tell {', '.join(held['stances'])}, expected {', '.join(STANCES)}: train them anew"
        raise ModelError(msg)
    table = np.array([held["all"], *held["features"].values()], dtype=np.float32) * np.float32(UNIT)
    return Weights({feature: row for row, feature in enumerate(held["features"], 1)}, table)
