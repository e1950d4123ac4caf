"""Parts and wholes: `12 des 25 personnes`, `12 000 soldats, dont 500 officiers`, `sur les 130 marins, 40 …`."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from selon.annotation.figures.bounds import approximator_before
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Approximators, Counts
from selon.model import Figure
from selon.model.figures import Number

_STOP = re.compile(r"[.;!?\n]")
_NEAR = 28
_REACH = 160
"""How far before a part its whole may stand, in characters, in the same sentence."""


@cache
def _joint(words: Counts) -> re.Pattern[str]:
    return re.compile(rf"(?:{SPACE}[^\W\d_]{{2,20}}){{0,2}}{SPACE}{any_of(words.whole_joints)}{SPACE}")


@cache
def _opener(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w]){any_of(words)}{SPACE}$")


@cache
def _first_in_sentence(words: Counts) -> re.Pattern[str]:
    return re.compile(rf"[.;!?\n«»\"”] ?{any_of(words.whole_openers)}{SPACE}$")


def with_wholes(figures: list[Figure], folded: str, words: Counts, approximators: Approximators) -> list[Figure]:
    """Return the figures with `part_of`: the id of the figure that each is a part of."""
    out = list(figures)
    for at in range(1, len(out)):
        before, figure = out[at - 1], out[at]
        gap = folded[before.span.end : figure.span.start]
        if _joint(words).fullmatch(gap) and _is_part(before, figure, alike="sur" in gap):
            out[at - 1] = msgspec.structs.replace(before, part_of=figure.id)
            continue
        whole = _whole_before(out[:at][-4:], figure, folded, words, approximators)
        if whole is not None:
            out[at] = msgspec.structs.replace(figure, part_of=whole)
    return out


def _whole_before(
    earlier: list[Figure], figure: Figure, folded: str, words: Counts, approximators: Approximators
) -> str | None:
    """Return the id of the whole that stands in front of a part."""
    last = earlier[-1]
    gap = folded[last.span.end : figure.span.start]
    if len(gap) > _REACH or _STOP.search(gap):
        return None
    approximated = approximator_before(folded, figure.span.start, approximators)
    start = approximated[0] if approximated else figure.span.start
    if _opener(words.part_openers).search(folded[last.span.end : start]):
        return next((f.id for f in reversed(earlier) if f.part_of is None and _is_part(figure, f)), None)
    if last.part_of and gap in words.part_joints:
        known = {f.id: f for f in earlier}
        return last.part_of if last.part_of in known and _is_part(figure, known[last.part_of]) else None
    start = last.span.start
    before = ("\n" + folded[:start])[-_NEAR:] if start < _NEAR else folded[start - _NEAR : start]
    starts = _first_in_sentence(words).search(before)
    carried = figure.counted == last.counted and "," in gap
    return last.id if starts and carried and _is_part(figure, last) else None


def _is_part(part: Figure, whole: Figure, *, alike: bool = False) -> bool:
    """Say whether one figure can be a part of another: not more than it, a share of it, of the same kind if `alike`."""
    if whole.unit in {"%", "a", "mo", "wk", "d", "h", "min", "s"} or part.unread or whole.unread:
        return False
    if part.unit == "%" or _is_share(part):
        return not _is_share(whole)
    if (alike or part.unit or whole.unit) and (part.counted, part.unit) != (whole.counted, whole.unit):
        return bool(not part.counted)
    return _least(part) <= _most(whole)


def _is_share(figure: Figure) -> bool:
    return isinstance(figure.low, float) and 0 < figure.low < 1


def _least(figure: Figure) -> Number:
    return figure.low if figure.low is not None else 0


def _most(figure: Figure) -> float:
    return figure.high if figure.high is not None else float("inf")
