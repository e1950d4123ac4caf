"""Offset maps: from a cleaned text back to the text as received.

A cleaned text is made of pieces of the received one, in order, and of a few inserted characters (a line
break where furniture was cut). `OffsetMap` remembers which piece came from where, so that every span found
in the cleaned text can be given back in the received one, which alone is shown and exported.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from selon.errors import SpanError
from selon.text.spans import Span


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """`length` characters at `clean` in the cleaned text, the same as those at `received`."""

    clean: int
    received: int
    length: int


class OffsetMap(msgspec.Struct, frozen=True):
    """Pieces in order of the cleaned text, which is also their order in the received one."""

    pieces: tuple[Piece, ...]

    def to_received(self, span: Span) -> Span:
        """Return where the characters of a span of the cleaned text stand in the received text.

        The result runs from its first kept character to its last, over anything cut between them.
        Raises SpanError when the span holds inserted characters only.
        """
        parts = self.parts_in_received(span)
        if not parts:
            msg = f"expected a span with received characters in it, got [{span.start}, {span.end}]"
            raise SpanError(msg)
        return Span(parts[0].start, parts[-1].end)

    def parts_in_received(self, span: Span) -> tuple[Span, ...]:
        """Return the pieces of a span one by one: several where something was cut out of it."""
        out = []
        at = max(0, bisect_right(self.pieces, span.start, key=lambda p: p.clean) - 1)
        while at < len(self.pieces) and self.pieces[at].clean < span.end:
            piece = self.pieces[at]
            start, end = max(span.start, piece.clean), min(span.end, piece.clean + piece.length)
            if start < end:
                shift = piece.received - piece.clean
                out.append(Span(start + shift, end + shift))
            at += 1
        return tuple(out)


def keep(text: str, spans: Iterable[Span], joint: str = "\n\n") -> tuple[str, OffsetMap]:
    """Return a text of the kept `spans` of `text`, joined by `joint`, with the map back to `text`.

    `spans` are sorted and disjoint. The empty joint glues neighbours together.
    """
    words: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for span in spans:
        if pieces:
            words.append(joint)
            at += len(joint)
        words.append(span.of(text))
        pieces.append(Piece(at, span.start, len(span)))
        at += len(span)
    return "".join(words), OffsetMap(tuple(pieces))
