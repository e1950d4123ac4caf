"""Quantities: a number with its approximator and what it counts, alone, in a range, or as a share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from selon.annotation.figures.bounds import approximator_after, approximator_before, bounds, range_bounds, range_start
from selon.annotation.figures.counting import counts_something, is_article
from selon.annotation.figures.moves import is_multiplied
from selon.annotation.figures.nouns import Counted, noun_after, unit_after, unit_before
from selon.annotation.figures.numbers import Found, plain
from selon.annotation.figures.scene import Scene
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Counts, Numbers
from selon.model import Approx, Figure, Number
from selon.text import Span

_LARGEST_SHARE = 1000
_NOUNS = 1_000_000
"""From this scale on, a number is a noun and takes `de`: `un million de soldats`."""
_LINK = re.compile(rf"{SPACE}(?:d(?:e|es|u){SPACE}|d')")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts (None when nothing behind it says), and how many numbers it took."""

    figure: Figure
    counted: Counted | None
    taken: int = 1


def quantity_at(scene: Scene, at: int) -> Quantity | None:
    """Return the figure that starts with the number `at`, alone or in a range or share with the next one."""
    number = scene.numbers[at]
    following = scene.numbers[at + 1] if at + 1 < len(scene.numbers) else None
    if number.kind == "multiple":
        return _multiple(scene, number)
    counted = _counted(scene, number) or _chosen(scene, number, following)
    if following is not None:
        pair = _range(scene, number, counted, following) or _share(scene, number, counted, following)
        if pair is not None:
            return pair
    if counted is None and following is not None:
        counted = _shared(scene, number, following)
        number = _scaled(scene, number, following)
    return _single(scene, number, counted)


def _counted(scene: Scene, number: Found) -> Counted | None:
    unit = unit_after(scene.folded, number.end, scene.lexicon)
    if unit is not None:
        return unit
    linked = number.kind in {"noun", "vague", "fraction"} or number.scale >= _NOUNS
    if linked and not _LINK.match(scene.folded, number.end):  # `150 milliards destinés à …`, `une dizaine la veille`
        return None
    noun = noun_after(scene.tokens, number.end, scene.lexicon, linked=linked)
    if noun is None or scene.is_hidden(noun.end - 1, noun.end):
        return None
    return noun


@cache
def _selection(words: Counts) -> re.Pattern[str]:
    return re.compile(rf"{SPACE}{any_of(words.selections)}{SPACE}")


def _chosen(scene: Scene, number: Found, following: Found | None) -> Counted | None:
    """Return what a number is chosen from: `deux des plus grands joueurs`, `12 des 25 personnes`."""
    of = _selection(scene.lexicon.counts).match(scene.folded, number.end)
    if of is None or number.kind not in {"digits", "words"} or is_article(scene, number):
        return None
    if following is not None and following.start == of.end():
        counted = _counted(scene, following)
        return replace(counted, end=number.end, head=None) if counted and not is_article(scene, following) else None
    return noun_after(scene.tokens, of.end(), scene.lexicon, linked=False)


def _shared(scene: Scene, number: Found, following: Found) -> Counted | None:
    """Return what the next number of a list counts: `477 et 459 km2`."""
    if scene.folded[number.end : following.start] not in scene.lexicon.counts.list_joints or following.unread:
        return None
    shared = _counted(scene, following)
    return replace(shared, end=number.end, head=None) if shared and not is_article(scene, following) else None


def _scaled(scene: Scene, number: Found, following: Found) -> Found:
    """Return a number with the scale that the next one of the list names: `passer de 5 à 8 milliards`."""
    listed = scene.folded[number.end : following.start] in scene.lexicon.counts.list_joints
    is_smaller = following.scale >= _NOUNS and number.scale == 1 and number.value < 1000  # noqa: PLR2004
    if not listed or not is_smaller or number.kind not in {"digits", "words"} or is_article(scene, number):
        return number
    return replace(number, value=number.value * following.scale)


def _multiple(scene: Scene, number: Found) -> Quantity:
    """Read `a doublé` as two times."""
    value, span = plain(number.value), Span(number.start, number.end)
    counted = Counted(scene.lexicon.counts.fold, number.end, unit=True)
    figure = Figure(id="", span=span, low=value, high=value, approx="exact", counted=counted.name, move="multiple")
    return Quantity(figure, counted)


def _single(scene: Scene, number: Found, counted: Counted | None) -> Quantity | None:
    words = scene.lexicon
    before = approximator_before(scene.folded, number.start, words.approximators)
    prefix = unit_before(scene.folded, number.start, words.units)
    if prefix is not None and counted is None:
        counted = Counted(prefix[0].name, number.end, unit=True, code=prefix[0].code)
    if counted is None and is_multiplied(scene.folded, number.start, words.counts):
        counted = Counted(words.counts.fold, number.end, unit=True)
    start = before[0] if before else prefix[1] if prefix else number.start
    if not counts_something(scene, number, counted, start, approximated=before is not None):
        return None
    number = _valued(scene, number, counted) if counted else number
    start = min(start, number.start)
    end = max(number.end, counted.end) if counted else number.end
    after = None if before else approximator_after(scene.folded, end, words.approximators)
    approx = (before and before[1]) or (after and after[1])
    return _quantity(Span(start, after[0] if after else end), bounds(number, approx), counted, unread=number.unread)


def _valued(scene: Scene, number: Found, counted: Counted) -> Found:
    """Return a number with what its unit adds: the minutes of `6 h 30`, `deux ans et demi`, `moins 3 °C`."""
    words = scene.lexicon
    value, start, end = number.value + counted.more, number.start, max(number.end, counted.end)
    half = next((h for h in words.numbers.halves if scene.folded.startswith(f" {h}", end)), None)
    if half and (counted.unit or counted.name in words.numbers.time_units) and number.scale == 1:
        value, end = value + Decimal("0.5"), end + 1 + len(half)
    below = f"{words.units.minus} "
    bounded = approximator_before(scene.folded, start, words.approximators) is not None  # `au moins huit degrés`
    if counted.signed and not bounded and scene.folded.endswith(below, 0, start):
        value, start = -value, start - len(below)
    return replace(number, value=value, start=start, end=end)


def _quantity(
    span: Span,
    said: tuple[Number | None, Number | None, Approx],
    counted: Counted | None,
    taken: int = 1,
    *,
    unread: bool = False,
) -> Quantity:
    low, high, approx = said
    figure = Figure(
        id="",
        span=span,
        low=None if unread else low,
        high=None if unread else high,
        approx=approx,
        counted=counted.name if counted else "",
        unit=counted.code if counted else None,
        unread="separators" if unread else None,
    )
    return Quantity(figure, counted, taken)


def _range(scene: Scene, first: Found, counted: Counted | None, second: Found) -> Quantity | None:
    """Read `entre 10 et 20 euros`, `5 à 8 personnes`, `deux ou trois`; what the second one counts, both count."""
    gap = counted.end if counted else first.end
    if gap > second.start or is_article(scene, second) or first.unread or second.unread:
        return None
    start = range_start(scene.folded, first, (gap, second.start), second, scene.lexicon.numbers)
    if start is None:
        return None
    behind = _counted(scene, second)
    both = behind or counted
    # `une amende à 12 entreprises` is no range, `une place ou deux` is one.
    if (both is None and second.scale < _NOUNS) or (is_article(scene, first) and (counted is None) == (behind is None)):
        return None
    low, high = range_bounds(first, second)
    return _quantity(Span(start, max(second.end, both.end if both else 0)), (low, high, "range"), both, 2)


@cache
def _share_joint(words: Numbers) -> re.Pattern[str]:
    """Return the pattern of what stands between: an adjective or two, or an explanation in brackets, then `sur`."""
    more = rf"(?P<more>(?:{SPACE}[^\W\d]{{2,20}}){{0,2}})"
    return re.compile(rf"{more}(?: ?\([^()\d]{{1,60}}\))?{SPACE}{any_of(words.share_words)}{SPACE}")


def _joins_share(scene: Scene, start: int, end: int) -> bool:
    match = _share_joint(scene.lexicon.numbers).fullmatch(scene.folded, start, end)
    if match is None:
        return False
    more = scene.tokens.between(match.start("more"), match.end("more"))
    return all(token.pos_ == "ADJ" or token.is_space for token in more)


def _measures(scene: Scene, number: Found) -> bool:
    """Say whether a measure stands behind a number: `un plan sur cinq ans` is no share."""
    behind = _counted(scene, number)
    return behind is not None and (behind.unit or behind.code is not None)


def _share(scene: Scene, first: Found, counted: Counted | None, second: Found) -> Quantity | None:
    """Read `un Français sur deux` as 0.5."""
    if (
        not _joins_share(scene, counted.end if counted else first.end, second.start)
        or _measures(scene, second)
        or (first.unread or second.unread)
        or not first.value < second.value <= _LARGEST_SHARE
        or first.value <= 0
    ):
        return None
    value = round(first.value / second.value, 2)
    before = approximator_before(scene.folded, first.start, scene.lexicon.approximators)
    said = bounds(replace(first, value=value, kind="fraction"), before and before[1])
    share = replace(counted, code=None) if counted else None
    return _quantity(Span(before[0] if before else first.start, second.end), said, share, 2)
