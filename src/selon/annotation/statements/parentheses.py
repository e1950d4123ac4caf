"""Verbs that stand aside of what they report: `« A », a dit X, « B »`, `A, a dit X`."""

from __future__ import annotations

import re

from selon.annotation.grammar import SUBJECTS, Range
from selon.annotation.statements.cues import Cue
from selon.annotation.statements.extents import trimmed
from selon.annotation.statements.reading import Reading
from selon.annotation.statements.sources import following_phrase, inverted_pronoun, past_audience, source_of
from selon.text import Span

_BEFORE_CUE = re.compile(r"[»”\"'’,!?…–—-][ \u00a0\u202f]?,?[ \u00a0\u202f]*$")
_BLANKS = " ,\u00a0\u202f"
_CLOSING = ("»", "”", '"', "''", "’’")
_STOP = re.compile(r"[,.;:]")
_NAME = 20  # characters: a subject this near to a closing mark ends with it (`les « gilets jaunes » ont dit`)
_BESIDE = 12  # tokens of a name or a function between commas, behind a source (`La ministre, Odile Ferrant, a dit`)
_APPOSITION = 160  # characters of names and functions between a source and the quotation that goes on


def is_parenthetical(cue: Cue, reading: Reading) -> bool:
    """Say whether a verb stands aside of what it reports: behind a comma or a closing mark, its subject behind it."""
    if cue.kind != "verb":
        return False
    first = _first_token(cue, reading)
    start = reading.doc[first].idx
    before = reading.text[max(0, start - 6) : start]
    if not _BEFORE_CUE.search(before):
        return False
    if first <= reading.doc[cue.head].sent.start and not before.rstrip(_BLANKS).endswith(_CLOSING):
        return False
    if inverted_pronoun(cue, reading) is not None:
        return True
    if not _subject_before(cue, reading) and following_phrase(cue, reading) is not None:
        return True
    return _subject_first(cue, reading, before)


def _subject_first(cue: Cue, reading: Reading, before: str) -> bool:
    """Find the order of translated pages (`« A », il a dit`, `A, CNN a rapporté`): the verb has no object."""
    doc = reading.doc
    source = source_of(cue, reading)
    if source is None or source[0] > cue.tokens[0] or cue.verb is None or "que" not in cue.verb.frames:
        return False
    if any(c.dep_ in {"obj", "ccomp", "xcomp"} and c.i > cue.head for c in doc[cue.head].children):
        return False
    last = past_audience(cue.tokens[1], reading)
    behind = doc[last + 1].text if last + 1 < len(doc) else "."
    return behind in {".", ",", "\n\n"} or (before.rstrip(_BLANKS).endswith(_CLOSING) and behind != ":")


def _subject_before(cue: Cue, reading: Reading) -> bool:
    """Say whether the verb has its subject in front of it, so that what follows is an object."""
    doc = reading.doc
    start = doc[_group_start(cue, reading)].idx
    subjects = [c for c in doc[cue.head].children if c.dep_ in SUBJECTS and c.i < cue.head]
    if reading.text[max(0, start - 4) : start].rstrip(_BLANKS).endswith(_CLOSING):
        return any(c.idx >= start - _NAME for c in subjects)
    return any(not c.text.startswith("-") for c in subjects)


def _first_token(cue: Cue, reading: Reading) -> int:
    """Return the first token of the whole insertion: auxiliary, pronouns, or a subject in front of them."""
    first = _group_start(cue, reading)
    source = source_of(cue, reading)
    if source is None or source[1] >= first:
        return first
    between = reading.doc[source[1] + 1 : first]
    beside = len(between) < _BESIDE and (not between or between[0].text == between[-1].text == ",")
    return source[0] if beside and not any(t.pos_ in {"VERB", "AUX"} for t in between) else first


def _group_start(cue: Cue, reading: Reading) -> int:
    """Return the first token of the verb with the pronouns and adverbs before it."""
    doc, first = reading.doc, cue.tokens[0]
    sentence = doc[cue.head].sent.start
    while first > sentence and doc[first - 1].pos_ in {"PRON", "AUX", "ADV"} and not doc[first - 1].is_punct:
        first -= 1
    return first


def around_cue(cue: Cue, source: Range | None, reading: Reading) -> tuple[Range | None, tuple[Span, ...]] | None:
    """Return source and content of a parenthetical verb; None when nothing stands before it."""
    doc, quotes = reading.doc, reading.quotes
    if source is None or not (reading.is_hung(source[0]) or _subject_before(cue, reading)):
        source = following_phrase(cue, reading) or source
    first = doc[_first_token(cue, reading)].idx
    offset = reading.end_of(max(cue.tokens[1], source[1] if source else 0))
    left = _left(first, doc[cue.head].sent.start_char, reading)
    if left is None or not (quotes.inside(left) or _has_verb(reading, left.start, left.end)):
        return None
    holding = quotes.at(doc[cue.head].idx)
    right = _rest_of_quotation(offset, holding, reading.text) if holding else _right(cue, offset, reading)
    return source, (left, right) if right else (left,)


def _left(cue_start: int, sentence_start: int, reading: Reading) -> Span | None:
    """Return what stands before a parenthetical cue: its sentence so far, with all of a quotation that ends there."""
    text, quotes = reading.text, reading.quotes
    end = len(text[sentence_start:cue_start].rstrip(_BLANKS + "\n")) + sentence_start
    holding = quotes.at(cue_start)
    closing = quotes.at(end - 1) if end else None
    if holding is not None and holding.start < cue_start:
        return trimmed(text, max(sentence_start, holding.start), end)
    if closing is not None and closing.start < sentence_start:
        return Span(closing.start, end)
    start = reading.connective(sentence_start, end)
    if closing is not None and text.rfind(" : ", start, closing.start) >= 0:
        start = closing.start
    return trimmed(text, start, end) if end > start else None


def _rest_of_quotation(offset: int, quote: Span, text: str) -> Span | None:
    """Return what is left of the quotation that a cue interrupts, behind the next comma or stop."""
    match = _STOP.search(text, offset, min(quote.end, offset + _APPOSITION))
    return trimmed(text, match.end(), quote.end) if match and match.end() < quote.end - 1 else None


def _right(cue: Cue, offset: int, reading: Reading) -> Span | None:
    """Return the quotation that goes on behind the source, or the rest of a sentence whose verb is still to come."""
    text, quotes, sentence = reading.text, reading.quotes, reading.doc[cue.head].sent
    quote = quotes.starting_from(offset)
    if quote is not None and quote.start < sentence.end_char and quote.start - offset <= _APPOSITION:
        between = text[offset : quote.start].strip()
        if between and between[-1] in ",:;" and not _has_verb(reading, offset, quote.start):
            return quote
    root = sentence.root
    if root.idx > offset and quotes.before(offset) is None:
        comma = text.find(",", offset, min(root.idx, offset + _APPOSITION))
        if comma >= 0:
            return trimmed(text, comma + 1, sentence.end_char)
    return None


def _has_verb(reading: Reading, start: int, end: int) -> bool:
    span = reading.doc.char_span(start, end, alignment_mode="contract")
    return span is not None and any(
        t.pos_ == "VERB" and t.morph.get("VerbForm", []) in (["Fin"], ["Part"]) for t in span
    )
