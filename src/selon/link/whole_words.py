"""Words and phrases of the lexicon looked for in a text: as whole words only, the longest first."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    known = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, known)) + r")(?:(?<=')|(?!\w))")


def has(words: Collection[str], text: str) -> bool:
    """Say whether one of `words` stands in a folded text as whole words."""
    return first(words, text) is not None


def first(words: Collection[str], text: str) -> re.Match[str] | None:
    """Return the first of `words` that stands in a folded text as whole words."""
    return _pattern(tuple(words)).search(text)
