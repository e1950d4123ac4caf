"""The status of a claim: who still vouches for it and who still denies it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from selon.link.coverage import Told
from selon.link.moments import before
from selon.link.origins import Rest
from selon.link.sides import Side
from selon.model import ClaimStatus, Course


def reserved(resting: Mapping[str, Rest]) -> frozenset[tuple[str, str]]:
    """Return the origins that may rest on others' knowledge in some statement of a story."""
    return frozenset(rest.independent for rest in resting.values() if rest.reserve)


def status(
    statements: Sequence[Told],
    resting: Mapping[str, Rest],
    doubtful: AbstractSet[tuple[str, str]],
    taken: Mapping[str, Side | None],
    courses: Mapping[str, Course] = MappingProxyType({}),
) -> ClaimStatus:
    """Return a claim's status from the last known position of each body.

    `corroborated`: two or more independent origins vouch and nobody denies any more; an alliance, which may
    rest on its members, does not make a second one. `contested`: one vouches, another still denies. `denied`:
    only denials are left. `single_origin`: one origin vouches. `unconfirmed`: nobody does; demands and
    judgements, which nobody can vouch for, are always that. `doubtful` are the origins `reserved` in the story, `taken`
    the sides of the statements, by their ids. Who takes one of the `courses` vouches for that, whichever it is, unless
    it is still being weighed.
    """
    stands = {t.statement.id: _side(taken[t.statement.id], courses.get(t.statement.id)) for t in statements}
    by_body: dict[tuple[str, str], list[Told]] = {}
    for told in statements:
        rest, said = resting.get(told.statement.id), told.statement
        if rest is not None and (stands[said.id] or said.stance not in ("call", "judge")):
            by_body.setdefault(rest.independent, []).append(told)
    sides = {body: _last(own, stands) for body, own in by_body.items()}
    vouching = {body for body, last in sides.items() if last == "vouches"}
    if "denies" in sides.values():
        return "contested" if vouching else "denied"
    if not vouching:
        return "unconfirmed"
    return "corroborated" if len(vouching - doubtful) > 1 else "single_origin"


def _side(taken: Side | None, course: Course | None) -> Side | None:
    if course is None:
        return taken
    return "can't tell" if course == "weighs" else "vouches"


def _last(own: Sequence[Told], taken: Mapping[str, Side | None]) -> str:
    """Return where a body stands last. Of two last words that no date orders, the less assured one holds."""
    last = [t for t in own if not any(before(t.said, other.said) for other in own)]
    sides = {taken[t.statement.id] or "withholds" for t in last}
    return next(one for one in ("denies", "can't tell", "vouches", "withholds") if one in sides)
