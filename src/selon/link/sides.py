"""Sides: whether a statement takes one on what it is about, or tells something beside it.

`demandez à la mine` evades. `cela peut changer` tells something of a report and vouches for none. Who doesn't know why
the galley sank knows that it sank.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from selon.lexicon.synonyms import Synonyms
from selon.link.coverage import Told
from selon.link.words import TOKEN, plain
from selon.text import Span

Bearing = Literal["takes a side", "evades", "stands aside"]

FIRST_WORDS = 5
"""Among so many first words of a content, a pronoun stands for what was said before."""

_IF, _OR = "si", "ou"


def bearing(told: Told, words: Synonyms, concepts: int) -> Bearing:
    """Say how a statement bears on what it is about. `concepts` counts those of its content that tell something."""
    keys = _keys(told.article.text, told.statement.content)
    if evades(told.article.text, told.statement.content, words):
        return "evades"
    stance = told.statement.stance
    if stance == "affirm" and concepts and not set(words.taking_up).isdisjoint(keys[:FIRST_WORDS]):
        return "stands aside"
    if stance == "uncertain" and _asks(keys, words):
        return "stands aside"
    return "takes a side"


def evades(text: str, within: Iterable[Span], words: Synonyms) -> bool:
    """Say whether the spans `within` of a text hold words by which a speaker evades."""
    said = f" {' '.join(_keys(text, within))} "
    return any(phrase in said for phrase in _padded(words.evading))


def _asks(keys: Sequence[str], words: Synonyms) -> bool:
    """Say whether a question of somebody who doesn't know is about more than yes or no: `pourquoi`, `si A ou B`."""
    return not set(words.asking).isdisjoint(keys) or (_IF in keys and _OR in keys[keys.index(_IF) :])


def _keys(text: str, within: Iterable[Span]) -> list[str]:
    return [plain(m.group()) for span in within for m in TOKEN.finditer(text, span.start, span.end)]


@lru_cache(maxsize=4)
def _padded(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in phrases)
