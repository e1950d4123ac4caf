"""Independent origins: who, in the end, vouches for a claim, counted once each.

What one body says through several voices is one origin. An anonymous source is one of its own each time that it
is listed: nobody can tell whether two papers had the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selon.dossier.material import Material
from selon.link.moments import before
from selon.model import Origin


def independent(material: Material, origins: Sequence[Origin]) -> list[tuple[Origin, ...]]:
    """Return the origins in groups that are independent of one another, in the order of each group's first."""
    groups: dict[tuple[str, int], list[Origin]] = {}
    for number, origin in enumerate(origins):
        body = material.body(origin.actor)
        apart = number + 1 if body == origin.actor and material.kinds.get(body) == "anonymous" else 0
        groups.setdefault((body, apart), []).append(origin)
    return [tuple(group) for group in groups.values()]


def vouches(material: Material, statements: Iterable[str]) -> bool:
    """Say whether the last word of those who made `statements` affirms or confirms, without reserve.

    Of two last words that no date orders, one that denies or leaves it open holds.
    """
    told = [material.told(s) for s in material.in_order(statements)]
    last = [t for t in told if not any(before(t.said, other.said) for other in told)]
    return {material.sides[t.statement.id] for t in last} - {None} == {"vouches"}


def counts(material: Material, origins: Sequence[Origin]) -> tuple[int, int]:
    """Return how many independent origins vouch: at least (those with a reserve left out), and at most.

    An origin with a reserve may rest on another one; where there is no other, it is one all the same.
    """
    groups = [g for g in independent(material, origins) if vouches(material, (s for o in g for s in o.statements))]
    sure = sum(not all(o.reserve for o in g) for g in groups)
    return max(sure, min(1, len(groups))), len(groups)
