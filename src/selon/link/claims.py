"""Claims: statements that are about the same proposition, whatever they say of it.

Statements are first brought together by their subjects (average-link clustering of cosines), into matters: an event,
a measure, an accusation, with everything said to it. A large matter is then cut into its facets, which are the claims.
Demands and judgements form matters of their own, since nobody can confirm or deny them.

The words and the lexicon are all that is known: two ways of saying a thing that share no concept stay two claims.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from selon.lexicon import Lexicon
from selon.link.central import Labels, Standing, standings
from selon.link.coverage import Counted, Coverage, Told
from selon.link.facets import facets
from selon.link.matters import Key, Matters, key_of, matters
from selon.link.memory import Memory, digest_of
from selon.link.subjects import Kind, Subject, subjects
from selon.model import Passage


@dataclass(frozen=True, slots=True)
class Cluster:
    """The statements of one claim, in order, its most central passage, and the number of its matter."""

    statements: tuple[Told, ...]
    label: Passage
    matter: int


class About(NamedTuple):
    """What an article's statements are about, and are worth as labels."""

    subjects: tuple[Subject, ...]
    worth: tuple[Standing, ...]


class Read(NamedTuple):
    """What an article's statements are about and are worth as labels, and what that was read from."""

    statements: tuple[Told, ...]
    figures: tuple[Counted, ...]
    subjects: tuple[Subject, ...]
    keys: tuple[Key, ...]
    worth: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The claims of a story, with what it takes to group it again in less time when it has grown."""

    clusters: tuple[Cluster, ...] = ()
    read: Mapping[str, Read] = field(default_factory=dict)
    matters: Matters = field(default_factory=Matters)


def clustered(
    coverage: Coverage, episodes: Mapping[str, int] | None = None, memory: Memory | None = None
) -> tuple[Cluster, ...]:
    """Return the claims' statements. Every statement stands in exactly one cluster."""
    return grouped(coverage, episodes=episodes, memory=memory).clusters


def grouped(
    coverage: Coverage,
    known: Grouping | None = None,
    episodes: Mapping[str, int] | None = None,
    memory: Memory | None = None,
) -> Grouping:
    """Return the claims of `coverage`, the same with or without those `known` of some of its articles.

    With them only what is new is read, and compared with what it may meet. `episodes` are those of statements that
    count what happened on a day (`selon.link.counted_days`), by their ids: of two days they are two claims. `memory`
    holds what was read before of single articles.
    """
    read = _read(coverage, known.read if known else {}, memory or Memory())
    told = coverage.statements
    about = [subject for one in read.values() for subject in one.subjects]
    keys = [key for one in read.values() for key in one.keys]
    found = matters(keys, known.matters if known else None)
    homes = found.homes()
    groups: dict[tuple[Kind, int], list[int]] = {}
    for i, key in enumerate(keys):
        groups.setdefault(homes[key], []).append(i)
    own = [found.vectors[key] for key in keys]
    firsts = sorted(groups.values())
    spells = [(episodes or {}).get(one.statement.id, -1) for one in told]
    parts = sorted(
        (part, number)
        for number, matter in enumerate(firsts)
        for group in facets(matter, about)
        for part in _by_episode(group, spells)
    )
    named = Labels(told, own, [worth for one in read.values() for worth in one.worth])
    clusters = tuple(Cluster(tuple(told[i] for i in group), named.of(group), number) for group, number in parts)
    return Grouping(clusters, read, found)


def _by_episode(group: Sequence[int], episodes: Sequence[int]) -> list[list[int]]:
    """Return the statements of a group by the episode that they count in; the others are one part."""
    found: dict[int, list[int]] = {}
    for i in group:
        found.setdefault(episodes[i], []).append(i)
    return list(found.values())


def _read(coverage: Coverage, known: Mapping[str, Read], memory: Memory) -> dict[str, Read]:
    """Return what the statements of each article are about, in their order."""
    told: dict[str, list[Told]] = {}
    counted: dict[str, list[Counted]] = {}
    for one in coverage.statements:
        told.setdefault(one.article.id, []).append(one)
    for figure in coverage.figures:
        counted.setdefault(figure.article.id, []).append(figure)
    read = {}
    for article, statements in told.items():
        here = tuple(statements), tuple(counted.get(article, ()))
        before = known.get(article)
        same = before is not None and before[:2] == here
        if before is not None and same:
            read[article] = before
        else:
            about = _about(*here, coverage.lexicon, memory)
            keys = tuple(key_of(subject) for subject in about.subjects)
            read[article] = Read(*here, about.subjects, keys, about.worth)
    return read


def _about(told: tuple[Told, ...], figures: tuple[Counted, ...], lexicon: Lexicon, memory: Memory) -> About:
    article = told[0].article
    statements = [one.statement for one in told]
    of = digest_of(article.text, statements, [(c.figure, c.statement and c.statement.id) for c in figures])
    return memory.recall(
        "subjects",
        (article.id,),
        of,
        About,
        lambda: About(tuple(subjects(told, figures, lexicon)), standings(told, lexicon)),
    )
