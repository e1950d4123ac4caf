"""Labels: the passage that names a claim, the one that is most like what all of them say and stands by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


class Labels:
    """Chooses among the statements of a story, each with the vector of what it is about."""

    def __init__(self, told: Sequence[Told], vectors: Sequence[IntVector], lexicon: Lexicon) -> None:
        """Look at each statement once."""
        self._told, self._vectors = told, vectors
        self._holding = _holding(told)
        self._loose = _loose(told, lexicon)

    def of(self, group: Sequence[int]) -> Passage:
        """Return the passage that is most like the others of a group, given by their numbers; on a tie the first.

        One that tells what somebody else says of the matter (`que X a nié l'envoi`), that its speaker can't tell, or
        that asserts nothing in so few words (`la surcharge`) names a claim only for want of another; one that does not
        stand by itself has to be more like the others than one that does.
        """
        sums: dict[str, int] = {}
        for i in group:
            for concept, weight in self._vectors[i].items():
                sums[concept] = sums.get(concept, 0) + weight

        def centrality(i: int) -> int:
            return sum(weight * (sums[concept] - weight) for concept, weight in self._vectors[i].items())

        def rank(i: int) -> tuple[bool, bool, float, int]:
            told = self._told[i]
            words = sum(len(_WORD.findall(part.of(told.article.text))) for part in told.statement.content)
            doubts = i in self._holding or told.statement.stance == "uncertain"
            return doubts, words < ASSERTING, -centrality(i) * LOOSE ** self._loose[i], i

        central = self._told[min(group, key=rank)]
        return Passage(central.article.id, central.statement.content)


def _loose(told: Sequence[Told], lexicon: Lexicon) -> list[int]:
    """Count for each statement what keeps its content from standing by itself.

    It is no clause (`d'une escalade`), it is less than certain, it points back (`cela`, `ces informations`); what
    evades says nothing of the matter and counts twice.
    """
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
        evasive = 2 * evades(one.article.text, one.statement.content, words)
        found.append((not clause) + (one.statement.certainty != "certain") + back + evasive)
    return found


def _holding(told: Sequence[Told]) -> set[int]:
    """Return the numbers of the statements whose content holds the cue of another."""
    cues: dict[str, list[Span]] = {}
    for one in told:
        if one.statement.cue is not None:
            cues.setdefault(one.article.id, []).append(one.statement.cue)
    return {
        number
        for number, one in enumerate(told)
        if any(part.contains(cue) for part in one.statement.content for cue in cues.get(one.article.id, ()))
    }
