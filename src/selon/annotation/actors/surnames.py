"""Surnames that are also something else: a capital, a newspaper, a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.annotation.actors.words import Word
from selon.lexicon.naming import Known, Naming

if TYPE_CHECKING:
    from selon.annotation.actors.names import Name

ARTICLES = frozenset({"le", "la", "l", "les"})


def part_of_person(words: list[Word], i: int, known: Known | None, naming: Naming) -> bool:
    """Say whether a one-word place or medium is a person's name: a name beside it, no preposition before.

    A state is one only behind a given name or a civility (`François Hollande`).
    """
    if known is not None and known.kind == "state":
        return i > 0 and words[i].near and _opens_person(words, i - 1, naming)
    if known is None or known.kind not in {"capital", "medium"} or known.spelling.isupper():
        return False
    led = (
        i > 0 and (words[i].near or words[i].elided) and words[i - 1].low in naming.small.belonging | naming.small.place
    )
    after = not led and i + 1 < len(words) and words[i + 1].capital and words[i + 1].near
    before = i > 0 and words[i].near and words[i - 1].capital and not words[i - 1].first and words[i - 1].pos == "PROPN"
    return after or before


def _opens_person(words: list[Word], i: int, naming: Naming) -> bool:
    word = words[i]
    return word.text in naming.civilities or (word.capital and all(p in naming.given for p in word.key.split()))


def surnames_alone(words: list[Word], names: dict[int, Name], naming: Naming) -> list[Name]:
    """Return the states that are a person's surname in this article: `Hollande` without `la`, behind a full name."""
    full = [name for name in names.values() if name.last > name.first and name.known is None]
    surnames = {words[name.last].key for name in full if _opens_person(words, name.first, naming)}
    place = ARTICLES | naming.small.place
    return [
        name
        for i, name in names.items()
        if name.known is not None and name.known.kind == "state" and name.last == i and words[i].key in surnames
        if i == 0 or words[i - 1].low not in place
    ]
