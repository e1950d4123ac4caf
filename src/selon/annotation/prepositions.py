"""Prepositions that introduce a source: `A, selon X`, `Selon X, A`, `Pour X, A`."""

from __future__ import annotations

from selon.annotation.cues import Cue
from selon.annotation.extents import trimmed
from selon.annotation.grammar import Range
from selon.annotation.reading import Reading, low
from selon.text import Span

_ADVERB = 2  # words: no more than that before `selon X` and a clause are a time or a place (`Mercredi, selon X, A`)
_OPENING = frozenset({"«", "“", '"', "''", "(", "["})


def around_preposition(cue: Cue, source: Range, cited: Range | None, reading: Reading, floor: int) -> tuple[Span, ...]:
    """Return the content of `selon X`: the clause before it, behind it, or around it.

    Behind, what is said starts after the one whom X cites, if it cites one. Before, nothing ahead of `floor`, where
    the statement before it ends, is taken (`A selon X, B selon Y`).
    """
    doc, text = reading.doc, reading.text
    sentence, at = doc[cue.head].sent, doc[cue.tokens[0]].idx
    start = reading.connective(max(sentence.start_char, floor), at)
    before = trimmed(text, start, at) if at > start else None
    if before is not None and (_opens_clause(cue, reading) or not any(c.isalnum() for c in before.of(text))):
        before = None
    if cue.kind == "opinion" and not (before is None and _is_opinion(cue, source, reading)):
        return ()
    last = cited or source
    behind = _behind(last, reading) if before is None or sentence.root.i > last[1] else None
    if before is not None and behind is not None and len(before.of(text).split()) <= _ADVERB:
        before = None
    left = _after_last_semicolon(before, reading) if before else None
    return tuple(span for span in (left, behind) if span is not None)


def _opens_clause(cue: Cue, reading: Reading) -> bool:
    """Say whether `selon X` stands right behind the word that opens a clause (`a dit que, selon X, A`)."""
    at = cue.tokens[0] - 1
    while at >= 0 and reading.doc[at].text == ",":
        at -= 1
    return at >= 0 and low(reading.doc[at]) in reading.words.complementizers


def _behind(source: Range, reading: Reading) -> Span | None:
    """Return the clause behind `selon X`, over appositions and relative clauses that belong to X."""
    doc, text = reading.doc, reading.text
    head = doc[source[1]]
    while source[0] <= head.head.i <= source[1] and head.head.i != head.i:
        head = head.head
    sentence = head.sent
    aside = {t.i for t in head.subtree}
    at = source[1] + 1
    while at < sentence.end and (at in aside or (doc[at].is_punct and doc[at].text not in _OPENING)):
        at += 1
    if at < sentence.end:
        return trimmed(text, doc[at].idx, sentence.end_char)
    # The parser hung the whole clause on the source: then the first comma tells.
    comma = text.find(",", doc[source[1]].idx, sentence.end_char)
    return trimmed(text, comma + 1, sentence.end_char) if comma >= 0 else None


def _after_last_semicolon(before: Span, reading: Reading) -> Span:
    """Cut a clause before `selon X` at the last semicolon outside quotations."""
    at = before.end
    while (at := reading.text.rfind(";", before.start, at)) >= 0:
        if reading.quotes.at(at) is None:
            return trimmed(reading.text, at + 1, before.end) or before
    return before


def _is_opinion(cue: Cue, source: Range, reading: Reading) -> bool:
    """Say whether `pour X` gives an opinion: X is a person or a body, with a comma behind.

    Longer expressions (`aux yeux de X`) can mean nothing else.
    """
    if cue.tokens[0] != cue.tokens[1]:
        return True
    tokens = reading.doc[source[0] : source[1] + 1]
    person = any(t.pos_ == "PROPN" or low(t) in reading.words.persons for t in tokens)
    number = any(t.pos_ == "NUM" for t in tokens)
    behind = source[1] + 1
    return person and not number and behind < len(reading.doc) and reading.doc[behind].text == ","
