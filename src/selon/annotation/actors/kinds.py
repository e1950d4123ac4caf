"""Kinds: what a name or a description stands for, by the lexicon, the words beside it and its own form."""

from __future__ import annotations

from selon.annotation.actors.descriptions import Description
from selon.annotation.actors.names import Name
from selon.annotation.actors.words import Word
from selon.lexicon.naming import Naming
from selon.lexicon.small import Gender
from selon.model import ActorKind

_DEFINITE = frozenset({"le", "la", "l", "les"})
_MARKS = " \u00a0\u202f'’«“\""


class Kinds:
    """Judges names by the words in front of them."""

    def __init__(self, words: list[Word], naming: Naming) -> None:
        self.words = words
        self.naming = naming

    def in_front(self, first: int) -> tuple[str, bool]:
        """Return the definite article in front of a name, as written, and whether a preposition of place is there."""
        if first == 0:
            return "", False
        before, gap = self.words[first - 1], self.words[first].gap
        if gap.strip("'’ \u00a0\u202f"):
            return "", False
        article = before.low + (gap if self.words[first].elided else " ") if before.low in _DEFINITE else ""
        return article, before.low in self.naming.small.place

    def of_name(self, name: Name, *, civil: bool, title: Description | None) -> ActorKind:
        """Return what a name is, by the lexicon, by the words beside it, by its own form."""
        if name.known is not None:
            return "body" if name.known.kind == "capital" else name.known.kind
        if civil:
            return "person"
        if name.medium:
            return "medium"
        if name.first == name.last and self.words[name.first].key in self.naming.nationality:
            return "group"  # `les Ukrainiens`
        if title is not None and title.noun.kind in {"role", "person"}:
            return "person"
        if title is not None and title.noun.kind in {"institution", "medium"}:
            return "medium" if title.noun.kind == "medium" else "body"
        return self._of_form(name)

    def _of_form(self, name: Name) -> ActorKind:
        """Return what a name is by its own form and the word in front of it."""
        words = self.words
        text = words[name.first].text
        before = (
            words[name.first - 1] if name.first and not words[name.first].gap.strip(" \u00a0\u202f'’«“\"") else None
        )
        if words[name.first].key.partition(" ")[0] in self.naming.given and not (before and self._article(before)):
            return "person"
        if name.first == name.last and text.isupper() and len(text) > 1:
            return "body"
        if before is not None and self._article(before):
            return "body"
        if name.first == name.last:
            return "unknown"
        return "person"

    def _article(self, word: Word) -> bool:
        return word.low in self.naming.small.fused or word.low in _DEFINITE or word.low == "des"

    def gender_of(self, name: Name) -> Gender:
        """Return the gender that the given name tells."""
        return self.naming.given.get(self.words[name.first].key.partition(" ")[0], "")


def titles(title: Description, kind: ActorKind, *, known: bool) -> bool:
    """Say whether a noun can stand in front of a name of this kind as its title."""
    if title.noun.plural:
        return False
    if known:
        return title.noun.kind in {"institution", "medium"}
    return title.noun.kind in {"role", "person", "institution", "medium"} or kind == "person"


def kind_of(description: Description, naming: Naming) -> ActorKind:
    """Return what a description stands for: one person, a stranger, many, a body, a medium or a document."""
    noun = description.noun
    if noun.kind == "document":
        return "document"
    if noun.kind in {"institution", "medium"}:
        return "group" if noun.plural else ("body" if noun.kind == "institution" else "medium")
    if noun.lemma in naming.collective:
        return "group"
    if not description.definite:
        return "anonymous"
    return "group" if noun.plural else ("anonymous" if noun.lemma == "source" else "person")
