"""Claims: statements that are about the same proposition, whatever they say of it.

Statements are first brought together by their subjects (average-link clustering of cosines), into matters: an event,
a measure, an accusation, with everything said to it. A large matter is then cut into its facets, which are the claims.
Demands and judgements form matters of their own, since nobody can confirm or deny them.

The words and the lexicon are all that is known: two ways of saying a thing that share no concept stay two claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from selon.link.clusters import average_link
from selon.link.coverage import Coverage, Told
from selon.link.facets import facets
from selon.link.subjects import subjects
from selon.link.vectors import Pairs, cosines, salient_vectors
from selon.model import Passage
from selon.text import Span

ALIKE = 0.18
"""Average cosine at which clusters are still one matter."""

RARITY = 0.4
ALONE = 0.6
"""How much rare concepts count, and those that no other statement has; see `salient_vectors`."""

FLOOR = 0.02
"""Cosines below this count as none: most pairs of a long story share a common word and nothing else."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The statements of one claim, in order, its most central passage, and the number of its matter."""

    statements: tuple[Told, ...]
    label: Passage
    matter: int


def clustered(coverage: Coverage) -> tuple[Cluster, ...]:
    """Return the claims' statements. Every statement stands in exactly one cluster."""
    told, about = coverage.statements, subjects(coverage)
    weights = [subject.weights for subject in about]
    pairs = cosines(salient_vectors(weights, RARITY, ALONE), FLOOR)
    pairs = {(i, j): value for (i, j), value in pairs.items() if about[i].kind == about[j].kind}
    matters = average_link(len(told), pairs, ALIKE)
    found = [(group, number) for number, matter in enumerate(matters) for group in facets(matter, weights)]
    holding = _holding(told)
    return tuple(
        Cluster(tuple(told[i] for i in group), _label(told, group, pairs, holding), number)
        for group, number in sorted(found)
    )


def _label(told: Sequence[Told], group: list[int], pairs: Pairs, holding: AbstractSet[int]) -> Passage:
    """Return the passage that is most like the others; on a tie the first.

    One that tells what somebody else says of the matter (`que X a nié l'envoi`), or that its speaker can't tell, names
    a claim only for want of another.
    """

    def centrality(i: int) -> float:
        return sum(pairs.get((min(i, j), max(i, j)), 0.0) for j in group if j != i)

    central = told[
        min(group, key=lambda i: (i in holding or told[i].statement.stance == "uncertain", -centrality(i), i))
    ]
    return Passage(central.article.id, central.statement.content)


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
