"""Measures: what bodies decide and go back on, with the course that each statement tells of one.

What is said of a measure in a month shares few words, since each time it tells another course: `tenir le cap`, `la
suspension de la hausse`, `la taxe est annulée`. So statements that tell a course are brought together by the words for
the measure alone.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from selon.lexicon import Lexicon
from selon.link.agglomeration import UNIT, joins
from selon.link.central import is_short
from selon.link.claims import Cluster
from selon.link.concepts import STATE
from selon.link.courses import Taken, course_reader
from selon.link.coverage import Told
from selon.link.origins import Attribution
from selon.link.reclaimed import renamed
from selon.model import Course, Passage

ALIKE = 0.35
"""Average cosine of the words for two measures that are one."""

GENERAL = 0.3
"""Weight of a word that does not tell which measure it is (`la taxe`), beside one that does."""


def measured(
    clusters: Sequence[Cluster], told: Sequence[Told], attribution: Attribution, lexicon: Lexicon
) -> tuple[tuple[Cluster, ...], dict[str, Course]]:
    """Return the clusters with those of measures, and the courses that bodies take in them, by statements.

    All statements that tell a course of one measure make one cluster and one matter; what else is said of it stays
    where it was. A measure is one on which a body that decides took a course other than to hold to it; whose course it
    is that others tell of is not known.
    """
    reader = course_reader(lexicon)
    known = {i: taken for i, one in enumerate(told) if (taken := reader.of(one)) is not None}
    bodies = {
        i: attribution.body(a) for i in known if (a := attribution.speakers.get(told[i].statement.id)) is not None
    }
    courses: dict[str, Course] = {}
    found: list[Cluster] = []
    matter = max((cluster.matter for cluster in clusters), default=-1)
    for group in _together(known, reader.words.general):
        deciding = {bodies[i] for i in group if known[i].decides and i in bodies}
        own = {told[i].statement.id: known[i].course for i in group if bodies.get(i) in deciding}
        if len(group) > 1 and any(course != "holds" for course in own.values()):
            courses.update(own)
            matter += 1
            found.append(Cluster(tuple(told[i] for i in group), _label(group, told, known, own), matter))
    return _parted(clusters, found), courses


def _together(known: Mapping[int, Taken], general: Collection[str]) -> list[list[int]]:
    """Return the places of statements by the measures that they are about, each in order."""
    places = sorted(known)
    home = list(range(len(places)))
    for join in reversed(joins([_vector(known[i].measure, general) for i in places], ALIKE)):
        home[join.gone] = home[join.kept]
    groups: dict[int, list[int]] = {}
    for number, place in zip(home, places, strict=True):
        groups.setdefault(number, []).append(place)
    return list(groups.values())


def _vector(measure: Iterable[str], general: Collection[str]) -> dict[str, int]:
    weights = {c: GENERAL if c in general or c[0] == STATE else 1.0 for c in measure}
    length = math.hypot(*weights.values())
    return {c: round(UNIT * weight / length) for c, weight in sorted(weights.items())}


def _label(group: Sequence[int], told: Sequence[Told], known: Mapping[int, Taken], own: Collection[str]) -> Passage:
    """Return the passage of who decides whose words for the measure most others use; of several the first."""
    uses: dict[str, int] = {}
    for i in group:
        for concept in known[i].measure:
            uses[concept] = uses.get(concept, 0) + 1

    def rank(i: int) -> tuple[bool, bool, float, int]:
        said, measure = told[i].statement, known[i].measure
        return said.id not in own, is_short(told[i]), -sum(uses[c] for c in measure) / math.sqrt(len(measure)), i

    central = told[min(group, key=rank)]
    return Passage(central.article.id, central.statement.content)


def _parted(clusters: Sequence[Cluster], found: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """Return the clusters: those found, and what is left of the others; one that loses its name takes another."""
    taken = {one.statement.id for cluster in found for one in cluster.statements}
    left = []
    for cluster in clusters:
        rest = tuple(one for one in cluster.statements if one.statement.id not in taken)
        if len(rest) == len(cluster.statements):
            left.append(cluster)
        elif rest:
            left.append(renamed(replace(cluster, statements=rest)))
    return (*left, *found)
