"""Floating quotations: those without a cue of their own, which go on with what somebody was saying."""

from __future__ import annotations

from bisect import bisect_right, insort

import msgspec

from selon.annotation.statements.forms import form_of
from selon.annotation.statements.quotes import Quotes
from selon.annotation.statements.reading import Reading
from selon.model import Statement
from selon.text import Span, merged

_WORDS = 4  # a shorter quotation that nothing introduces is a title, a name or a word held with tongs
_REACH = 1500  # characters behind a statement in which a quotation may still go on with it
_BLANKS = 8  # characters looked through for the stop beside a quotation


def join_floating(statements: list[Statement], reading: Reading) -> list[Statement]:
    """Return the statements in order, with the quotations that go on without a new cue.

    A floating quotation that follows another of the same speaker joins its statement; behind an indirect
    statement it is one of its own, without source.
    """
    text = reading.text
    out = sorted(statements, key=_first)
    told = Quotes(merged(span for s in out for span in s.content))
    ends = sorted((_last(s), i) for i, s in enumerate(out))
    for quote in reading.quotes.all:
        if told.inside(quote) or not _stands_alone(text, quote):
            continue
        at = bisect_right(ends, (quote.start, len(out))) - 1
        if at < 0 or quote.start - ends[at][0] > _REACH or text.find("\n", ends[at][0], quote.start) >= 0:
            continue
        index = ends[at][1]
        previous = out[index]
        if previous.form == "indirect":
            new = Statement(id="", source=None, cue=None, content=(quote,), form="direct", stance=previous.stance)
            insort(ends, (quote.end, len(out)))
            out.append(new)
        elif _gap_is_bare(text, previous, quote):
            content = (*previous.content, quote)
            form = form_of(text, content, reading.quotes)
            out[index] = msgspec.structs.replace(previous, content=content, form=form)
            del ends[at]
            insort(ends, (quote.end, index))
    return sorted(out, key=_first)


def _first(statement: Statement) -> tuple[int, int]:
    spans = [*statement.content, *(s for s in (statement.cue,) if s)]
    return min(s.start for s in spans), max(s.end for s in spans)


def _last(statement: Statement) -> int:
    return max(s.end for s in [*statement.content, *(x for x in (statement.cue, statement.source) if x)])


def _stands_alone(text: str, quote: Span) -> bool:
    """Say whether a quotation is a sentence or more: some words, a stop before it and a stop at its end."""
    words = quote.of(text)
    if len(words.split()) < _WORDS:
        return False
    before = text[max(0, quote.start - _BLANKS) : quote.start].rstrip()
    inner = words.rstrip("»”\"' \u00a0\u202f")
    after = text[quote.end : quote.end + _BLANKS].lstrip()[:1]
    return (not before or before[-1] in '.!?…»”"') and (inner[-1:] in ".!?…" or after in (".", "!", "?", ""))


def _gap_is_bare(text: str, previous: Statement, quote: Span) -> bool:
    """Say whether no other sentence stands between a statement and the quotation that may go on with it."""
    gap = text[_last(previous) : quote.start]
    return sum(gap.count(c) for c in ".!?") <= 1
