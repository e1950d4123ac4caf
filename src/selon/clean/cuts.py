"""Cuts: where one line holds two things, and what the smaller of them is.

A scraper's header before the first words, a spoiled drop capital, a dateline, the owner of a picture after
its caption. Everything else of the line stays one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selon.clean.lines import Line, line_of
from selon.clean.wording import Wording
from selon.text import stripped

_BOM = "\ufeff"
_HEADER = re.compile(r"date \d{4}-\d{2}(?:-\d{2})?(?![\w-])")
_FIRST_LINES = 8  # a scraper's header stands among these
_PIPE = re.compile(r"[A-ZÀ-Þ][\w'’.-]{1,20}(?: [\w'’.()-]{1,20}){0,4} ?\| ?(?=\S)")
_DASHED = re.compile(r"(?:[A-ZÀ-Þ][^.!?«»“”\"|–—]{1,90}|\([^()]{2,40}\)) ?(?:–|—|--|-) (?=[A-ZÀ-Þ«“\"])")
_AGENCY = re.compile(r"\(([^()]{2,40})\)\W{0,4}$")
_TAIL = re.compile(r"(?<=[.!?)…»”\"])\s{1,3}(?=[^.!?…]{1,90}\.?$)")
_CAPTION = 50  # words of the longest caption


def cut(text: str, lines: list[Line], wording: Wording) -> list[Line]:
    """Return the lines with those cut that hold two things; the pieces that are known are marked."""
    out: list[Line] = []
    opened = False
    for number, line in enumerate(lines):
        pieces = list(_front(text, line, wording, scraped=number < _FIRST_LINES))
        if not opened and pieces[-1].is_paragraph:
            opened = True
            pieces[-1:] = _dateline(text, pieces[-1], wording)
        pieces[-1:] = _owner(text, pieces[-1], wording)
        out.extend(pieces)
    return out


def _split(text: str, line: Line, at: int) -> tuple[Line, Line] | None:
    """Return the two sides of `line`, cut before its character `at`; None when one would be empty."""
    middle = line.span.start + at
    first = stripped(text, line.span.start, middle)
    second = stripped(text, middle, line.span.end)
    if first is None or second is None:
        return None
    return line_of(text, first, gap=line.gap), line_of(text, second, gap=False)


def _front(text: str, line: Line, wording: Wording, *, scraped: bool) -> Iterator[Line]:
    """Cut a byte order mark, a scraper's header and a drop capital off the front."""
    for at, role in (
        (1 if line.text.startswith(_BOM) else 0, "symbols"),
        (_header_end(line.text.lstrip(_BOM + " ")) if scraped else 0, "header"),
        (None, "dropcap"),
    ):
        end = _drop_capital_end(line.text, wording) if at is None else at
        sides = _split(text, line, end) if end else None
        if sides is not None:
            sides[0].mark("furniture", role)  # type: ignore[arg-type]
            yield sides[0]
            line = sides[1]
        elif end and end == len(line.text):
            line.mark("furniture", role)  # type: ignore[arg-type]
    yield line


def _header_end(words: str) -> int:
    match = _HEADER.match(words)
    return match.end() if match else 0


def _drop_capital_end(words: str, wording: Wording) -> int:
    """Return the length of the letters before the true first word: `jeLe soutien`, `uUn bac`, `LLe soutien`."""
    for at in range(1, min(4, len(words) - 1)):
        if words[at].isupper() and words[at - 1].isalpha() and not words[at + 1].isupper() and words[:at].isalpha():
            stray = words[:at]
            same = len(stray) == 1 and stray.casefold() == words[at].casefold()
            return at if same or stray in wording.drop_capitals else 0
    return 0


def _dateline(text: str, line: Line, wording: Wording) -> list[Line]:
    """Cut `MONTRÉAL | `, `PARIS, 3 mars (AFP) – ` off the first paragraph."""
    match = _PIPE.match(line.text) or _DASHED.match(line.text)
    if match is None:
        return [line]
    head = match.group()
    agency = _AGENCY.search(head)
    place = re.split(r"[ ,(]", head, maxsplit=1)[0]
    known = agency is not None and wording.is_agency(agency.group(1))
    if not ("|" in head or known or (place.isupper() and len(place) > 2 and ("," in head or "(" in head))):  # noqa: PLR2004
        return [line]
    sides = _split(text, line, match.end())
    if sides is None:
        return [line]
    sides[0].mark("byline", "dateline")
    return list(sides)


def _owner(text: str, line: Line, wording: Wording) -> list[Line]:
    """Cut the owner of a picture off its caption, an agency's name off a last paragraph."""
    if not line.free or wording.is_rights(line.key):
        return [line]
    rights = wording.tail.search(line.text, 1) if line.words <= _CAPTION else None
    tail = _TAIL.search(line.text, max(0, len(line.text) - 100))
    if rights is not None and rights.start() > 0:
        at = rights.start()
    elif tail is not None and wording.owns_pictures(line.text[tail.end() :]):
        at = tail.end()
    else:
        return [line]
    sides = _split(text, line, at)
    if sides is None or sides[0].words < 3:  # noqa: PLR2004
        return [line]
    caption = sides[0].words <= _CAPTION
    if caption:
        sides[0].mark("caption", "caption")
    sides[1].mark("furniture" if caption else "byline", "rights" if caption else "agency")
    return list(sides)
