"""Figures: the quantities of an article, with bounds and what they count.

Numbers come from patterns (`figure_numbers`), what they count from the tokens behind them (`figure_nouns`),
bounds from approximators and ranges (`figure_bounds`). What counts nothing is left out (`figure_masks`,
`figure_counting`).
"""

from __future__ import annotations

import msgspec

from selon.annotation.draft import Draft
from selon.annotation.figures.bounds import approximator_before
from selon.annotation.figures.masks import is_age, masks
from selon.annotation.figures.nouns import Tokens
from selon.annotation.figures.numbers import Found, find_numbers
from selon.annotation.figures.quantities import quantity_at
from selon.annotation.figures.scene import Scene
from selon.annotation.figures.scopes import scope_of
from selon.annotation.pipeline import Stage
from selon.model import Figure
from selon.text import folded, merged

_MEMORY = 300
"""How far back what a bare number counts may have been named, in characters."""


def find_figures(draft: Draft) -> list[Figure]:
    """Return the figures of a draft's text, in order and disjoint. Needs `doc` and `dates`."""
    scene = _scene(draft)
    figures: list[Figure] = []
    named: Figure | None = None
    at = 0
    while at < len(scene.numbers):
        quantity = quantity_at(scene, at)
        if quantity is None or (figures and quantity.figure.span.start < figures[-1].span.end):
            at += 1
            continue
        at += quantity.taken
        figure = quantity.figure
        if quantity.counted is None:
            near = named is not None and figure.span.start - named.span.end <= _MEMORY
            figure = msgspec.structs.replace(figure, counted=named.counted if named and near else "")
        elif not quantity.counted.unit:
            named = figure
        figures.append(figure)
    return [scope_of(f, scene.folded, draft.dates, draft.lexicon.numbers) for f in figures]


def _scene(draft: Draft) -> Scene:
    low, lexicon = folded(draft.text), draft.lexicon
    lasting = tuple(f"{word} " for word in lexicon.dates.lasting)  # `depuis trois jours` measures as well as it dates
    dates = (d.span for d in draft.dates if not d.span.of(low).startswith(lasting))
    hidden = merged([*masks(low, lexicon.numbers, lexicon.units), *dates])
    scene = Scene(draft.text, low, Tokens(draft.tokens), lexicon, hidden)
    scene.numbers = [n for n in find_numbers(low, lexicon.numbers) if not scene.is_hidden(n.start, n.end)]
    scene.numbers = _without_ages(scene)
    return scene


def _without_ages(scene: Scene) -> list[Found]:
    """Return the numbers that are nobody's age; `âgés de 3 à 30 ans` holds two that are."""
    kept: list[Found] = []
    for number in scene.numbers:
        before = approximator_before(scene.folded, number.start, scene.lexicon.approximators)
        start = before[0] if before else number.start
        pair = bool(kept) and scene.folded[kept[-1].end : number.start].strip() in scene.lexicon.numbers.age_joints
        start = kept[-1].start if pair else start
        if not is_age(scene.folded, number, scene.lexicon.numbers, start):
            kept.append(number)
        elif pair:
            kept.pop()
    return kept


def _run(draft: Draft) -> None:
    draft.figures = find_figures(draft)


STAGE = Stage("figures", _run, frozenset({"doc", "dates"}), "figures")
