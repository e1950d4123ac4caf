"""Appositions: descriptions that stand beside a name, with a comma between or an aside in brackets."""

from __future__ import annotations

from collections.abc import Container

from selon.annotation.actors.descriptions import Description
from selon.annotation.actors.names import Name
from selon.annotation.actors.words import Word

_REACH = 14  # words from a title's noun to the name
_ASIDE = 8  # words in an aside between a title and the name
_CLOSED = frozenset(",.;:)»”?!")


class Appositions:
    """Finds the description in front of a name and the one behind it."""

    def __init__(self, words: list[Word], names: dict[int, Name], descriptions: list[Description]) -> None:
        self.words = words
        self.names = names
        self.starting = {d.first: d for d in descriptions}
        self.by_head = {d.head: d for d in descriptions}

    def before(self, first: int, used: Container[int]) -> Description | None:
        """Return the description in front of `, Name,`; an aside may stand between (`le préfet (Est), Paul Duval,`)."""
        if first > 0 and self.words[first].near and self.words[first - 1].low in {"le", "la"}:
            first -= 1  # `le médecin de l'équipe, le Dr Paul Duval,`
        if first == 0 or self.words[first].gap.strip() not in {",", "),"} or "\n" in self.words[first].gap:
            return None
        if not self._closed(self._end_of_name(first)):
            return None
        covered = -1
        for description in self._near(first - 1):
            inside, covered = description.head <= covered, max(covered, description.last)
            if description.noun.plural or inside or not self._announces(description):
                continue
            if description.last == first - 1 or self._only_aside(description.last + 1, first):
                return description if description.head not in used else None
        return None

    def _announces(self, description: Description) -> bool:
        """Say whether a name may stand behind a description and a comma: a role, or a body met for the first time."""
        if description.noun.kind == "institution":
            return description.determined == "indefinite"
        opening = bool(description.determiner) or self.words[description.first].first
        return description.noun.kind == "role" and opening

    def _end_of_name(self, first: int) -> int:
        for i in range(first, min(first + 3, len(self.words))):  # an article and a civility may stand in front
            if i in self.names:
                return self.names[i].last
        return first

    def _only_aside(self, start: int, end: int) -> bool:
        """Say whether the words from `start` to before `end` are one aside between commas or in brackets."""
        words = self.words
        if not 0 < end - start <= _ASIDE or words[start].gap.strip() not in {",", "("}:
            return False
        bracket = words[start].gap.strip() == "("
        inner = words[start + 1 : end]
        if any(w.first or (not bracket and w.gap.strip()) or w.pos in {"AUX", "PRON"} for w in inner):
            return False
        return words[end].gap.strip() == ("),") if bracket else words[start].pos in {"ADP", "VERB", "ADJ", "NOUN"}

    def _near(self, last: int) -> list[Description]:
        """Return the descriptions whose noun stands among the dozen words up to `last`, outermost first."""
        return [d for i in range(max(0, last - _REACH), last + 1) if (d := self.by_head.get(i)) is not None]

    def behind(self, name: Name) -> Description | None:
        """Return the description behind `Name, `."""
        i = name.last + 1
        if i >= len(self.words) or self.words[i].gap.strip() != "," or "\n" in self.words[i].gap or name.known:
            return None
        description = self.starting.get(i)
        if description is None or description.noun.kind not in {"role", "person"} or description.noun.plural:
            return None
        return description if self._closed(description.last) or not description.determiner else None

    def _closed(self, last: int) -> bool:
        if last + 1 >= len(self.words):
            return True
        gap = self.words[last + 1].gap.lstrip()
        return bool(gap) and gap[0] in _CLOSED
