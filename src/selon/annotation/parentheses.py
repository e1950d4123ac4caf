"""Contents that stand around a cue: `« A », a dit X, « B »`, `A, selon X`, `Selon X, A`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selon.annotation.contents import Quotes, trimmed
from selon.annotation.cues import Cue
from selon.annotation.grammar import SUBJECTS, Range
from selon.annotation.sources import following_phrase, inverted_pronoun, is_inverted, source_of
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BEFORE_CUE = re.compile(r"[»”\"'’,!?…–—-][  \s]*,?[  \s]*$")
_OPENING = frozenset({"«", "“", '"', "''", "(", "["})
_AFTER_MARK = ("»", "”", '"', "''", "’’")
_CONNECTIVE = re.compile(
    r"(?:Mais|Et|Or|Car|Ainsi|Toutefois|Cependant|Pourtant|Puis|Enfin|En effet|Par ailleurs|De plus),? "
)
_NAME = 20  # characters: a subject this near to a closing mark ends with it (`les « gilets jaunes » ont dit`)
_APPOSITION = 160  # characters of names and functions between a source and the quotation that goes on


def is_parenthetical(cue: Cue, doc: Doc, quotes: Quotes) -> bool:
    """Say whether a verb stands aside of what it reports: behind a comma or a closing mark, its subject behind it."""
    if cue.kind != "verb":
        return False
    first = _first_token(cue, doc)
    sentence = doc[cue.head].sent
    before = doc.text[max(0, doc[first].idx - 6) : doc[first].idx]
    if not _BEFORE_CUE.search(before):
        return False
    if first <= sentence.start and not before.rstrip(" ,\u00a0\u202f").endswith(_AFTER_MARK):
        return False
    if inverted_pronoun(cue, doc) is not None:
        return True
    if not _subject_before(cue, doc) and following_phrase(cue, doc) is not None:
        return True
    return _subject_first(cue, doc, before)


def _subject_first(cue: Cue, doc: Doc, before: str) -> bool:
    """Find the order of translated pages (`« A », il a dit`, `A, CNN a rapporté`): the verb has no object of its own."""
    source = source_of(cue, doc)
    if source is None or source[0] > cue.tokens[0] or cue.verb is None or "que" not in cue.verb.frames:
        return False
    if any(c.dep_ in {"obj", "ccomp", "xcomp"} and c.i > cue.head for c in doc[cue.head].children):
        return False
    behind = doc[cue.tokens[1] + 1].text if cue.tokens[1] + 1 < len(doc) else "."
    return behind in {".", ",", "\n\n"} or (before.rstrip(" ,\u00a0\u202f").endswith(_AFTER_MARK) and behind != ":")


def _subject_before(cue: Cue, doc: Doc) -> bool:
    """Say whether the verb has its subject in front of it, so that what follows is an object."""
    start = doc[_group_start(cue, doc)].idx
    if doc.text[max(0, start - 4) : start].rstrip(" ,\u00a0\u202f").endswith(_AFTER_MARK):
        nearest = max((c.i for c in doc[cue.head].children if c.dep_ in SUBJECTS and c.i < cue.head), default=-1)
        return nearest >= 0 and doc[nearest].idx >= start - _NAME
    return any(c.dep_ in SUBJECTS and c.i < cue.head and not c.text.startswith("-") for c in doc[cue.head].children)


def _first_token(cue: Cue, doc: Doc) -> int:
    """Return the first token of the whole insertion: auxiliary, pronouns, or a subject in front of them."""
    first = _group_start(cue, doc)
    source = source_of(cue, doc)
    if source and source[1] < first and source[1] >= first - 1:
        first = source[0]
    return first


def _group_start(cue: Cue, doc: Doc) -> int:
    """Return the first token of the verb with the pronouns and adverbs before it."""
    first = cue.tokens[0]
    sentence = doc[cue.head].sent.start
    while first > sentence and doc[first - 1].pos_ in {"PRON", "AUX", "ADV"} and not doc[first - 1].is_punct:
        first -= 1
    return first


def around_cue(
    cue: Cue, source: Range | None, doc: Doc, quotes: Quotes
) -> tuple[Range | None, tuple[Span, ...]] | None:
    """Return source and content of a parenthetical verb; None when nothing stands before it."""
    if source is None or not (is_inverted(source, doc) or _subject_before(cue, doc)):
        source = following_phrase(cue, doc) or source
    first = doc[_first_token(cue, doc)].idx
    end = max(cue.tokens[1], source[1] if source else 0)
    offset = doc[end].idx + len(doc[end])
    holding = quotes.at(doc[cue.head].idx)
    left = _left(first, doc[cue.head].sent.start_char, doc.text, quotes)
    if left is None or not (quotes.inside(left) or _has_verb(doc, left.start, left.end)):
        return None
    right = _rest_of_quotation(offset, holding, doc.text) if holding else _right(cue, offset, doc, quotes)
    return source, (left, right) if right else (left,)


def _left(cue_start: int, sentence_start: int, text: str, quotes: Quotes) -> Span | None:
    """Return what stands before a parenthetical cue: its sentence so far, with all of a quotation that ends there."""
    start = sentence_start
    end = len(text[:cue_start].rstrip(" ,\u00a0\u202f\n"))
    holding = quotes.at(cue_start)
    closing = quotes.at(end - 1) if end else None
    if holding is not None and holding.start < cue_start:
        return trimmed(text, min(holding.start, max(start, holding.start)), end)
    if closing is not None and closing.start < start:
        return Span(closing.start, end)
    match = _CONNECTIVE.match(text, start, end)
    if match:
        start = match.end()
    colon = text.rfind(" : ", start, closing.start if closing else start)
    if closing is not None and colon >= 0:
        start = closing.start
    return trimmed(text, start, end) if end > start else None


def _rest_of_quotation(offset: int, quote: Span, text: str) -> Span | None:
    """Return what is left of the quotation that a cue interrupts, behind the next comma or stop."""
    match = re.compile(r"[,.;:]").search(text, offset, min(quote.end, offset + _APPOSITION))
    return trimmed(text, match.end(), quote.end) if match and match.end() < quote.end - 1 else None


def _right(cue: Cue, offset: int, doc: Doc, quotes: Quotes) -> Span | None:
    """Return the quotation that goes on behind the source, or the rest of a sentence whose verb is still to come."""
    text, sentence = doc.text, doc[cue.head].sent
    quote = quotes.starting_from(offset)
    if quote is not None and quote.start < sentence.end_char and quote.start - offset <= _APPOSITION:
        between = text[offset : quote.start].strip()
        if between and between[-1] in ",:;" and not _has_verb(doc, offset, quote.start):
            return quote
    root = sentence.root
    if root.idx > offset and quotes.at(doc[cue.head].idx) is None:
        comma = text.find(",", offset, min(root.idx, offset + _APPOSITION))
        if comma >= 0 and quotes.before(offset) is None:
            return trimmed(text, comma + 1, sentence.end_char)
    return None


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    span = doc.char_span(start, end, alignment_mode="contract")
    return span is not None and any(t.pos_ == "VERB" and t.morph.get("VerbForm") in (["Fin"], ["Part"]) for t in span)


def around_preposition(cue: Cue, source: Range, doc: Doc, quotes: Quotes, floor: int) -> tuple[Span, ...]:
    """Return the content of `selon X`: the clause before it, behind it, or around it.

    Nothing before `floor`, where the statement before it ends, is taken (`A selon X, B selon Y`).
    """
    text, sentence = doc.text, doc[cue.head].sent
    offset = doc[source[1]].idx + len(doc[source[1]])
    start = max(sentence.start_char, floor)
    match = _CONNECTIVE.match(text, start)
    if match:
        start = match.end()
    before = trimmed(text, start, doc[cue.tokens[0]].idx) if doc[cue.tokens[0]].idx > start else None
    if cue.kind == "opinion" and not _is_opinion(cue, source, doc, before):
        return ()
    if before is None or not any(c.isalpha() for c in before.of(text)):
        behind = _behind(source, doc)
        return (behind,) if behind else ()
    left = _after_last(before, text, quotes)
    if sentence.root.i > source[1]:
        behind = _behind(source, doc)
        return (left, behind) if behind else (left,)
    return (left,)


def _behind(source: Range, doc: Doc) -> Span | None:
    """Return the clause behind `selon X`, over appositions and relative clauses that belong to X."""
    head = doc[source[1]]
    while source[0] <= head.head.i <= source[1] and head.head.i != head.i:
        head = head.head
    sentence = head.sent
    aside = {t.i for t in head.subtree}
    at = source[1] + 1
    while at < sentence.end and (at in aside or doc[at].is_punct and doc[at].text not in _OPENING):
        at += 1
    if at >= sentence.end:
        # The parser hung the whole clause on the source: then the first comma tells.
        comma = doc.text.find(",", doc[source[1]].idx, sentence.end_char)
        return trimmed(doc.text, comma + 1, sentence.end_char) if comma >= 0 else None
    return trimmed(doc.text, doc[at].idx, sentence.end_char)


def _after_last(before: Span, text: str, quotes: Quotes) -> Span:
    """Cut a clause before `selon X` at the last semicolon outside quotations."""
    at = before.end
    while (at := text.rfind(";", before.start, at)) >= 0:
        if quotes.at(at) is None:
            return trimmed(text, at + 1, before.end) or before
    return before


def _is_opinion(cue: Cue, source: Range, doc: Doc, before: Span | None) -> bool:
    """Say whether `pour X` gives an opinion: X is a person or a body, at the head of the sentence, a comma behind."""
    if doc[cue.head].lower_ != "pour":
        return True
    behind = doc[source[1] + 1] if source[1] + 1 < len(doc) else None
    person = any(
        t.pos_ == "PROPN" or t.lower_ in {"lui", "elle", "eux", "elles"} for t in doc[source[0] : source[1] + 1]
    )
    number = any(t.pos_ == "NUM" or t.like_num for t in doc[source[0] : source[1] + 1])
    return before is None and person and not number and behind is not None and behind.text == ","
