"""Quantities: a number with its approximator and what it counts, alone, in a range, or as a share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from selon.annotation.figures.bounds import approximator_after, approximator_before, bounds, range_bounds, range_start
from selon.annotation.figures.counting import counts_something, is_article
from selon.annotation.figures.nouns import Counted, noun_after, unit_after, unit_before
from selon.annotation.figures.numbers import Found
from selon.annotation.figures.scene import Scene
from selon.model import Figure
from selon.text import Span

_LARGEST_SHARE = 1000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts (None when nothing behind it says), and how many numbers it took."""

    figure: Figure
    counted: Counted | None
    taken: int = 1


def quantity_at(scene: Scene, at: int) -> Quantity | None:
    """Return the figure that starts with the number `at`, alone or in a range or share with the next one."""
    number = scene.numbers[at]
    counted = _counted(scene, number)
    following = scene.numbers[at + 1] if at + 1 < len(scene.numbers) else None
    if following is not None:
        pair = _range(scene, number, counted, following) or _share(scene, number, counted, following)
        if pair is not None:
            return pair
    if counted is None and following is not None:
        counted = _shared(scene, number, following)
    return _single(scene, number, counted)


def _counted(scene: Scene, number: Found) -> Counted | None:
    unit = unit_after(scene.folded, number.end, scene.lexicon.units)
    if unit is not None:
        return unit
    linked = number.kind in {"noun", "vague", "fraction"} or number.scale >= 1_000_000  # noqa: PLR2004  (un million de)
    noun = noun_after(scene.tokens, number.end, scene.lexicon.numbers, linked=linked)
    if noun is None or scene.is_hidden(noun.end - 1, noun.end):
        return None
    return noun


def _shared(scene: Scene, number: Found, following: Found) -> Counted | None:
    """Return what the next number of a list counts: `477 et 459 km2`."""
    if scene.folded[number.end : following.start] not in {" et ", " ou ", ", ", " puis "}:
        return None
    shared = _counted(scene, following)
    return Counted(shared.name, number.end, shared.unit) if shared and not is_article(scene, following) else None


def _single(scene: Scene, number: Found, counted: Counted | None) -> Quantity | None:
    words = scene.lexicon
    before = approximator_before(scene.folded, number.start, words.approximators)
    prefix = unit_before(scene.folded, number.start, words.units)
    if prefix is not None and counted is None:
        counted = Counted(prefix[0], number.end, unit=True)
    start = before[0] if before else prefix[1] if prefix else number.start
    if not counts_something(scene, number, counted, start, approximated=before is not None):
        return None
    number = replace(number, value=number.value + counted.more) if counted else number
    end = max(number.end, counted.end) if counted else number.end
    half = next((h for h in words.numbers.halves if scene.folded.startswith(f" {h}", end)), None)
    if half and counted and (counted.unit or counted.name in words.numbers.time_units):  # `deux ans et demi`
        number, end = replace(number, value=number.value + Decimal("0.5")), end + 1 + len(half)
    after = None if before else approximator_after(scene.folded, end, words.approximators)
    approx = (before and before[1]) or (after and after[1])
    low, high, said = bounds(number, approx)
    span = Span(start, after[0] if after else end)
    name = counted.name if counted else ""
    return Quantity(Figure(id="", span=span, low=low, high=high, approx=said, counted=name), counted)


def _range(scene: Scene, first: Found, counted: Counted | None, second: Found) -> Quantity | None:
    """Read `entre 10 et 20 euros`, `5 à 8 personnes`, `deux ou trois`; what the second one counts, both count."""
    gap = counted.end if counted else first.end
    if gap > second.start or is_article(scene, second):
        return None
    start = range_start(scene.folded, first, (gap, second.start), second, scene.lexicon.numbers)
    if start is None:
        return None
    behind = _counted(scene, second)
    both = behind or counted
    # `une amende à 12 entreprises` is no range, `une place ou deux` is one.
    if both is None or (is_article(scene, first) and (counted is None) == (behind is None)):
        return None
    low, high = range_bounds(first, second)
    span = Span(start, max(second.end, both.end))
    return Quantity(Figure(id="", span=span, low=low, high=high, approx="range", counted=both.name), both, 2)


def _share(scene: Scene, first: Found, counted: Counted | None, second: Found) -> Quantity | None:
    """Read `un Français sur deux` as 0.5."""
    gap = scene.folded[counted.end if counted else first.end : second.start]
    if (
        gap.strip() not in scene.lexicon.numbers.share_words
        or not first.value < second.value <= _LARGEST_SHARE
        or first.value <= 0
    ):
        return None
    value = round(first.value / second.value, 2)
    before = approximator_before(scene.folded, first.start, scene.lexicon.approximators)
    low, high, said = bounds(replace(first, value=value, kind="fraction"), before and before[1])
    span = Span(before[0] if before else first.start, second.end)
    return Quantity(
        Figure(id="", span=span, low=low, high=high, approx=said, counted=counted.name if counted else ""), counted, 2
    )
