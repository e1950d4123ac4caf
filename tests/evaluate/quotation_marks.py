"""The form of a content by its quotation marks, for whoever checks annotations: every kind of mark, damaged ones too."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARK = re.compile(r"[«»“”\"]|''|(?<![\w'’])'(?=[^\W_])|(?<=[\w.!?…])'(?![\w'«“])")
_OPENING = "«“"
_CLOSING = "»”"


def form_by_marks(text: str, content: Iterable[tuple[int, int]]) -> str:
    """Return the form of `content`: `direct` when all its letters stand inside marks, `indirect` when none does.

    A mark without its partner counts for the piece of content that it stands in, to the end of that piece or from
    its start.
    """
    pairs, openings, closings = _paired(text)
    inside = []
    for start, end in content:
        alone = [(at, end) for at in openings if start <= at < end] + [
            (start, at) for at in closings if start <= at < end
        ]
        letters = (at for at in range(start, end) if text[at].isalnum())
        inside += [any(first <= at < last for first, last in pairs + alone) for at in letters]
    return "direct" if all(inside) else "mixed" if any(inside) else "indirect"


def _paired(text: str) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Return the pairs of marks within each paragraph, and the openings and closings left alone."""
    pairs: list[tuple[int, int]] = []
    openings: list[int] = []
    closings: list[int] = []
    for paragraph in re.finditer(r".+", text):
        stack: list[int] = []
        for found in _MARK.finditer(text, *paragraph.span()):
            if _opens(found, [text[at] for at in stack]):
                stack.append(found.start())
            elif stack:
                pairs.append((stack.pop(), found.end()))
            elif found[0] != "'":
                closings.append(found.start())
        openings += stack
    return pairs, openings, closings


def _opens(mark: re.Match[str], open_marks: list[str]) -> bool:
    """Say whether a mark opens a quotation; one that looks the same on both sides by what stands around it."""
    if mark[0] in _OPENING + _CLOSING:
        return mark[0] in _OPENING
    before = mark.string[mark.start() - 1 : mark.start()]
    after = mark.string[mark.end() : mark.end() + 1]
    return mark[0][0] not in open_marks and (after.isalnum() or not before or before.isspace())
