"""Words of an article, with the little that is needed to find names among them.

The parser cuts `Jong-un` into three tokens and mistakes rare names for adverbs; names are therefore looked for
among words found by characters, and only asked what part of speech the model sees in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.annotation.draft import Draft
from selon.text import Span
from selon.text.naming import name_key

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A single capital with an apostrophe belongs to the name (O'Neill, N'Djamena) unless it is an elided article.
_WORD = re.compile(r"(?:[ABE-IKM-PRT-Z]['’](?=[A-ZÀ-Ý]))?[^\W_]+(?:[-‐‑][^\W_]+)*")
_STOPS = re.compile(r"[.!?…:;•«“\"\n]")
_OPENING = frozenset('«“"')
_CLOSING = re.compile(r"[ \u00a0\u202f]?[»”\"]")
_BLANK = frozenset(" \u00a0\u202f\t")


@dataclass(slots=True)
class Word:
    """A word: its characters, its name key, what stands between it and the word before, what the model sees in it.

    `first` is True where a capital tells nothing: behind a full stop, a colon or an opening mark.
    """

    text: str
    start: int
    end: int
    key: str
    gap: str
    pos: str
    first: bool

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Say whether it starts with a capital."""
        return self.text[0].isupper()

    @property
    def near(self) -> bool:
        """Say whether nothing but one blank stands before it."""
        return len(self.gap) == 1 and self.gap in _BLANK

    @property
    def elided(self) -> bool:
        """Say whether it follows an apostrophe."""
        return self.gap in {"'", "’"}


def read_words(draft: Draft) -> list[Word]:
    """Return the words of the draft's text, in order."""
    text = draft.text
    parts = _parts_of_speech(draft.tokens)
    words: list[Word] = []
    before = 0
    part = "X"
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = text[before:start]
        part = parts.get(start, part)
        stop = not words or bool(_STOPS.search(gap))
        if stop and words and gap.startswith(".") and _abbreviates(words[-1], gap):
            stop = False
        words.append(Word(match.group(), start, end, name_key(match.group()), gap, part, stop))
        before = end
    return words


def _abbreviates(word: Word, gap: str) -> bool:
    """Say whether the full stop belongs to a civility or an initial."""
    return (
        gap[1:].strip() == ""
        and "\n" not in gap
        and (word.text in {"M", "MM", "Dr", "Me", "Mgr", "Pr", "Jr", "St"} or len(word.text) == 1)
    )


def _parts_of_speech(doc: Doc) -> dict[int, str]:
    return {token.idx: token.pos_ for token in doc}


def with_marks(words: list[Word], first: int, last: int) -> Span:
    """Return the characters of the words, with the mark that closes a quotation opened among them."""
    opened = any(set(w.gap) & _OPENING for w in words[first + 1 : last + 1])
    span = span_of(words, first, last)
    if not opened or last + 1 >= len(words):
        return span
    closing = _CLOSING.match(words[last + 1].gap)
    return Span(span.start, span.end + closing.end()) if closing else span


def span_of(words: list[Word], first: int, last: int) -> Span:
    """Return the characters of the words `first` to `last`, both included."""
    return Span(words[first].start, words[last].end)
