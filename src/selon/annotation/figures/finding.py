"""Figures: the quantities of an article, with bounds and what they count.

Numbers come from patterns (`numbers`), what they count from the tokens behind them (`nouns`), bounds from
approximators and ranges (`bounds`). What counts nothing is left out (`masks`, `counting`). Then each figure is told
what sort of count it is: `modifiers`, `scopes`, `moves`, `wholes`.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.annotation.draft import Draft
from selon.annotation.figures.bounds import approximator_before
from selon.annotation.figures.hours import find_hours
from selon.annotation.figures.masks import is_age, masks
from selon.annotation.figures.modifiers import modifiers
from selon.annotation.figures.moves import multiples, with_moves
from selon.annotation.figures.nouns import Tokens
from selon.annotation.figures.numbers import Found, find_numbers
from selon.annotation.figures.quantities import quantity_at
from selon.annotation.figures.scene import Scene
from selon.annotation.figures.scopes import with_scopes
from selon.annotation.figures.wholes import with_wholes
from selon.annotation.pipeline import Stage
from selon.model import Figure
from selon.text import Span, folded, merged

_MEMORY = 300
"""How far back what a bare number counts may have been named, in characters."""


def find_figures(draft: Draft) -> list[Figure]:
    """Return the figures of a draft's text, in order and disjoint. Needs `doc` and `dates`.

    Their ids count from 0 and hold within the draft only; `part_of` names one of them.
    """
    scene = _scene(draft)
    published, words = draft.article.published, draft.lexicon.counts
    figures = [
        msgspec.structs.replace(figure, id=str(number), modifiers=modifiers)
        for number, (figure, modifiers) in enumerate(_quantities(scene))
    ]
    hours = find_hours(scene.folded, draft.lexicon)
    interval = published.interval if published else None
    figures = with_scopes(figures, scene.folded, draft.dates, hours, interval, words)
    figures = with_moves(figures, scene.folded, words)
    return with_wholes(figures, scene.folded, words, draft.lexicon.approximators)


def _quantities(scene: Scene) -> Iterator[tuple[Figure, tuple[Span, ...]]]:
    """Yield the figures with their modifiers; a bare number counts what was named before it."""
    named: Figure | None = None
    measured: Figure | None = None
    at = end = 0
    while at < len(scene.numbers):
        quantity = quantity_at(scene, at)
        if quantity is None or quantity.figure.span.start < end:
            at += 1
            continue
        at += quantity.taken
        figure, counted = quantity.figure, quantity.counted
        goes_on = counted is None and measured is not None and _goes_on(scene, measured, figure)
        if goes_on and measured is not None:
            figure = msgspec.structs.replace(figure, counted=measured.counted, unit=measured.unit)
        elif counted is None:
            near = named is not None and figure.span.start - named.span.end <= _MEMORY
            figure = msgspec.structs.replace(figure, counted=named.counted if named and near else "")
        elif not counted.unit:
            named = figure
        end, measured = figure.span.end, figure if goes_on or (counted and counted.unit) else None
        yield figure, modifiers(scene, counted.head, end) if counted and counted.head is not None else ()


def _goes_on(scene: Scene, last: Figure, figure: Figure) -> bool:
    """Say whether a bare number measures what the one right before it does: `35 % puis 20`, `2 km contre 8`."""
    return scene.folded[last.span.end : figure.span.start] in scene.lexicon.counts.list_joints


def _scene(draft: Draft) -> Scene:
    low, lexicon = folded(draft.text), draft.lexicon
    lasting = tuple(f"{word} " for word in lexicon.dates.lasting)  # `depuis trois jours` measures as well as it dates
    dates = (d.span for d in draft.dates if not d.span.of(low).startswith(lasting))
    hidden = merged([*masks(low, lexicon.numbers, lexicon.units), *dates])
    scene = Scene(draft.text, low, Tokens(draft.tokens), lexicon, hidden)
    known = sorted([*find_numbers(low, lexicon.numbers), *multiples(low, lexicon.counts)], key=lambda n: n.start)
    scene.numbers = [n for n in known if not scene.is_hidden(n.start, n.end)]
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
