"""Ranking: which candidate is the one sought, by weights learned from annotated articles.

The score of a candidate is the sum of the weights of its features, one table of weights for each manner of source.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from selon.annotation.actors.features import Candidate, features
from selon.annotation.actors.sought import Manner, Sought

Weights = dict[Manner, dict[str, float]]


@cache
def weights() -> Weights:
    """Return the weights, read once."""
    found: Weights = json.loads(files("selon.annotation.actors").joinpath("weights.json").read_text("utf-8"))
    return found


def best(sought: Sought, candidates: Sequence[Candidate], sense: str) -> Candidate | None:
    """Return the candidate with the highest score, the first of several; None without any."""
    table = weights()[sought.manner]
    return max(candidates, key=lambda c: _score(features(sought, c, sense), table), default=None)


def _score(found: Iterable[str], table: dict[str, float]) -> float:
    return sum(table.get(feature, 0.0) for feature in found)
