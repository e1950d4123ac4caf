"""Plans: figures of what is to come (`8 000 agents devraient être mobilisés`), by the verbs of their clause."""

from __future__ import annotations

import re
from functools import cache

from selon.dates.grammar import any_of
from selon.lexicon import Counts

_BETWEEN = r"(?:[ '’]+\w+){0,3}?[ '’]+"
"""What may stand between a verb and its infinitive: pronouns, an adverb, `de`."""
_INFINITIVE = r"\w+(?:er|ir|re)(?!\w)"


def is_planned(before: str, after: str, words: Counts) -> bool:
    """Say whether a figure counts what is to come, by the words `before` and `after` it in its sentence, folded."""
    breaks = _breaks(words.clause_breaks)
    sides = (breaks.split(before)[-1], breaks.split(after)[0])
    return any(_plan(words.plan_verbs).search(side) for side in sides)


@cache
def _plan(verbs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(verbs)}{_BETWEEN}{_INFINITIVE}")


@cache
def _breaks(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[,:()«»\"“”…]|(?<!\w){any_of(words)}(?!\w)")
