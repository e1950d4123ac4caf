"""What the readers of figures see of a text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from selon.annotation.figures.nouns import Tokens
from selon.annotation.figures.numbers import Found
from selon.lexicon import Lexicon
from selon.text import Span


@dataclass(slots=True)
class Scene:
    """A text as the figure reader sees it: folded, in tokens, with the places where nothing counts."""

    text: str
    folded: str
    tokens: Tokens
    lexicon: Lexicon
    hidden: tuple[Span, ...]
    numbers: list[Found] = field(default_factory=list)

    def is_hidden(self, start: int, end: int) -> bool:
        """Say whether a stretch touches a date, a time of day, an address."""
        at = bisect_right(self.hidden, start, key=lambda s: s.start) - 1
        return any(s.start < end and start < s.end for s in self.hidden[max(0, at) : at + 2])
