"""Spans: ranges of characters of one text.

Offsets count Unicode code points from 0; `end` is exclusive. A span says nothing about which text it
belongs to; `Span.inside` is how one is checked against a text's length.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from selon.errors import SpanError


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A range of characters, written `[start, end]` in JSON.

    Raises SpanError when `start` is negative or `end` is not after it: an empty span points at nothing.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            msg = f"expected 0 <= start < end, got [{self.start}, {self.end}]"
            raise SpanError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of the span. Raises SpanError when it leaves `text`."""
        return text[self.inside(len(text)).start : self.end]

    def inside(self, length: int) -> Span:
        """Return the span itself. Raises SpanError when it leaves a text of `length` characters."""
        if self.end > length:
            msg = f"expected a span inside a text of {length} characters, got [{self.start}, {self.end}]"
            raise SpanError(msg)
        return self

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether all of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Return the span moved by `by` characters."""
        return Span(self.start + by, self.end + by)


def stripped(text: str, start: int, end: int, characters: str | None = None) -> Span | None:
    """Return the span without white space (or `characters`) at its ends; None if nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip(characters))
    right = len(words.rstrip(characters))
    return Span(start + left, start + right) if left < right else None


def covering(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of `spans`. Raises SpanError when there are none."""
    known = list(spans)
    if not known:
        msg = "expected at least one span to cover, got none"
        raise SpanError(msg)
    return Span(min(s.start for s in known), max(s.end for s in known))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same characters as sorted spans that neither touch nor overlap."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def words_of(spans: Sequence[Span], text: str, gap: str = " […] ") -> str:
    """Return the words of several spans of `text` in one string, `gap` where something is left out."""
    return gap.join(span.of(text) for span in spans)
