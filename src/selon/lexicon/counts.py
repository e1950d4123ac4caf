"""Words around a figure that say what sort of count it is: as of when, a total or a plan, a rise, a part of a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated
from selon.model import Move, Scope


class ScopeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside a figure that say what kind of count it is."""

    words: tuple[str, ...]
    scope: Scope


class MoveWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say how a figure moves another number, in front of it or behind it; `shares` only before a share."""

    move: Move
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()


class MultipleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verb forms that multiply: participles (behind an auxiliary) and forms that are nothing else."""

    value: int
    participles: tuple[str, ...]
    forms: tuple[str, ...]


class DayPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for an hour or a part of the day."""

    words: tuple[str, ...]
    low: dt.time
    high: dt.time


class Counts(Part, frozen=True):
    """counts.toml. Words are in lower case, with plain spaces and apostrophes.

    An `opener` stands right in front of a figure or a date. `gathering` words make a sentence with an hour a running
    count. `whole_joints` stand between a part and its whole, `part_openers` in front of a part. `counting_verbs` are
    infinitives; `plan_verbs` are forms before an infinitive, which tells of what is to come.
    """

    scopes: tuple[ScopeWords, ...]
    recall_openers: tuple[str, ...]
    as_of_openers: tuple[str, ...]
    plan_verbs: tuple[str, ...]
    clause_breaks: tuple[str, ...]
    plan_openers: tuple[str, ...]
    since_openers: tuple[str, ...]
    same_hour: tuple[str, ...]
    day_parts: tuple[DayPart, ...]
    hour_openers: tuple[str, ...]
    gathering: tuple[str, ...]
    moves: tuple[MoveWords, ...]
    fold: str
    fold_more: tuple[str, ...]
    fold_less: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    multiples: tuple[MultipleWords, ...]
    whole_joints: tuple[str, ...]
    whole_openers: tuple[str, ...]
    selections: tuple[str, ...]
    part_openers: tuple[str, ...]
    part_joints: tuple[str, ...]
    revised_joints: tuple[str, ...]
    list_joints: tuple[str, ...]
    places: tuple[str, ...]
    reports: tuple[str, ...]
    counting_verbs: tuple[str, ...]
    counting_actively: frozenset[str]

    def faults(self) -> Iterator[str]:
        """Yield words that stand twice, and parts of the day that end before they begin."""
        yield from repeated([w for s in self.scopes for w in s.words], "scopes")
        yield from repeated([w for p in self.day_parts for w in p.words], "day_parts")
        yield from repeated([w for m in self.multiples for w in (*m.participles, *m.forms)], "multiples")
        for part in self.day_parts:
            if part.high < part.low:
                yield f"day_parts: `{part.words[0]}`: expected low <= high, got {part.low} and {part.high}"
