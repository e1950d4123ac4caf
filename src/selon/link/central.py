"""Labels: the passage that names a claim, the one that is most like what all of them say and stands by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from selon.lexicon import Lexicon
from selon.lexicon.naming import naming
from selon.link.agglomeration import IntVector
from selon.link.coverage import Told
from selon.link.sides import evades
from selon.model import Passage
from selon.text import Span

_WORD = re.compile(r"\w+")

ASSERTING = 4
"""Words from which a content can say something of something."""

LOOSE = 0.6
"""What is left of a passage's likeness to the others for each thing that keeps it from standing by itself."""

FIRST_WORDS = 3
"""Among so many first words of a content one points back."""


class Standing(NamedTuple):
    """What a statement's content is worth as a label: whether it `doubts` or is `short`, and how `loose` it is.

    It doubts if it tells what somebody else says of the matter (`que X a nié l'envoi`) or what its speaker can't tell;
    it is short if it asserts nothing in so few words (`la surcharge`). `loose` counts what keeps it from standing by
    itself: it is no clause (`d'une escalade`), it is less than certain, it points back (`cela`, `ces informations`);
    what evades says nothing of the matter and counts twice.
    """

    doubts: bool
    short: bool
    loose: int


def standings(told: Sequence[Told], lexicon: Lexicon) -> tuple[Standing, ...]:
    """Return what each statement of one article is worth as a label, in order."""
    cues = [one.statement.cue for one in told if one.statement.cue is not None]
    loose = _loose(told, lexicon)
    return tuple(Standing(_doubts(one, cues), is_short(one), n) for one, n in zip(told, loose, strict=True))


class Labels:
    """Chooses among the statements of a story, each with the vector of what it is about and what it is worth."""

    def __init__(self, told: Sequence[Told], vectors: Sequence[IntVector], worth: Sequence[Standing]) -> None:
        self._told, self._vectors, self._worth = told, vectors, worth

    def of(self, group: Sequence[int]) -> Passage:
        """Return the passage that is most like the others of a group, given by their numbers; on a tie the first.

        One that doubts or is short names a claim only for want of another; one that does not stand by itself has to be
        more like the others than one that does.
        """
        sums: dict[str, int] = {}
        for i in group:
            for concept, weight in self._vectors[i].items():
                sums[concept] = sums.get(concept, 0) + weight

        def centrality(i: int) -> int:
            return sum(weight * (sums[concept] - weight) for concept, weight in self._vectors[i].items())

        def rank(i: int) -> tuple[bool, bool, float, int]:
            worth = self._worth[i]
            return worth.doubts, worth.short, -centrality(i) * LOOSE**worth.loose, i

        central = self._told[min(group, key=rank)]
        return Passage(central.article.id, central.statement.content)


def _doubts(told: Told, cues: Sequence[Span]) -> bool:
    """Say whether a statement's speaker can't tell, or its content holds one of its article's cues."""
    uncertain = told.statement.stance == "uncertain"
    return uncertain or any(part.contains(cue) for part in told.statement.content for cue in cues)


def is_short(told: Told) -> bool:
    """Say whether a content has too few words to assert anything."""
    words = (len(_WORD.findall(part.of(told.article.text))) for part in told.statement.content)
    return sum(words) < ASSERTING


def _loose(told: Sequence[Told], lexicon: Lexicon) -> list[int]:
    """Count for each statement what keeps its content from standing by itself."""
    small, words = naming(lexicon).small, lexicon.synonyms
    pointing = {*small.demonstrative, *small.possessive, *words.taking_up}
    opening = tuple(f"{word} " if word[-1].isalpha() else word for word in lexicon.syntax.complementizers)
    found = []
    for one in told:
        said = "".join(part.of(one.article.text) for part in one.statement.content[:1]).replace("’", "'")
        first = [m.group() for m in _WORD.finditer(said)][:FIRST_WORDS]
        asked = one.statement.stance == "call"  # of what is asked for, few tell in a clause
        clause = asked or said.startswith(opening) or (first and first[0][0].isupper())
        back = any(word.lower() in pointing for word in first)
        evasive = 2 * evades(one, words)
        found.append((not clause) + (one.statement.certainty != "certain") + back + evasive)
    return found
