"""Contents behind a cue: what a cue attributes, by the grammar of the cue.

Each function returns the span of characters that one construction gives, or None. Which is tried first is decided
in `selon.annotation.statements.attribution`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.annotation.grammar import Range, is_finite
from selon.annotation.statements.cues import Cue
from selon.annotation.statements.extents import clause_end, phrase_end, trimmed
from selon.annotation.statements.reading import Reading, low
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_COLON_DISTANCE = 30  # tokens between a cue and the colon before its quotation
_NEAR = 3  # tokens between a cue and a quotation without a colon
_BREAKS = frozenset({",", ":"})
_GOVERNED = frozenset({"obj", "xcomp", "obl:arg", "iobj", "ccomp", "nmod", "acl", "obl:mod", "advcl"})


def after_colon(cue: Cue, source: Range | None, reading: Reading) -> Span | None:
    """Find the quotation of `X a déclaré : « A »`, which may be a sentence of its own."""
    doc = reading.doc
    begin = max(cue.tokens[1], source[1] if source else 0)
    quote = reading.quotes.starting_from(reading.end_of(begin))
    if quote is None:
        return None
    for token in doc[begin + 1 : min(begin + _COLON_DISTANCE, doc[cue.head].sent.end + 1, len(doc))]:
        if token.idx > quote.start:
            return None
        if token.text == ":":
            return None if reading.text[token.idx + 1 : quote.start].strip() else quote
    return None


def quotation_near(cue: Cue, source: Range | None, reading: Reading) -> Span | None:
    """Find the quotation of `X a dit « A »`: a few words behind the cue, no comma between."""
    doc = reading.doc
    begin = max(cue.tokens[1], source[1] if source else 0)
    quote = reading.quotes.starting_from(reading.end_of(begin))
    if quote is None or quote.start >= doc[cue.head].sent.end_char:
        return None
    between = [t for t in doc[begin + 1 : begin + 2 + _NEAR] if t.idx < quote.start]
    if len(between) > _NEAR or any(t.text in {",", ";", "."} for t in between):
        return None
    if between and between[-1].pos_ in {"DET", "ADP", "NOUN", "ADJ"}:
        return None  # the marks hold words of the object (`dénonce une « escalade »`), not what is said
    return quote if len(quote.of(reading.text).split()) > 1 else None


def complement_clause(cue: Cue, reading: Reading, limit: int) -> Span | None:
    """Find the clause of `X dit que A, que B et que C`, from the first `que`, coordinated clauses included."""
    doc, head = reading.doc, reading.doc[cue.head]
    for token in doc[cue.tokens[1] + 1 : head.sent.end]:
        if low(token) in reading.words.complementizers and reading.quotes.at(token.idx) is None:
            relative = token.dep_ not in {"mark", "fixed", "dep"} and token.pos_ == "PRON"
            if relative and not (token.head.dep_ == "ccomp" and token.head.head.i == head.i):
                return None
            inner = token.head if token.head.i > token.i else token
            if not any(is_finite(t) for t in doc[token.i + 1 : head.sent.end] if t.pos_ in {"VERB", "AUX"}):
                continue  # a comparison (`plus de passagers que les 45 autorisés`)
            end = clause_end(inner, reading.quotes, limit)
            if not reading.text[reading.end_of(token.i) : end].strip(" ,"):
                end = clause_end(inner, reading.quotes, head.sent.end_char)  # `que, selon X, A`
            return trimmed(reading.text, token.idx, end)
        if token.text in {";", ":"} or (token.pos_ == "VERB" and token.morph.get("VerbForm", []) == ["Fin"]):
            return None
    return None


def infinitive(cue: Cue, reading: Reading, limit: int) -> Span | None:
    """Find the infinitive of `X affirme avoir`, `X promet de`, with what marks it and what depends on it."""
    doc = reading.doc
    for child in doc[cue.head].rights:
        complement = child.dep_ in {"xcomp", "ccomp", "obl:arg", "advcl", "obj"}
        if child.i <= cue.tokens[1] or not complement or not _is_infinitive(child):
            continue
        first = doc[min([child.i, *(t.i for t in child.lefts if t.i > cue.tokens[1])])]
        if low(doc[first.i - 1]) in reading.lexicon.hedges.negators and first.i - 1 > cue.tokens[1]:
            first = doc[first.i - 1]
        if any(t.text in _BREAKS for t in doc[cue.tokens[1] + 1 : first.i]):
            return None
        if first.dep_ == "mark" and low(first) in reading.words.purposes:
            return None
        return trimmed(reading.text, first.idx, clause_end(child, reading.quotes, limit))
    return None


def _is_infinitive(token: Token) -> bool:
    if token.morph.get("VerbForm", []) == ["Inf"]:
        return True
    return any(
        c.dep_ in {"aux:tense", "aux:pass", "cop"} and c.morph.get("VerbForm", []) == ["Inf"] for c in token.lefts
    )


def object_phrase(cue: Cue, reading: Reading, limit: int) -> Span | None:
    """Find the object of `X dément toute implication`, with all of its complements."""
    doc = reading.doc
    if cue.mistaken:
        return _just_behind(doc[cue.head], reading, limit)
    for child in doc[cue.head].rights:
        nominal = child.dep_ in {"obj", "obl:arg"} and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}
        if child.i <= cue.tokens[1] or not nominal:
            continue
        first = child.left_edge.i
        if first <= cue.tokens[1] or any(t.text in _BREAKS for t in doc[cue.tokens[1] + 1 : first]):
            return None
        if low(child) not in reading.words.not_objects and low(child) not in reading.words.moments:
            return trimmed(reading.text, doc[first].idx, phrase_end(child, reading.quotes, limit))
    return _just_behind(doc[cue.tokens[1]], reading, limit)


def _just_behind(token: Token, reading: Reading, limit: int) -> Span | None:
    """Return the phrase that starts right behind a token, whatever the tree says of the two."""
    if token.i + 1 >= token.sent.end or token.nbor().pos_ not in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}:
        return None
    head = token.nbor()
    while head.i < head.head.i < token.sent.end:
        head = head.head
    return trimmed(reading.text, token.nbor().idx, phrase_end(head, reading.quotes, limit))


def rest_of_clause(cue: Cue, source: Range | None, reading: Reading, limit: int) -> Span | None:
    """Find what is asked or blamed in `X appelle Y à A`, `X accuse Y de A`: all that depends on the verb behind it."""
    doc = reading.doc
    inside = range(source[0], source[1] + 1) if source else range(0)
    # A phrase such as `faire état` governs through its noun.
    governed = [*doc[cue.head].rights, *(c for t in doc[cue.head + 1 : cue.tokens[1] + 1] for c in t.rights)]
    wanted = sorted(
        (c for c in governed if c.i > cue.tokens[1] and c.i not in inside and c.dep_ in _GOVERNED),
        key=lambda c: int(c.i),
    )
    while len(wanted) > 1 and wanted[0].dep_ == "obl:mod":
        wanted.pop(0)
    if not wanted:
        return None
    first = max(wanted[0].left_edge.i, cue.tokens[1] + 1)
    return trimmed(reading.text, doc[first].idx, phrase_end(wanted[-1], reading.quotes, limit))


def has_relative_object(cue: Cue, reading: Reading) -> bool:
    """Say whether a verb's object is a relative pronoun (`les mesures qu'il a annoncées`): nothing behind is said."""
    head = reading.doc[cue.head]
    return any(low(c) in reading.words.complementizers and c.pos_ == "PRON" and c.i < head.i for c in head.children)
