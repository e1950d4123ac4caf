"""From tokens to characters: sources, cues and contents as they are given."""

from __future__ import annotations

from bisect import bisect_left

from selon.annotation.grammar import Range, span_of
from selon.annotation.statements.decoding import runs, span_of_run
from selon.annotation.statements.reading import Reading
from selon.text import Span

_HYPHENS = "-‐‑–"
_GAP = " \t\n\u00a0\u202f,;:–—-"


def longest(tokens: tuple[int, ...]) -> Range | None:
    """Return the longest run of neighbours, the first of equals; None of no tokens."""
    return max(runs(list(tokens)), key=lambda run: run[1] - run[0], default=None)


def nearest(tokens: tuple[int, ...], anchor: int) -> Range | None:
    """Return the run of neighbours that stands nearest to an anchor, the first of equals; None of no tokens."""
    return min(runs(list(tokens)), key=lambda run: max(run[0] - anchor, anchor - run[1]), default=None)


def source_span(source: Range, reading: Reading) -> Span | None:
    """Return the characters of a source. Of an inverted pronoun (`-t-il`) what links it to its verb stays outside."""
    span = span_of_run(reading.doc, reading.text, source)
    if span is None:
        return None
    words = span.of(reading.text)
    cut = max((words.rfind(h) + 1 for h in _HYPHENS if words.startswith((h, f"t{h}"))), default=0)
    return Span(span.start + cut, span.end) if cut < len(words) else span


def cue_span(cue: Range, reading: Reading) -> Span:
    """Return the characters of a cue."""
    return span_of(reading.doc, cue)


def content_spans(tokens: tuple[int, ...], taken: list[Span], reading: Reading) -> tuple[Span, ...]:
    """Return the pieces of a content. `taken` are its source and its cue, which stay outside.

    What only commas or spaces part is one piece, unless the source or the cue stands between.
    """
    pieces: list[Span] = []
    for run in runs(list(tokens)):
        span = span_of_run(reading.doc, reading.text, run)
        if span is not None:
            pieces += _clear(span, taken, reading)
    return _joined(pieces, taken, reading.text)


def _clear(span: Span, taken: list[Span], reading: Reading) -> list[Span]:
    """Return what is left of a span without those in `taken`."""
    out = [span]
    for other in taken:
        out = [piece for one in out for piece in _without(one, other)]
    edges = (reading.doc.char_span(s.start, s.end, alignment_mode="contract") for s in out)
    trimmed = (None if e is None else span_of_run(reading.doc, reading.text, (e.start, e.end - 1)) for e in edges)
    return [s for s in trimmed if s is not None]


def _without(one: Span, other: Span) -> list[Span]:
    if not one.overlaps(other):
        return [one]
    sides = ((one.start, other.start), (other.end, one.end))
    return [Span(start, end) for start, end in sides if start < end]


def _joined(pieces: list[Span], taken: list[Span], text: str) -> tuple[Span, ...]:
    out: list[Span] = []
    for piece in sorted(pieces):
        if out and piece.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, piece.end))
        elif out and not text[out[-1].end : piece.start].strip(_GAP) and not _parted(out[-1].end, piece.start, taken):
            out[-1] = Span(out[-1].start, piece.end)
        else:
            out.append(piece)
    return tuple(out)


def _parted(start: int, end: int, taken: list[Span]) -> bool:
    between = sorted(taken)
    at = bisect_left(between, start, key=lambda s: s.start)
    return at < len(between) and between[at].start < end
