"""How a figure moves another number: what is added or taken away, a multiple, a value in an earlier one's place."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from selon.annotation.figures.numbers import Found
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Counts
from selon.model import Figure, Move

_NEAR = 48
_STOP = re.compile(r"[.;!?\n]")
_SIGNS: dict[str, Move] = {"+": "increment", "-": "decrease"}


@cache
def _multiple(words: Counts) -> tuple[re.Pattern[str], dict[str, int]]:
    factors = {form: m.value for m in words.multiples for form in (*m.participles, *m.forms)}
    participles = any_of(p for m in words.multiples for p in m.participles)
    forms = any_of(f for m in words.multiples for f in m.forms)
    behind = rf"(?<!\w){any_of(words.auxiliaries)}{SPACE}(?P<participle>{participles})"
    # `a doublé un camion` is no multiple.
    return re.compile(rf"(?:{behind}|(?<!\w)(?P<form>{forms}))(?!\w)(?!{SPACE}une? )"), factors


def multiples(folded: str, words: Counts) -> list[Found]:
    """Return the verbs of a text that multiply, as the number that they multiply by: `a doublé` is 2."""
    pattern, factors = _multiple(words)
    return [
        Found(m.start(), m.end(), Decimal(factors[m["participle"] or m["form"]]), "multiple")
        for m in pattern.finditer(folded)
    ]


@cache
def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w]){any_of(words)}(?:{SPACE}|(?<='))(?:(?:quelque|ses|à|de){SPACE})?$")


@cache
def _after(words: tuple[str, ...]) -> re.Pattern[str]:
    # `85 000 enfants de moins de cinq ans` are no fewer.
    return re.compile(rf"{SPACE}(?:[^\W\d]{{2,24}}{SPACE})?{any_of(words)}(?!\w)(?!{SPACE}d(?:e{SPACE}|'))")


def is_multiplied(folded: str, start: int, words: Counts) -> bool:
    """Say whether a number that starts at `start` multiplies or divides: `multiplié par trois`."""
    before = folded[max(0, start - _NEAR) : start]
    openers = tuple(w for m in words.moves if m.move in {"multiple", "division"} for w in m.before)
    return _before(openers).search(before) is not None


def move_of(figure: Figure, folded: str, words: Counts) -> Move | None:
    """Return how a figure moves another number, None when it does not.

    The words right in front of it and right behind it tell, or its sign; what counts `fois` multiplies where a
    comparison follows (`trois fois plus`).
    """
    if figure.move:
        return figure.move
    after = _STOP.split(folded[figure.span.end : figure.span.end + _NEAR])[0]
    if figure.counted == words.fold:
        said = re.match(rf"{SPACE}(?:(?P<more>{any_of(words.fold_more)})|{any_of(words.fold_less)})(?!\w)", after)
        if said:
            return "multiple" if said["more"] else "division"
    before = _STOP.split(folded[max(0, figure.span.start - _NEAR) : figure.span.start])[-1]
    is_share = figure.unit in {"%", "[pp]"} or figure.counted == "point"
    for one in words.moves:
        openers = (*one.before, *one.shares) if is_share else one.before
        if (openers and _before(openers).search(before)) or (one.after and _after(one.after).match(after)):
            return one.move
    # Degrees have a sign as well, and move nothing.
    return _SIGNS.get(folded[figure.span.start]) if figure.unit in {"%", "[pp]"} else None


def with_moves(figures: list[Figure], folded: str, words: Counts) -> list[Figure]:
    """Return the figures with how they move others. Of `est passé de 12 à 15 morts`, 15 comes in the place of 12."""
    out: list[Figure] = []
    for figure in figures:
        move = move_of(figure, folded, words)
        previous = out[-1] if out else None
        if move is None and previous and previous.scope == "recalled":
            between = folded[previous.span.end : figure.span.start]
            move = "revised" if between.strip() in words.revised_joints else None
        out.append(msgspec.structs.replace(figure, move=move) if move else figure)
    return out
