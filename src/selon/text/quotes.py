"""Quotation marks: what stands inside them, whatever the marks and however damaged.

French pages hold « » with any space or none, “ ”, straight marks whose direction only the neighbours tell, two
apostrophes for one mark, marks that open and never close. A straight mark opens when white space or an opening
bracket stands before it and none behind. A mark that never closes runs to the end of its sentence, at the
latest to the next opening mark or the end of the line.
"""

from __future__ import annotations

import re

import msgspec

from selon.text.spans import Span

_MARK = re.compile(r"«|»|“|”|„|\"|''|’’")
_STRAIGHT = ('"', "''", "’’")
_OPEN, _CLOSE = "straight, opening", "straight, closing"
_CLOSING = {"«": "»", "“": "”", "„": "“”", _OPEN: _CLOSE}
_BEFORE_OPENING = set(" \t\n\u00a0\u202f([{«“'’-—–:/")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
_AHEAD = 40  # marks looked at for the one that closes: more are a page gone wrong, and would cost quadratic time


class Quoted(msgspec.Struct, frozen=True, order=True):
    """A quotation: `span` with its marks, `closed` when both are there."""

    span: Span
    closed: bool = True


class _Mark(msgspec.Struct, frozen=True):
    start: int
    end: int
    kind: str


def quotations(text: str) -> list[Quoted]:
    """Return the outermost quotations of a text, sorted and disjoint. None runs over the end of a line."""
    out: list[Quoted] = []
    at = 0
    for line in text.splitlines(keepends=True):
        out.extend(Quoted(q.span.shifted(at), q.closed) for q in _in_line(line))
        at += len(line)
    return out


def _in_line(line: str) -> list[Quoted]:
    marks = [_Mark(m.start(), m.end(), _kind(line, m)) for m in _MARK.finditer(line)]
    out: list[Quoted] = []
    i = 0
    while i < len(marks):
        opening = marks[i]
        i += 1
        if opening.kind not in _CLOSING:
            continue
        closing = _closing(marks, i, opening.kind)
        if closing is not None:
            out.append(Quoted(Span(opening.start, marks[closing].end)))
            i = closing + 1
            continue
        limit = next((m.start for m in marks[i : i + _AHEAD] if m.kind in _CLOSING), len(line))
        end = _SENTENCE_END.search(line, opening.end, limit)
        last = end.end() if end else opening.end + len(line[opening.end : limit].rstrip())
        if last > opening.end:
            out.append(Quoted(Span(opening.start, last), closed=False))
    return out


def _closing(marks: list[_Mark], at: int, kind: str) -> int | None:
    """Return the index of the mark that closes one of this kind; None when none does."""
    depth = 0
    end = min(len(marks), at + _AHEAD)
    for i in range(at, end):
        if marks[i].kind in _CLOSING[kind]:
            if depth == 0:
                return i
            depth -= 1
        elif marks[i].kind == kind:
            if not _nested(marks[i + 1 : end], kind):
                return None
            depth += 1
    return None


def _nested(following: list[_Mark], kind: str) -> bool:
    """Say whether a mark opened again inside itself is nested: two closing ones come before it opens once more."""
    closing = 0
    for mark in following:
        if mark.kind in _CLOSING[kind]:
            closing += 1
        elif mark.kind == kind:
            break
    return closing > 1


def _kind(line: str, match: re.Match[str]) -> str:
    """Tell a straight mark that opens from one that closes by its neighbours; other marks speak for themselves."""
    mark = match.group()
    if mark not in _STRAIGHT:
        return mark
    before = line[match.start() - 1] if match.start() else " "
    after = line[match.end()] if match.end() < len(line) else " "
    return _OPEN if before in _BEFORE_OPENING and not (after.isspace() or after in ",.;:!?)…") else _CLOSE
