"""What time a figure holds for, and whether it is a total, a plan or a look back."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

import msgspec

from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Numbers
from selon.model import DateMention, Figure, Scope

_NEAR = 60
"""How far from a figure its date or scope may be said, in characters; never over the end of a sentence."""
_STOP = re.compile(r"[.;!?\n]")


@cache
def _scope_words(words: Numbers) -> list[tuple[Scope, re.Pattern[str]]]:
    return [(s.scope, re.compile(rf"(?<!\w){any_of(s.words)}(?!\w)")) for s in words.scopes]


@cache
def _opener(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w]){any_of(words)}(?:{SPACE}|(?<='))$")


def scope_of(figure: Figure, folded: str, dates: list[DateMention], words: Numbers) -> Figure:
    """Return the figure with `as_of` and `scope` where its sentence says them plainly; unchanged otherwise."""
    before = _STOP.split(folded[max(0, figure.span.start - _NEAR) : figure.span.start])[-1]
    after = _STOP.split(folded[figure.span.end : figure.span.end + _NEAR])[0]
    scope = next((s for s, p in _scope_words(words) if p.search(before[-25:]) or p.search(after[:25])), None)
    recalled = _opener(words.recall_openers).search(before)
    if recalled:
        scope = "recalled"
    first, last = figure.span.start - len(before), figure.span.end + len(after)
    for date in dates[bisect_left(dates, first, key=lambda d: d.span.start) :]:
        if date.span.start >= last:
            break
        if date.span.end > last or date.when is None:
            continue
        opening = folded[max(0, date.span.start - 20) : date.span.start]
        if _opener(words.plan_openers).search(opening):
            return msgspec.structs.replace(figure, as_of=date.when, scope="planned")
        as_of = _opener(words.as_of_openers).search(opening)
        if as_of or (recalled and 0 <= date.span.start - figure.span.end <= 4):  # noqa: PLR2004  (`contre 8000 le …`)
            return msgspec.structs.replace(figure, as_of=date.when, scope=scope)
    return msgspec.structs.replace(figure, scope=scope) if scope else figure
