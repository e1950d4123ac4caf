"""Positions: who stands where on a claim, when; and what moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from selon.link.coverage import Told
from selon.link.moments import before, day_order
from selon.link.origins import Attribution
from selon.model import Certainty, Change, Interval, Position, Stance

CAMPS: dict[Stance, str] = {"affirm": "vouches", "confirm": "vouches", "deny": "denies", "uncertain": "can't tell"}
"""Stances that differ as positions do: to affirm then to confirm is no change. Demands and judgements have none."""


def camp(told: Told) -> str | None:
    """Return the camp of a statement, None for one that takes no side or withholds its guarantee."""
    if told.statement.certainty == "conditional" and told.statement.stance in ("affirm", "confirm"):
        return None
    return CAMPS.get(told.statement.stance)


def positions(statements: Sequence[Told], attribution: Attribution) -> tuple[Position, ...]:
    """Return the positions of a claim's actors in order of their dates, unknown ones last."""
    kept: dict[tuple[str, Interval | None, Stance, Certainty], list[str]] = {}
    for told in statements:
        actor = attribution.speakers.get(told.statement.id)
        if actor is not None:
            s = told.statement
            kept.setdefault((actor, s.when, s.stance, s.certainty), []).append(s.id)
    found = [
        Position(
            actor=actor,
            body=attribution.body(actor),
            stance=stance,
            certainty=certainty,
            when=when,
            statements=tuple(sorted(ids)),
        )
        for (actor, when, stance, certainty), ids in kept.items()
    ]
    return tuple(sorted(found, key=lambda p: (day_order(p.when), p.actor, p.stance, p.certainty)))


class Wording(NamedTuple):
    """What a statement is about: the stems of its words, and whether it takes up what was said before it."""

    stems: frozenset[str]
    takes_up: bool


def changes_of_position(
    claim: str, statements: Sequence[Told], attribution: Attribution, words: Mapping[str, Wording]
) -> list[Change]:
    """Return the changes of each body on one claim, body by body, in order of time.

    `words` gives the wording of each of the statements, by its id.

    A body that takes two sides within one and the same time is passed over there: what came first can't be told.
    """
    by_body: dict[str, list[Told]] = {}
    for told in statements:
        actor = attribution.speakers.get(told.statement.id)
        if actor is not None and camp(told) is not None:
            by_body.setdefault(attribution.body(actor), []).append(told)
    found = []
    for body, own in sorted(by_body.items()):
        for earlier, later in moved([(t.said, camp(t) or "", t.statement.id) for t in own]):
            facing = _facing(earlier, later, words)
            if facing:
                found.append(Change(body=body, claim=claim, before=earlier, after=facing))
    return found


def _facing(earlier: Sequence[str], later: Sequence[str], words: Mapping[str, Wording]) -> tuple[str, ...]:
    """Return the later statements that speak of what the earlier ones spoke of.

    A claim holds statements that are alike in a chain, so that its ends may have nothing in common. Those that
    share a word are kept; where none does, all of them if one side takes up what was said before (`cette
    information`), else none: nobody moved.
    """
    said = {stem for name in earlier for stem in words[name].stems}
    sharing = tuple(name for name in later if said & words[name].stems)
    taken_up = any(words[name].takes_up for name in (*earlier, *later))
    return sharing or (tuple(later) if taken_up else ())


def moved(items: Sequence[tuple[Interval | None, str, str]]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return what moved among dated values: the ids before and after each move.

    `items` are (when, value, id). Values are compared only where their dates order them, and only at times for
    which there is one value.
    """
    times: dict[Interval, dict[str, list[str]]] = {}
    for when, value, name in items:
        if when is not None:
            times.setdefault(when, {}).setdefault(value, []).append(name)
    single = [(when, *next(iter(values.items()))) for when, values in times.items() if len(values) == 1]
    found = []
    current: tuple[Interval, str, list[str]] | None = None
    for when, value, names in sorted(single, key=lambda item: (day_order(item[0]), item[1])):
        if current is None or before(current[0], when):
            if current is not None and current[1] != value:
                found.append((tuple(sorted(current[2])), tuple(sorted(names))))
            current = (when, value, names)
    return found
