"""Checks as they are told: in the figures' own words and signs, so that no sentence is invented."""

from __future__ import annotations

from collections.abc import Sequence

from selon.link.checks.amounts import amount
from selon.link.checks.scene import Scene
from selon.model import Check, Figure
from selon.model.claims import CheckKind

THOUSANDS = "\u202f"


def written(value: float) -> str:
    """Return a number that was computed, thousands set apart, two decimals at most."""
    rounded = round(value, 2)
    return (f"{int(rounded):,}" if float(rounded).is_integer() else f"{rounded:,}").replace(",", THOUSANDS)


def total(
    scene: Scene, terms: Sequence[Figure], whole: Figure, *, verdict: bool | None, singles: Sequence[str] = ()
) -> Check:
    """Return the check of a sum: `14 morts + 42 rescapés = 56 personnes`. `singles` count one each (`un disparu`)."""
    left = " + ".join([*(scene.said(f) for f in terms), *singles])
    if verdict is False:
        reached = amount(terms[0])
        for term in terms[1:]:
            reached = reached + amount(term)
        left = f"{left} = {written(reached.low + len(singles))} ≠ {scene.said(whole)}"
    else:
        left = f"{left} = {scene.said(whole)}"
    return check("sum", (*terms, whole), left, verdict=verdict)


def check(kind: CheckKind, figures: Sequence[Figure], words: str, *, verdict: bool | None) -> Check:
    """Return a check of figures of one article, told in `words`."""
    return Check(kind=kind, holds=verdict, figures=tuple(f.id for f in figures), words=words)
