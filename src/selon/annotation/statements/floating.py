"""Floating quotations: those without a cue of their own, which go on with what somebody was saying."""

from __future__ import annotations

import msgspec

from selon.annotation.statements.forms import form_of
from selon.annotation.statements.reading import Reading
from selon.model import Statement
from selon.text import Span

_WORDS = 4  # a shorter quotation that nothing introduces is a title, a name or a word held with tongs


def join_floating(statements: list[Statement], reading: Reading) -> list[Statement]:
    """Return the statements in order, with the quotations that go on without a new cue.

    A floating quotation that follows another of the same speaker joins its statement; behind an indirect
    statement it is one of its own, without source.
    """
    text, quotes = reading.text, reading.quotes
    out = sorted(statements, key=_first)
    for quote in quotes.all:
        words = quote.of(text)
        if len(words.split()) < _WORDS or any(c.overlaps(quote) for s in out for c in s.content):
            continue
        if not _stands_alone(text, quote):
            continue
        before = [s for s in out if _last(s) <= quote.start and "\n" not in text[_last(s) : quote.start]]
        previous = max(before, key=_last, default=None)
        if previous is None:
            continue
        if previous.form == "indirect":
            new = Statement(id="", source=None, cue=None, content=(quote,), form="direct", stance=previous.stance)
            out.append(new)
        elif _gap_is_bare(text, previous, quote):
            joined = (*previous.content, quote)
            out[out.index(previous)] = msgspec.structs.replace(
                previous, content=joined, form=form_of(text, joined, quotes)
            )
    return sorted(out, key=_first)


def _first(statement: Statement) -> tuple[int, int]:
    spans = [*statement.content, *(s for s in (statement.cue,) if s)]
    return min(s.start for s in spans), max(s.end for s in spans)


def _last(statement: Statement) -> int:
    return max(s.end for s in [*statement.content, *(x for x in (statement.cue, statement.source) if x)])


def _stands_alone(text: str, quote: Span) -> bool:
    """Say whether a quotation is a sentence or more: a stop before it and a stop at its end."""
    before = text[: quote.start].rstrip()
    inner = quote.of(text).rstrip("»”\"' \u00a0\u202f")
    after = text[quote.end :].lstrip()[:1]
    return (not before or before[-1] in '.!?…»”"') and (inner[-1:] in ".!?…" or after in (".", "!", "?", ""))


def _gap_is_bare(text: str, previous: Statement, quote: Span) -> bool:
    """Say whether no other sentence stands between a statement and the quotation that may go on with it."""
    gap = text[_last(previous) : quote.start]
    return sum(gap.count(c) for c in ".!?") <= 1
