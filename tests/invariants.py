"""What holds for the annotations of any text at all: checked by the tests, and by `make fuzz`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from selon.model import Annotations, Statement, decode
from selon.text import Span


def broken(text: str, found: Annotations) -> list[str]:
    """Return what does not hold for the annotations of `text`, empty when all does."""
    return [*_spans(text, found), *_identities(found), *(f for s in found.statements for f in _statement(s, found))]


def _spans(text: str, found: Annotations) -> Iterator[str]:
    if found.characters != len(text):
        yield f"characters is {found.characters}, the text has {len(text)}"
    yield from (f"{span} leaves the text" for span in found.spans() if span.end > len(text))
    yield from (f"{span} holds white space only" for span in found.spans() if not text[span.start : span.end].strip())
    if found.title is not None and found.title.text != text[found.title.start : found.title.end]:
        yield f"the title is {found.title.text!r}, its span says otherwise"
    yield from (f"{kind} are not in order of the text" for kind, spans in _ordered(found) if spans != sorted(spans))


def _ordered(found: Annotations) -> Iterator[tuple[str, list[Span]]]:
    yield "figures", [f.span for f in found.figures]
    yield "dates", [d.span for d in found.dates]
    yield "furniture", list(found.furniture)
    for actor in found.actors:
        yield f"mentions of {actor.name!r}", list(actor.mentions)


def _identities(found: Annotations) -> Iterator[str]:
    known = [s.id for s in found.statements]
    if len(known) != len(set(known)):
        yield "two statements have one id"
    yield from (f"{f.span} is given by no statement" for f in found.figures if f.statement not in {None, *known})
    if decode(found.to_json(), Annotations) != found:
        yield "the annotations do not survive JSON"


def _statement(statement: Statement, found: Annotations) -> Iterator[str]:
    source, cue, content = statement.source, statement.cue, statement.content
    if source is not None and cue is not None and source.overlaps(cue):
        yield f"source {source} and cue {cue} overlap"
    if not content:
        yield f"statement {statement.id} has no content"
    if any(one.end > other.start for one, other in pairwise(content)):
        yield f"the content {content} is not in order, or overlaps itself"
    yield from (f"{c} is said in the furniture" for c in content for f in found.furniture if c.overlaps(f))
