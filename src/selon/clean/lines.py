"""Lines: the pieces of an article's text that are judged one by one.

A line runs from one line break to the next, without white space at its ends; a few are cut into pieces (see
`cuts`). Together the lines hold every character of the text that is not white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from selon.model import BlockKind
from selon.text import Span, folded, stripped

Role = Literal[
    "agency",  # an agency's name alone
    "biography",  # a portrait of the author
    "byline",
    "caption",
    "credit",
    "date",  # when published
    "dateline",  # place, day and agency before the first words
    "dropcap",  # a letter that the page showed large, spoiled
    "follow",
    "header",  # what a scraper wrote before the text
    "masthead",
    "navigation",
    "related",
    "repeat",
    "rights",
    "signature",
    "symbols",
    "words",  # known words of pages
]

SHORT = 60  # words; a longer line is a paragraph whatever it says
FULL_STOP = re.compile(r"[.…][»”\"’')\]\s]{0,4}$")
_INNER_STOP = re.compile(r"[.!?…][»”\"’')\]\s]{0,4}\s[A-ZÀ-Þ«“\"]")
_BREAKS = re.compile("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
_EDGES = ' .:;!?…*•|-–—>»→▶◀<«"'


@dataclass(slots=True)
class Line:
    """A piece of text and what it was found to be. `key` is what word lists are compared with.

    `gap` says whether a blank line stands before it. `kind` and `role` are None until something is known.
    """

    span: Span
    text: str
    key: str
    words: int
    gap: bool
    kind: BlockKind | None = None
    role: Role | None = None

    def mark(self, kind: BlockKind, role: Role) -> None:
        """Say what the line is; what was said first holds."""
        if self.kind is None:
            self.kind, self.role = kind, role

    @property
    def free(self) -> bool:
        """Whether nothing is known of the line yet."""
        return self.kind is None

    @property
    def stops(self) -> bool:
        """Whether the line ends as a sentence does."""
        return FULL_STOP.search(self.text[-8:]) is not None

    @property
    def is_paragraph(self) -> bool:
        """Whether the line has the shape of running text, by its length and its full stops."""
        if self.words >= SHORT:
            return True
        if self.stops:
            return self.words >= 8  # noqa: PLR2004 shorter ones are as often headings
        return self.words >= 36 or (self.words >= 12 and _INNER_STOP.search(self.text) is not None)  # noqa: PLR2004


def line_of(text: str, span: Span, *, gap: bool) -> Line:
    """Return the line at `span` of an article's `text`."""
    words = span.of(text)
    count = len(words.split(None, SHORT))
    return Line(span, words, key_of(words) if count < SHORT else "", count, gap)


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text in order; blank ones only leave a gap before the next."""
    before = 0
    for match in _BREAKS.finditer(text):
        span = stripped(text, match.start(), match.end())
        if span is not None:
            yield line_of(text, span, gap=text.count("\n", before, match.start()) > 1)
            before = match.end()


@cache
def _plain_letters() -> dict[int, str]:
    """Return the table that takes the accents off Latin letters, one character for one."""
    table = {}
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            table[code] = base
    return table


def plain(words: str) -> str:
    """Return `words` without case and accents: a string of the same length."""
    return folded(words).translate(_plain_letters())


def key_of(words: str) -> str:
    """Return `words` without case, accents, repeated spaces and punctuation at the ends."""
    return spaced(words).strip(_EDGES)


def spaced(words: str) -> str:
    """Return `words` without case, accents and repeated spaces, and without the French space before a colon."""
    return " ".join(plain(words).split()).replace(" :", ":")


def has_letters(words: str) -> bool:
    """Say whether there is a letter or a digit in `words`."""
    return any(map(str.isalnum, words))
