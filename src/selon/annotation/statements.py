"""Statements: each cue with its source and its content, and the quotations that go on without a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from selon.annotation.contents import (
    Quotes,
    after_colon,
    infinitive,
    object_phrase,
    que_clause,
    quotation_near,
    relative_object,
    rest_of_clause,
)
from selon.annotation.cues import Cue, find_cues, is_reflexive
from selon.annotation.draft import Draft
from selon.annotation.floating import join_floating
from selon.annotation.forms import form_of
from selon.annotation.grammar import Range, span_of
from selon.annotation.parentheses import around_cue, around_preposition, is_parenthetical
from selon.annotation.pipeline import Stage
from selon.annotation.relays import cited_behind, nested, told_to
from selon.annotation.sources import source_of, written
from selon.annotation.stances import certainty_of, stance_of
from selon.lexicon import Frame
from selon.model import Statement
from selon.text import Span, quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Bounds(NamedTuple):
    """Where a content may lie: from `floor`, the end of the statement before, to `limit`, where the next one starts."""

    floor: int
    limit: int


def find_quotes(draft: Draft) -> None:
    """Fill `draft.quotes`."""
    draft.quotes = [q.span for q in quotations(draft.text)]


def find_statements(draft: Draft) -> None:
    """Fill `draft.statements`, in order of the text; no two share their content."""
    doc, quotes = draft.tokens, Quotes(quotations(draft.text))
    cues = [c for c in find_cues(doc, draft.lexicon) if _speaks_outside(c, doc, quotes)]
    found: list[tuple[Cue, Range | None, tuple[Span, ...]]] = []
    for i, cue in enumerate(cues):
        source = source_of(cue, doc)
        limit = _limit(cue, cues[i + 1 :], doc, quotes)
        content = _content(cue, source, doc, quotes, Bounds(_floor(cue, found, doc), limit))
        if content is None:
            continue
        source, spans = content
        source = _shared_source(cue, found, doc) or source
        if source is not None:
            found.append((cue, source, spans))
    statements = [_statement(draft, quotes, cue, source, spans) for cue, source, spans in _without_doubles(found, doc)]
    draft.statements = nested(join_floating(draft, quotes, statements), draft.text, draft.lexicon)


def _content(
    cue: Cue, source: Range | None, doc: Doc, quotes: Quotes, bounds: Bounds
) -> tuple[Range | None, tuple[Span, ...]] | None:
    """Return the source and the content of a cue, by the first construction that fits; None for no statement."""
    if cue.kind in {"preposition", "opinion"}:
        spans = around_preposition(cue, source, doc, quotes, bounds.floor) if source else ()
        return (source, spans) if spans else None
    assert cue.verb is not None
    frames = _open_frames(cue, doc)
    around = around_cue(cue, source, doc, quotes) if "quote" in frames and is_parenthetical(cue, doc, quotes) else None
    if around:
        return around
    if relative_object(cue, doc):
        return None
    span: Span | None = None
    if "que" in frames:
        span = que_clause(cue, doc, quotes, bounds.limit)
    if span is None and "quote" in frames:
        span = after_colon(cue, source, doc, quotes) or quotation_near(cue, source, doc, quotes)
    if span is None and "inf" in frames:
        span = infinitive(cue, doc, quotes, bounds.limit)
    if span is None and ("to" in frames or "of" in frames):
        span = rest_of_clause(cue, source, doc, quotes, bounds.limit)
    if span is None and "np" in frames:
        span = object_phrase(cue, doc, quotes, bounds.limit)
    return (source, (span,)) if span is not None else None


def _open_frames(cue: Cue, doc: Doc) -> frozenset[Frame]:
    """Return the frames of a verb that its form leaves open, none when a preposition makes it another verb."""
    assert cue.verb is not None
    if any(
        t.lower_ in cue.verb.excluded_by for c in doc[cue.head].rights for t in c.lefts if t.dep_ in {"case", "mark"}
    ):
        return frozenset()
    if cue.kind == "participle" and cue.passive:
        return frozenset(cue.verb.frames) & {"of", "to"}
    if is_reflexive(doc[cue.head]) and not cue.verb.reflexive:
        return frozenset(cue.verb.frames) & {"quote", "que", "si"}
    return frozenset(cue.verb.frames)


def _shared_source(cue: Cue, found: list[tuple[Cue, Range | None, tuple[Span, ...]]], doc: Doc) -> Range | None:
    """Return the source of the cue before in the same sentence, for a participle that stands aside (`…, ajoutant que`)."""
    aside = doc[cue.tokens[0] - 1].lower_ in {",", "en", "et"} if cue.tokens[0] else False
    if cue.kind != "participle" or cue.passive or not aside or not found:
        return None
    before, source, _ = found[-1]
    return source if doc[before.head].sent.start == doc[cue.head].sent.start else None


def _speaks_outside(cue: Cue, doc: Doc, quotes: Quotes) -> bool:
    """Say whether a cue is the article's own: outside quotations, or interrupting one (`« A, dit X, B »`)."""
    return quotes.at(doc[cue.head].idx) is None or is_parenthetical(cue, doc, quotes)


def _floor(cue: Cue, found: list[tuple[Cue, Range | None, tuple[Span, ...]]], doc: Doc) -> int:
    """Return where the statement before a preposition ends, when it is one of the same kind in the same sentence."""
    if not found or found[-1][0].kind != "preposition" or doc[found[-1][0].head].sent.start != doc[cue.head].sent.start:
        return 0
    before, source, _ = found[-1]
    last = doc[max(before.tokens[1], source[1] if source else 0)]
    return last.idx + len(last)


def _limit(cue: Cue, following: list[Cue], doc: Doc, quotes: Quotes) -> int:
    """Return where a cue's content ends at the latest: at the next cue that stands aside, else at the sentence's end."""
    sentence = doc[cue.head].sent
    for other in following:
        if other.tokens[0] >= sentence.end:
            break
        before = doc[other.tokens[0] - 1]
        aside = before.lower_ in {",", "en"} and other.kind in {"participle", "preposition"}
        if (aside or is_parenthetical(other, doc, quotes)) and quotes.at(before.idx) is None:
            return before.idx
    return sentence.end_char


def _without_doubles(
    found: list[tuple[Cue, Range | None, tuple[Span, ...]]], doc: Doc
) -> list[tuple[Cue, Range | None, tuple[Span, ...]]]:
    """Drop a statement whose content another one with a nearer cue has already."""
    kept: list[tuple[Cue, Range | None, tuple[Span, ...]]] = []
    for item in found:
        cue, _, spans = item
        twin = next((k for k in kept if k[2] == spans), None)
        if twin is None:
            kept.append(item)
        elif _distance(cue, spans, doc) < _distance(twin[0], spans, doc):
            kept[kept.index(twin)] = item
    return kept


def _distance(cue: Cue, spans: tuple[Span, ...], doc: Doc) -> int:
    at = span_of(doc, cue.tokens)
    return min(max(s.start - at.end, at.start - s.end) for s in spans)


def _statement(draft: Draft, quotes: Quotes, cue: Cue, source: Range | None, spans: tuple[Span, ...]) -> Statement:
    doc = draft.tokens
    form = form_of(draft.text, spans, quotes)
    cited = cited_behind(cue, source, doc, draft.lexicon)
    told = told_to(cue, source, doc, draft.lexicon)
    relay = [span_of(doc, source).of(draft.text)] if cited and source else []
    relay += [told] if told else []
    source = cited or source
    return Statement(
        id="",
        source=written(doc, source) if source else None,
        cue=span_of(doc, cue.tokens),
        content=spans,
        form=form,
        relay=tuple(relay),
        stance=stance_of(cue, spans, doc, draft.lexicon),
        certainty=certainty_of(cue, spans, form, doc, draft.lexicon),
    )


QUOTES = Stage("quotes", find_quotes, frozenset(), "quotes")
STAGE = Stage("statements", find_statements, frozenset({"doc", "quotes"}), "statements")
