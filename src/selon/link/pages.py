"""Pages: what many rules read of one text, read once: its folded characters and where its sentences start."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from selon.text import folded, sentence_starts

HELD = 2_048
"""Texts whose pages are held: those of a big story, about 10 kB each."""


class Page(NamedTuple):
    """A text, folded, and the offsets at which its sentences start."""

    low: str
    starts: tuple[int, ...]


@lru_cache(maxsize=HELD)
def page(text: str) -> Page:
    """Return the page of a text."""
    return Page(folded(text), tuple(sentence_starts(text)))
