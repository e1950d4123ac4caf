"""Pointers: words that lead to another article (`Lire aussi :`), run into a paragraph by a scraper that lost the lines.

Behind them stands the title of that article, or nothing where only the link was lost, and then the paragraph that
follows. The pointer becomes a line of its own. Where a title runs on into the next sentence (`… par la justice Cette
idée …`) a word tells it that opens sentences and has a capital behind one that ends none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selon.clean.lines import Line, line_of, plain
from selon.clean.wording import Wording
from selon.lexicon import Stopwords
from selon.text import Span, stripped

_STOP = re.compile(r"[.!?…]")
_OPENING = re.compile(r"(?<=[a-zà-ÿœ0-9]{2} )(?P<word>[A-ZÀ-ÞŒ][a-zà-ÿœ]{0,7})(?: (?=[a-zà-ÿœ])|['’](?=[a-zà-ÿœ]))")
_TITLES = 3  # titles that may follow one another behind one pointer


def pointed(text: str, lines: list[Line], wording: Wording, stopwords: Stopwords) -> list[Line]:
    """Return the lines with those cut that hold a pointer; it is marked as furniture."""
    return [piece for line in lines for piece in _pieces(text, line, wording, stopwords)]


def _pieces(text: str, line: Line, wording: Wording, stopwords: Stopwords) -> Iterator[Line]:
    found = [m for m in wording.pointer.finditer(plain(line.text)) if m.start() or line.stops]
    if not found:
        yield line
        return
    before, gap = 0, line.gap
    for match, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(line.text)
        borders = [before, match.start(), match.end(), *_titles(line.text, match.end(), end, stopwords)]
        for start, stop in zip(borders, [*borders[1:], end], strict=True):
            span = stripped(text, line.span.start + start, line.span.start + stop)
            if span is not None:
                yield _piece(text, span, gap=gap, marked=start == match.start())
                gap = False
        before = end


def _piece(text: str, span: Span, *, gap: bool, marked: bool) -> Line:
    line = line_of(text, span, gap=gap)
    if marked:
        line.mark("furniture", "related")
    return line


def _titles(words: str, start: int, end: int, stopwords: Stopwords) -> list[int]:
    """Return where titles end that run on without a stop, before the first full stop behind `start`."""
    stop = _STOP.search(words, start, end)
    found = _OPENING.finditer(words, start, stop.start() if stop else end)
    return [m.start() for m in found if m["word"].lower() in stopwords.words][:_TITLES]
