"""What tells that two numbers count two things: their days, what their things are of (`trois membres de l'escorte`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import islice

from selon.lexicon import Lexicon
from selon.link.checks.scene import Scene
from selon.link.words import STEM, TOKEN, plain, stem
from selon.model import Figure, Interval

INTENT = 3
"""Words behind a figure among which one tells that those counted are expected."""

OF_WHAT = 3
"""Words behind a figure among which what it is of stands: `membres de l'escorte`."""


def of_two_things(scene: Scene, one: Figure, other: Figure, days: Mapping[str, Interval]) -> bool:
    """Say whether two figures are about two days or of two wholes, or one of them counts who is not there yet.

    `days` are those that figures are about, where they name none.
    """
    first, second = (f.as_of or days.get(f.id) for f in (one, other))
    if first is not None and second is not None and first != second:
        return True
    wholes = [_whole(scene, figure) for figure in (one, other)]
    return (all(wholes) and wholes[0] != wholes[1]) or any(_may_come(scene, figure) for figure in (one, other))


def _may_come(scene: Scene, figure: Figure) -> bool:
    """Say whether a figure counts who wants or is expected to come (`2500 participants disaient vouloir venir`)."""
    words = (m.group() for m in islice(TOKEN.finditer(scene.behind(figure)), INTENT))
    return any(not _intents(scene.lexicon).isdisjoint(_forms(w, scene.lexicon.language)) for w in words)


@cache
def _intents(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form for word in lexicon.checks.intents for form in _forms(word, lexicon.language))


def _forms(word: str, language: str) -> tuple[str, str]:
    """Return the stem of a word and its own first letters: not all forms have the stem of their dictionary form."""
    return stem(word, language), plain(word)[:STEM]


def _whole(scene: Scene, figure: Figure) -> str:
    """Return the stem of what a figure's things are said to be of, right behind it; empty for nothing."""
    words = [m.group() for m in islice(TOKEN.finditer(scene.text, figure.span.end), OF_WHAT)]
    gap = scene.text[figure.span.end : figure.span.end + 1]
    if not words or gap != " " or words[0] not in scene.words.of:
        return ""
    telling = (w for w in words if w not in scene.words.of and len(w) > 2)  # noqa: PLR2004  the articles are shorter
    return next((stem(w, scene.lexicon.language) for w in telling), "")
