"""Facets: the propositions that a large matter is about.

The event that a story turns on holds a third of its statements: that it happened, where, how many took part. Their
words are mostly the same, so that among all statements of the story they are all alike. What tells them apart is what
they answer: how many, and where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selon.link.concepts import COUNT, NUMBER, STATE
from selon.link.subjects import Subject

SMALLEST = 20
"""Statements of the smallest matter that is cut. A claim of a few copies has no facets."""

SMALLEST_PLACE = 3
"""Statements that name a place before it makes a facet."""

SHARED = 0.4
"""A concept that a greater share of the matter's statements have tells none of them apart."""

HOW_MANY = "#"
HOW_MANY_TO_COME = "#>"
COUNTS = (HOW_MANY, HOW_MANY_TO_COME)
NOWHERE = ""


def facets(matter: Sequence[int], about: Sequence[Subject]) -> list[list[int]]:
    """Return the facets of a matter, whose statements are given by their places in `about`.

    Who says how many makes one, who says how many are to come another, who names a place that others name too one for
    each place. Those who name none join those whose words are most like theirs; where they are most of the matter, they
    stay together.
    """
    if len(matter) < SMALLEST:
        return [list(matter)]
    named: dict[str, list[int]] = {}
    for i in matter:
        named.setdefault(_facet(about[i]), []).append(i)
    groups: dict[str, list[int]] = {}
    for place, members in sorted(named.items()):
        kept = place in COUNTS or len(members) >= SMALLEST_PLACE
        groups.setdefault(place if kept else NOWHERE, []).extend(members)
    places = [place for place in groups if place not in (*COUNTS, NOWHERE)]
    if places and 2 * len(groups.get(NOWHERE, ())) <= len(matter):
        _shared_out(groups.pop(NOWHERE, []), {place: groups[place] for place in places}, _telling(matter, about))
    return sorted(sorted(group) for group in groups.values())


def _facet(subject: Subject) -> str:
    if COUNT in subject.weights:
        return HOW_MANY_TO_COME if subject.planned else HOW_MANY
    return subject.place


def _telling(matter: Sequence[int], about: Sequence[Subject]) -> dict[int, Mapping[str, float]]:
    """Return the concepts of each statement that tell the matter's statements apart, places and numbers left out."""
    known: dict[str, int] = {}
    for i in matter:
        for concept in about[i].weights:
            known[concept] = known.get(concept, 0) + 1
    common = {concept for concept, n in known.items() if n > SHARED * len(matter)}
    apart = (STATE, COUNT, NUMBER)
    return {i: {c: w for c, w in about[i].weights.items() if c not in common and c[0] not in apart} for i in matter}


def _shared_out(
    loose: Sequence[int], groups: Mapping[str, list[int]], telling: Mapping[int, Mapping[str, float]]
) -> None:
    """Let each of the `loose` join the group that its words are most like; of several the larger, then the first."""
    sums = {place: _mean(group, telling) for place, group in groups.items()}
    sizes = {place: len(group) for place, group in groups.items()}
    for i in loose:

        def alike(place: str, i: int = i) -> float:
            return sum(weight * sums[place].get(concept, 0.0) for concept, weight in telling[i].items())

        groups[min(groups, key=lambda place: (-alike(place), -sizes[place], place))].append(i)


def _mean(group: Sequence[int], telling: Mapping[int, Mapping[str, float]]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for i in sorted(group):
        for concept, weight in telling[i].items():
            sums[concept] = sums.get(concept, 0.0) + weight / len(group)
    return sums
