"""Layout: from lines to blocks, by what stands above, inside and below the article.

The article's body runs from the first to the last line with the shape of a paragraph. Above it stand the
title, the byline, the masthead and rows of menus, below it signatures, portraits and other articles' titles.
"""

from __future__ import annotations

from itertools import pairwise

from selon.clean.authors import mark_authors
from selon.clean.cuts import cut
from selon.clean.furniture import introduces_others, mark_furniture, mark_menu_word, names_other
from selon.clean.glued import unglued
from selon.clean.lines import Line, lines_of
from selon.clean.pointers import pointed
from selon.clean.titles import mark_title
from selon.clean.wording import Wording
from selon.lexicon import Lexicon
from selon.model import Article

_REPEATED = 4  # words of the shortest line that counts as repeated
_ADDED = 25  # words that the second of two lines may have more than the first to be its repetition
_HEADING = 25  # words of the longest heading


def laid_out(article: Article, lexicon: Lexicon, wording: Wording) -> list[Line]:
    """Return the article's lines in order, each with its kind."""
    whole = unglued(article.text, list(lines_of(article.text)), lexicon.stopwords)
    lines = cut(article.text, pointed(article.text, whole, wording, lexicon.stopwords), wording)
    for line in lines:
        mark_furniture(line, lexicon, wording)
    _mark_repeats(lines)
    mark_authors(lines, wording)
    first, last = _body(lines)
    for line in (*lines[:first], *lines[last + 1 :]):
        mark_menu_word(line, wording)
    _mark_others(lines, last, wording)
    mark_title(lines, first, article.metadata, wording)
    _mark_rest(lines)
    return lines


def _body(lines: list[Line]) -> tuple[int, int]:
    """Return where the first and the last paragraph stand; past the end and before the start if there is none."""
    found = [i for i, line in enumerate(lines) if line.kind in {None, "caption"} and line.is_paragraph]
    free = [i for i in found if lines[i].free]
    return (free[0], free[-1]) if free else (len(lines), len(lines))


def _mark_repeats(lines: list[Line]) -> None:
    """Mark a line that says again what the line before says, perhaps with the owner of the picture added."""
    for before, line in pairwise(lines):
        if before.words < _REPEATED or not line.text.startswith(before.text) or line.kind == "furniture":
            continue
        added = len(line.text[len(before.text) :].split())
        owned = line.kind == "caption" or added > 0
        if owned and before.free and before.stops and added <= _ADDED:
            before.mark("caption", "caption")
        if before.kind == "caption" or added == 0:
            line.kind, line.role = "furniture", "repeat"


def _mark_others(lines: list[Line], last: int, wording: Wording) -> None:
    """Mark the titles of other articles, after the words that introduce them.

    Below the body they run to the end; inside it to the next blank line, or over one title after a blank line.
    """
    listing = 0  # titles marked since the introducing words; 0 when no list is open
    for at, line in enumerate(lines):
        if line.free and names_other(line, wording):
            line.mark("furniture", "related")
        elif line.free and introduces_others(line, wording):
            line.mark("furniture", "related")
            listing = 1
        elif listing and line.free and (line.is_paragraph or (at < last and listing > 1 and line.gap)):
            listing = 0
        elif listing:
            line.mark("furniture", "related")
            listing += 1


def _mark_rest(lines: list[Line]) -> None:
    """Say what the lines are of which nothing is known: headings, the lead, paragraphs."""
    last = max((i for i, line in enumerate(lines) if line.free and line.is_paragraph), default=-1)
    paragraphs = sum(line.free and line.is_paragraph for line in lines)
    opened = False
    for at, line in enumerate(lines):
        if not line.free:
            continue
        if at < last and _is_heading(line):
            line.kind = "heading"
        elif not opened and paragraphs > 1:
            line.kind = "lead"
            opened = True
        else:
            line.kind = "paragraph"


def _is_heading(line: Line) -> bool:
    return not line.is_paragraph and not line.stops and line.words <= _HEADING and line.text[-1] not in ",;:"
