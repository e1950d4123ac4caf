"""Who wrote it and on whose material: bylines, signatures, portraits of authors, lines of credit."""

from __future__ import annotations

import re

from selon.clean.lines import Line, has_letters, plain
from selon.clean.wording import Wording, opens

_BYLINE = 16  # words
_CREDIT = 18
_PORTRAIT = 45
_SHORTEST_PORTRAIT = 4
_LAST_LINES = 12  # a signature stands among these
_NAME = 5
_INITIALS = re.compile(
    r"(?:[a-zà-ÿ]{2,5}(?:[-/][a-zà-ÿ]{2,5}){1,4}|(?:[A-ZÀ-Þ]\. ?){2,4}|[A-ZÀ-Þ]\. ?[A-ZÀ-Þ][\w'’-]{1,20}\.?)"
)
_NAME_MARKS = frozenset(':?!;«»“”"()0123456789')  # a name has none of these
_NAME_PARTS = re.compile(r"[\s,'’]+")
_LONGEST_NAME = 6


def mark_authors(lines: list[Line], wording: Wording) -> None:
    """Mark the lines that name authors and sources. A line with the shape of a paragraph is none of these."""
    for line in lines:
        if line.free and line.key and not line.is_paragraph:
            _mark_named(line, wording)
    _mark_end(lines, wording)


def names_person(line: Line, wording: Wording) -> bool:
    """Say whether a line looks like one or two people's names: two to six words, all with a capital."""
    parts = [p for p in _NAME_PARTS.split(line.text) if p and p not in {"-", "–", "/", "&"}]
    named = [p for p in parts if p.casefold() not in wording.particles]
    if not 1 < len(parts) <= _LONGEST_NAME or len(named) < len(parts) / 2 or not _NAME_MARKS.isdisjoint(line.text):
        return False
    return all(p[0].isupper() and all(c.isalpha() or c in ".-’'" for c in p) for p in named)


def _mark_named(line: Line, wording: Wording) -> None:
    if wording.all_agencies(line.key):
        line.mark("byline", "agency")
    elif _is_byline(line, wording):
        line.mark("byline", "byline")
    elif _is_credit(line, wording):
        line.mark("byline", "credit")


def _is_byline(line: Line, wording: Wording) -> bool:
    """Say whether a line begins with `Par` and a name, or is a name `(avec Agence X)`."""
    if line.words > _BYLINE or line.stops or not line.text[0].isalnum():
        return False
    opening = opens(line.key, wording.bylines)
    if opening is not None:
        rest = [word for word in line.text.split() if has_letters(word)][len(opening.split()) :]
        return bool(rest) and rest[0][0].isupper() and not line.text.isupper()
    return (
        line.text[0].isupper()
        and "(" in line.text
        and wording.partner.search(plain(line.text)) is not None
        and line.text.endswith(")")
    )


def _is_credit(line: Line, wording: Wording) -> bool:
    """Say whether a line names a source of the article: `Contributeur : Reuters`, `Avec AFP`."""
    opening = opens(line.key, wording.credits)
    if opening is None or line.words > _CREDIT or line.stops:
        return False
    rest = line.key[len(opening) :].strip()
    if rest[:1] in {":", "•", "|", "–", "-"}:
        return True
    return wording.all_agencies(rest)


def _mark_end(lines: list[Line], wording: Wording) -> None:
    """Mark a portrait with the name above it, else a signature, at the end of the text."""
    for at in range(max(1, len(lines) - _LAST_LINES), len(lines)):
        name, line = lines[at - 1], lines[at]
        if name.free and names_person(name, wording) and _is_portrait(line, wording):
            line.mark("furniture", "biography")
            _mark_signature(lines, name)
    end = [line for line in lines if line.kind != "furniture"]
    if len(end) > 1 and end[-1].free and (_INITIALS.fullmatch(end[-1].text) or _signs(end, wording)):
        end[-1].mark("byline", "signature")


def _signs(end: list[Line], wording: Wording) -> bool:
    """Say whether the last of the article's lines is a name under a paragraph."""
    return names_person(end[-1], wording) and end[-1].words <= _NAME and end[-2].is_paragraph


def _mark_signature(lines: list[Line], name: Line) -> None:
    """Mark the name over a portrait: the byline, unless that stands at the top already."""
    stated = any(line.kind == "byline" and name.key in line.key for line in lines)
    name.mark("furniture" if stated else "byline", "biography" if stated else "signature")


def _is_portrait(line: Line, wording: Wording) -> bool:
    if not (line.free and _SHORTEST_PORTRAIT <= line.words <= _PORTRAIT):
        return False
    return not wording.biographies.isdisjoint(re.split(r"[^\w]+", line.key))
