"""What a reader of expressions of time sees: the text, its folded spelling, and the words around a place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selon.dates.grammar import Grammar
from selon.dates.resolving import Outlook
from selon.model import DateMention, Interval

_BEFORE = 26
"""Longest opener in characters, with its spaces."""
_SAME_MATTER = 300
"""How far behind a day `la veille` may still be counted from it, in characters."""
_CLAUSE = 80
"""How far a verb in the future may stand from the weekday that it moves ahead, in characters."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text, the same text folded (same offsets), the language's patterns, the anchor, and what was found so far."""

    text: str
    folded: str
    grammar: Grammar
    anchor: Interval | None
    found: list[DateMention] = field(default_factory=list)

    def named_before(self, start: int) -> Interval | None:
        """Return the day that the text named last before `start` in the same paragraph, None when there is none.

        The nearest expression counts, whatever it means: behind one that can't be resolved nothing can be counted.
        """
        if not self.found:
            return None
        last = self.found[-1]
        near = start - last.span.end <= _SAME_MATTER and "\n\n" not in self.text[last.span.end : start]
        return last.when if near and last.precision == "day" else None

    def opener(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Return the match of an opener's pattern that ends at `start`."""
        return pattern.search(self.folded, max(0, start - _BEFORE), start)

    def opener_start(self, pattern: re.Pattern[str], start: int) -> int | None:
        """Return where the opener before `start` begins."""
        found = self.opener(pattern, start)
        return found.start("opener") if found else None

    def outlook(self, match: re.Match[str]) -> Outlook:
        """Return where the expression looks: what its own words say, else the verbs of its clause."""
        sides = match.groupdict()
        if sides.get("last"):
            return "past"
        if sides.get("next"):
            return "future"
        before = self.folded[max(0, match.start() - _CLAUSE) : match.start()]
        cuts = [m.end() for m in self.grammar.clause_end.finditer(before)]
        before = before[cuts[-1] :] if cuts else before
        after = self.folded[match.end() : match.end() + _CLAUSE]
        cut = self.grammar.clause_end.search(after)
        after = after[: cut.start()] if cut else after
        return "future" if self.grammar.future.search(before) or self.grammar.future.search(after) else "near"
