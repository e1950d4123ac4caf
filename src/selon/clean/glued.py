"""Glued paragraphs: line breaks that a scraper lost, found where one paragraph's end touches the next one's start.

`… a dit le ministre.Le préfet …`, `… « rien ».Dans …`, `Un dispositif sans précédentDénué de …`: nobody writes so,
and where nothing stands between two words, a line ended. What is cut off becomes a line of its own, so that a
heading is seen as one and no sentence runs over a paragraph's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selon.clean.lines import Line, line_of
from selon.lexicon import Stopwords
from selon.text import stripped

_START = r"(?=[A-ZÀ-ÞŒ](?:[a-zà-ÿœ'’]|[ \u00a0]\w))"  # a word with a capital that is no abbreviation
_QUOTATION = r"(?=[«“])"
_SURE = re.compile(
    rf"(?<=[a-zà-ÿœ]{{3}}[.!?…])(?:{_START}|{_QUOTATION})"
    rf"|(?<=[»”)][.!?…])(?:{_START}|{_QUOTATION})"
    rf"|(?<=[^\s«“][»”]){_START}"
    rf"|(?<=[a-zà-ÿœ]{{5}}){_START}"
)
_LIKELY = re.compile(r"(?<=\w{3})(?=(?P<word>[A-ZÀ-ÞŒ][a-zà-ÿœ]{1,7})[ '’])")
"""Behind a name, an acronym or a number (`YouTube`, `XIXe`) only a word that opens sentences starts a line."""


def unglued(text: str, lines: list[Line], stopwords: Stopwords) -> list[Line]:
    """Return the lines with those cut in which paragraphs touch."""
    return [piece for line in lines for piece in _pieces(text, line, stopwords)]


def _pieces(text: str, line: Line, stopwords: Stopwords) -> Iterator[Line]:
    starts = sorted({0, *(m.start() for m in _SURE.finditer(line.text)), *_likely(line.text, stopwords)})
    if len(starts) == 1:
        yield line
        return
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        span = stripped(text, line.span.start + start, line.span.start + end)
        if span is not None:
            yield line_of(text, span, gap=line.gap and start == 0)


def _likely(words: str, stopwords: Stopwords) -> Iterator[int]:
    for match in _LIKELY.finditer(words):
        if match["word"].lower() in stopwords.words:
            yield match.start()
