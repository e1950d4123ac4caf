"""Where in an article the words of a person's correction stand, and whether a statement can stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from selon.errors import CorrectionRefused
from selon.model import Article, Form, Statement
from selon.text import Span, quotations

_SHOWN = 5
_PLACE = re.compile(r"(\d{1,9}):(\d{1,9})")


def located(text: str, words: str, near: Span | None = None) -> Span:
    """Return where `words` stand in `text`: nearest to `near`. `START:END` are places themselves.

    Raises CorrectionRefused where they don't, and where they do several times and nothing is near.
    """
    place = _PLACE.fullmatch(words)
    if place:
        start, end = int(place[1]), int(place[2])
        if start < end <= len(text):
            return Span(start, end)
        msg = f"expected places in a text of {len(text)} characters, got {words}"
        raise CorrectionRefused(msg)
    starts = [m.start() for m in re.finditer(re.escape(words), text)] if words else []
    if not starts or (near is None and len(starts) > 1):
        places = ", ".join(map(str, starts[:_SHOWN]))
        several = f"expected words that stand once, got `{words[:80]}` at {places}. Give START:END"
        raise CorrectionRefused(several if starts else f"expected words of the article, got `{words[:80]}`")
    middle = near.start if near else 0
    start = min(starts, key=lambda at: abs(at - middle))
    return Span(start, start + len(words))


def form_of(text: str, content: Sequence[Span]) -> Form:
    """Return the form of a content: how many of its words stand between quotation marks."""
    from selon.annotation.statements.forms import form_of as of_quotes  # noqa: PLC0415
    from selon.annotation.statements.quotes import Quotes  # noqa: PLC0415

    return of_quotes(text, content, Quotes([q.span for q in quotations(text)]))


def refuse_impossible(article: Article, statement: Statement) -> None:
    """Raise CorrectionRefused for spans that no statement has, SpanError for those that leave the text."""
    spans = [*statement.content, *(s for s in (statement.source, statement.cue) if s is not None)]
    for span in spans:
        if not span.of(article.text).strip():
            msg = f"expected words, got white space at {span.start}:{span.end}"
            raise CorrectionRefused(msg)
    if not statement.content or any(one.end > other.start for one, other in pairwise(statement.content)):
        msg = f"expected content in the order of the text, got {[(s.start, s.end) for s in statement.content]}"
        raise CorrectionRefused(msg)
    if statement.source and statement.cue and statement.source.overlaps(statement.cue):
        msg = f"expected a source and a cue apart from one another, got {statement.source} and {statement.cue}"
        raise CorrectionRefused(msg)
