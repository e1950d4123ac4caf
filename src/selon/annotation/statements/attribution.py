"""Statements: what the network reads, given in characters, with form, stance, certainty and relays."""

from __future__ import annotations

from selon.annotation.draft import Draft
from selon.annotation.grammar import span_of
from selon.annotation.pipeline import Stage
from selon.annotation.statements.certainties import certainty_of
from selon.annotation.statements.features import features_of
from selon.annotation.statements.forms import form_of
from selon.annotation.statements.network import load_network
from selon.annotation.statements.reader import Found, read
from selon.annotation.statements.reading import Reading, Said, reading_of
from selon.annotation.statements.relays import cited_behind, nested, passing_on, told_to
from selon.annotation.statements.rules import is_excluded
from selon.annotation.statements.sources import speaking_there, stressed, subject_for
from selon.annotation.statements.spans import content_spans, longest, nearest, source_span
from selon.annotation.statements.stances import stance_of
from selon.model import Statement


def find_statements(draft: Draft) -> None:
    """Fill `draft.statements`, in order of the text; no two have the same content."""
    if not len(draft.tokens):
        draft.statements = []
        return
    reading, network = reading_of(draft), load_network(draft.lexicon)
    features = features_of(reading, draft.quotes, draft.actors, network.words)
    found = (f for f in read(network, features) if not is_excluded(reading.doc[f.anchor], reading))
    said = (_said(one, reading) for one in found)
    statements = [_statement(one, reading) for one in said if one.content]
    draft.statements = nested(_in_order(statements), draft.text, draft.lexicon)


def _said(found: Found, reading: Reading) -> Said:
    """Return what was found with its spans: a token is the source's or the cue's before it is the content's."""
    source = nearest(found.source, found.anchor)
    if source is not None:
        source = subject_for(source, found.anchor, reading) or stressed(source, reading) or source
    cue = longest(tuple(t for t in found.cue if source is None or not source[0] <= t <= source[1]))
    if source is not None and cue is not None:
        source = speaking_there(source, cue, reading) or source
    taken = [span_of(reading.doc, part) for part in (source, cue) if part is not None]
    return Said(found.anchor, cue, source, content_spans(found.content, taken, reading))


def _statement(said: Said, reading: Reading) -> Statement:
    form = form_of(reading.text, said.content, reading.quotes)
    told = told_to(said, reading)
    cited = cited_behind(said, reading)
    outer = said.source if cited else passing_on(said, reading)
    relay = [span_of(reading.doc, outer).of(reading.text)] if outer else []
    speaking = cited or said.source
    return Statement(
        id="",
        source=source_span(speaking, reading) if speaking else None,
        cue=span_of(reading.doc, said.cue) if said.cue else None,
        content=said.content,
        form=form,
        stance=stance_of(said, reading),
        certainty=certainty_of(said, form, reading),
        relay=(*relay, *([told] if told else [])),
    )


def _in_order(statements: list[Statement]) -> list[Statement]:
    """Return the statements by where they start; of several with the same content the first."""
    kept = {statement.content: statement for statement in reversed(statements)}
    return sorted(kept.values(), key=_place)


def _place(statement: Statement) -> tuple[int, int]:
    spans = [*statement.content, *(s for s in (statement.cue,) if s)]
    return min(s.start for s in spans), max(s.end for s in spans)


STAGE = Stage("statements", find_statements, frozenset({"doc", "quotes", "actors"}), "statements")
