"""What grammar alone proposes: each cue with its source and its content, and quotations that go on without a cue.

The network is shown these proposals beside the text, and weighs what they are worth where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from selon.annotation.grammar import SUBJECTS, Range, span_of
from selon.annotation.statements.contents import (
    after_colon,
    complement_clause,
    has_relative_object,
    infinitive,
    object_phrase,
    quotation_near,
    rest_of_clause,
)
from selon.annotation.statements.cues import Cue, cue_words, find_cues, is_reflexive, uncrowded
from selon.annotation.statements.floating import join_floating
from selon.annotation.statements.forms import form_of
from selon.annotation.statements.parentheses import around_cue, is_parenthetical
from selon.annotation.statements.prepositions import around_preposition
from selon.annotation.statements.reading import Reading, Said, low
from selon.annotation.statements.relays import cited_behind
from selon.annotation.statements.sources import source_of, written
from selon.annotation.statements.unanswered import answers_nothing
from selon.lexicon import CueVerb, Frame
from selon.model import Statement
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOSING = frozenset({"»", "”", '"'})


class Attribution(NamedTuple):
    """A cue with its source and its content."""

    cue: Cue
    source: Range | None
    content: tuple[Span, ...]


class Bounds(NamedTuple):
    """Where a content may lie: from `floor`, the end of the statement before, to `limit`, where the next starts."""

    floor: int
    limit: int


class Proposal(NamedTuple):
    """A statement as grammar sees it, in sorted token numbers; `sure` is the head of a cue that tells of no answer."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    sure: tuple[int, ...] = ()


def propose(reading: Reading) -> list[Proposal]:
    """Return what grammar proposes, in order of the text; no two proposals have the same content."""
    cues = uncrowded([c for c in find_cues(reading.doc, reading.lexicon) if _speaks_outside(c, reading)], reading.doc)
    found: list[Attribution] = []
    for i, cue in enumerate(cues):
        bounds = Bounds(_floor(cue, found, reading), _limit(cue, cues[i + 1 :], reading))
        attribution = _attribution(cue, reading, bounds)
        if attribution is not None:
            source = _shared_source(cue, found, reading) or attribution.source
            if source is not None:
                found.append(attribution._replace(source=source))
    kept = _without_doubles(found, reading)
    unanswered: dict[Span | None, tuple[int, ...]] = {
        span_of(reading.doc, a.cue.tokens): (a.cue.head,) for a in kept if answers_nothing(*a, reading)
    }
    statements = [_statement(a, reading) for a in kept]
    places = np.array([token.idx for token in reading.doc], dtype=np.int64)
    ends = places + np.array([len(token) for token in reading.doc], dtype=np.int64)

    def tokens(*spans: Span | None) -> tuple[int, ...]:
        each = (range(*_tokens(span, places, ends)) for span in spans if span is not None)
        return tuple(sorted({token for some in each for token in some}))

    floating = join_floating(statements, reading)
    return [Proposal(tokens(s.source), tokens(s.cue), tokens(*s.content), unanswered.get(s.cue, ())) for s in floating]


def _tokens(span: Span, places: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> tuple[int, int]:
    """Return the first token of a span and the one behind its last."""
    return int(np.searchsorted(ends, span.start, side="right")), int(np.searchsorted(places, span.end))


def _attribution(cue: Cue, reading: Reading, bounds: Bounds) -> Attribution | None:
    """Return the source and the content of a cue, by the first construction that fits; None for no statement."""
    source = source_of(cue, reading)
    if cue.kind in {"preposition", "opinion"}:
        if source is None:
            return None
        cited = cited_behind(Said(cue.head, cue.tokens, source, ()), reading)
        spans = around_preposition(cue, source, cited, reading, bounds.floor)
        return Attribution(cue, source, spans) if spans else None
    frames = _open_frames(cue, reading)
    if "quote" in frames and is_parenthetical(cue, reading):
        around = around_cue(cue, source, reading)
        if around:
            return Attribution(cue, *around)
    span = None if has_relative_object(cue, reading) else _behind(cue, source, frames, reading, bounds.limit)
    return Attribution(cue, source, (span,)) if span is not None else None


def _behind(cue: Cue, source: Range | None, frames: frozenset[Frame], reading: Reading, limit: int) -> Span | None:
    """Return the complement behind a verb: clause, infinitive or quotation, the first of them, else an object."""
    found = [
        complement_clause(cue, reading, limit) if "que" in frames else None,
        infinitive(cue, reading, limit) if "inf" in frames else None,
        quotation_near(cue, source, reading) if "quote" in frames and frames & {"que", "np", "of"} else None,
    ]
    span = min((s for s in found if s is not None), key=lambda s: s.start, default=None)
    if span is None and "quote" in frames:
        span = after_colon(cue, source, reading)
    if span is None and frames & {"to", "of"}:
        span = rest_of_clause(cue, source, reading, limit)
    if span is None and "np" in frames:
        span = object_phrase(cue, reading, limit)
    return span


def _open_frames(cue: Cue, reading: Reading) -> frozenset[Frame]:
    """Return the frames of a verb that its form leaves open, none when a preposition makes it another verb."""
    assert cue.verb is not None
    head, frames = reading.doc[cue.head], frozenset(cue.verb.frames)
    if _is_excluded(head, cue.verb):
        return frozenset()
    if cue.kind == "participle" and cue.passive:
        return frames & {"of", "to"}
    if is_reflexive(head, reading.lexicon) and not cue.verb.reflexive:
        return frames & {"quote", "que", "si"}
    return frames


def is_excluded(token: Token, reading: Reading) -> bool:
    """Say whether a preposition behind a verb makes it one that does not report (`condamner X à une amende`)."""
    verb = cue_words(reading.lexicon).entry(low(token))
    return verb is not None and _is_excluded(token, verb)


def _is_excluded(token: Token, verb: CueVerb) -> bool:
    behind = (t for c in token.rights for t in c.subtree if t.dep_ in {"case", "mark"})
    return bool(verb.excluded_by) and any(low(t) in verb.excluded_by for t in behind)


def _shared_source(cue: Cue, found: list[Attribution], reading: Reading) -> Range | None:
    """Return the source of the cue before in the same sentence, for one that goes on without a subject."""
    if not found or not _same_sentence(found[-1].cue, cue, reading):
        return None
    infinitive = reading.doc[cue.tokens[0]].morph.get("VerbForm", []) == ["Inf"]
    goes_on = infinitive or _is_aside(cue, reading) or _shares_subject(cue, reading)
    return found[-1].source if goes_on else None


def _is_aside(cue: Cue, reading: Reading) -> bool:
    """Say whether a participle is set aside (`…, ajoutant que`, `…, sans confirmer`)."""
    if cue.kind != "participle" or cue.passive or not cue.tokens[0]:
        return False
    before = reading.doc[cue.tokens[0] - 1]
    marks = {",", *reading.words.gerunds, *reading.lexicon.hedges.refusals}
    return low(before) in marks or before.dep_ == "cc"


def _shares_subject(cue: Cue, reading: Reading) -> bool:
    """Say whether a verb stands behind a conjunction without a subject of its own (`A condamne X et demande Y`)."""
    if cue.kind != "verb" or cue.passive or not cue.tokens[0]:
        return False
    head = reading.doc[cue.head]
    return reading.doc[cue.tokens[0] - 1].dep_ == "cc" and not any(c.dep_ in SUBJECTS for c in head.children)


def _same_sentence(one: Cue, other: Cue, reading: Reading) -> bool:
    return bool(reading.doc[one.head].sent.start == reading.doc[other.head].sent.start)


def _speaks_outside(cue: Cue, reading: Reading) -> bool:
    """Say whether a cue is the article's own: outside quotations, or interrupting one (`« A, dit X, B »`)."""
    return reading.quotes.at(reading.doc[cue.head].idx) is None or is_parenthetical(cue, reading)


def _floor(cue: Cue, found: list[Attribution], reading: Reading) -> int:
    """Return where the statement before a preposition ends, when it is one of the same kind in the same sentence."""
    if not found or found[-1].cue.kind != "preposition" or not _same_sentence(found[-1].cue, cue, reading):
        return 0
    source = found[-1].source
    return reading.end_of(max(found[-1].cue.tokens[1], source[1] if source else 0))


def _limit(cue: Cue, following: list[Cue], reading: Reading) -> int:
    """Return where a content ends at the latest: at the next cue that stands aside, else at the sentence's end."""
    sentence = reading.doc[cue.head].sent
    for other in following:
        if other.tokens[0] >= sentence.end:
            break
        before = reading.doc[other.tokens[0] - 1]
        marks = {",", *_CLOSING, *reading.words.gerunds, *reading.lexicon.hedges.refusals}
        aside = low(before) in marks and other.kind in {"participle", "preposition"}
        goes_on = cue.kind == "verb" and _shares_subject(other, reading)
        if (aside or goes_on or is_parenthetical(other, reading)) and reading.quotes.at(
            other_start := reading.doc[other.tokens[0]].idx
        ) is None:
            return int(other_start if before.text in _CLOSING else before.idx)
    return int(sentence.end_char)


def _without_doubles(found: list[Attribution], reading: Reading) -> list[Attribution]:
    """Drop an attribution whose content another one with a nearer cue has already."""
    kept: dict[tuple[Span, ...], Attribution] = {}
    for one in found:
        other = kept.get(one.content)
        if other is None or _distance(one, reading) < _distance(other, reading):
            kept[one.content] = one
    return list(kept.values())


def _distance(attribution: Attribution, reading: Reading) -> int:
    at = span_of(reading.doc, attribution.cue.tokens)
    return min(max(s.start - at.end, at.start - s.end) for s in attribution.content)


def _statement(attribution: Attribution, reading: Reading) -> Statement:
    cue, source, content = attribution
    said = Said(cue.head, cue.tokens, source, content)
    source = cited_behind(said, reading) or source
    return Statement(
        id="",
        source=written(reading, source) if source else None,
        cue=span_of(reading.doc, cue.tokens),
        content=content,
        form=form_of(reading.text, content, reading.quotes),
        stance="affirm",
    )
