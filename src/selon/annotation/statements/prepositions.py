"""Prepositions that introduce a source: `A, selon X`, `Selon X, A`, `Pour X, A`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.annotation.grammar import Range, is_finite
from selon.annotation.statements.cues import Cue
from selon.annotation.statements.extents import trimmed
from selon.annotation.statements.reading import Reading, low
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

_ADVERB = 2  # words: no more than that before `selon X` and a clause are a time or a place (`Mercredi, selon X, A`)


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
    """Say whether `selon X` stands right behind the word that opens a clause (`que, selon X, A`, `qui, selon X, A`)."""
    at = cue.tokens[0] - 1
    while at >= 0 and reading.doc[at].text == ",":
        at -= 1
    return at >= 0 and (low(reading.doc[at]) in reading.words.complementizers or _relative(reading.doc[at]))


def _behind(source: Range, reading: Reading) -> Span | None:
    """Return the clause behind `selon X`, over appositions and relative clauses that belong to X.

    The first stretch between commas that has a conjugated verb, or that opens with a preposition or an adverb, is
    where the clause starts; a relative clause has a verb too, but opens with its pronoun.
    """
    doc = reading.doc
    sentence, following = doc[source[1]].sent, source[1] + 1
    if following >= sentence.end:
        return None
    commas = (t.i for t in doc[following : sentence.end - 1] if t.text == ",")
    starts = [i + 1 for i in commas if reading.quotes.at(doc[i].idx) is None]
    if not starts or not (doc[following].text in {",", "("} or _relative(doc[following])):
        starts = [following, *starts]
    for start, end in zip(starts, [*starts[1:], sentence.end], strict=True):
        if _starts_clause(doc[start:end]):
            return trimmed(reading.text, doc[start].idx, sentence.end_char)
    return trimmed(reading.text, doc[starts[0]].idx, sentence.end_char)


def _relative(token: Token) -> bool:
    return token.morph.get("PronType", []) == ["Rel"]


def _starts_clause(stretch: Stretch) -> bool:
    first = next((t for t in stretch if not t.is_punct and not t.is_space), None)
    if first is None or _relative(first) or first.morph.get("VerbForm", []) == ["Part"]:
        return False
    return first.pos_ in {"ADP", "ADV", "SCONJ"} or any(is_finite(t) for t in stretch if t.pos_ in {"VERB", "AUX"})


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
