"""Contents: what a cue attributes, by the grammar of the cue.

Each function returns the spans of characters that one construction gives, or nothing. Which is tried first is
decided in `selon.annotation.statements`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from selon.annotation.cues import Cue
from selon.annotation.grammar import Range, span_of
from selon.text import Quoted, Span, stripped

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EDGES = " \t\n\u00a0\u202f,;:–—-"
_COLON_DISTANCE = 30  # tokens between a cue and the colon before its quotation
TIMES = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche matin soir hier aujourd'hui demain".split())
_NEAR = 3  # tokens between a cue and a quotation with nothing in front


class Quotes:
    """The quotations of a text, found by place."""

    def __init__(self, quoted: Sequence[Quoted]) -> None:
        self.all = [q.span for q in quoted]
        self._starts = [s.start for s in self.all]

    def at(self, offset: int) -> Span | None:
        """Return the quotation that holds a character."""
        i = bisect_right(self._starts, offset) - 1
        return self.all[i] if i >= 0 and offset < self.all[i].end else None

    def starting_from(self, offset: int) -> Span | None:
        """Return the first quotation that starts at an offset or after it."""
        i = bisect_right(self._starts, offset - 1)
        return self.all[i] if i < len(self.all) else None

    def before(self, offset: int) -> Span | None:
        """Return the last quotation that ends at an offset or before it."""
        i = bisect_right(self._starts, offset) - 1
        while i >= 0 and self.all[i].end > offset:
            i -= 1
        return self.all[i] if i >= 0 else None

    def inside(self, span: Span) -> list[Span]:
        """Return the quotations that overlap a span."""
        i = max(0, bisect_right(self._starts, span.start) - 1)
        out = []
        for quote in self.all[i:]:
            if quote.start >= span.end:
                break
            if quote.overlaps(span):
                out.append(quote)
        return out


def clause_end(head: Token, quotes: Quotes, limit: int) -> int:
    """Return where the clause of a head ends, a character offset: its subtree, grown to the next stop.

    `limit` is where it must end at the latest. A participle that reports (`…, ajoutant que`) starts a statement
    of its own and ends this one, and so does a parenthetical cue.
    """
    doc = head.doc
    last = head.right_edge.i
    sentence_end = head.sent.end - 1
    last = min(last, sentence_end)
    while last < sentence_end and not _is_stop(doc[last + 1], quotes):
        last += 1
    end = doc[last].idx + len(doc[last])
    quote = quotes.at(end - 1)
    if quote is not None and quote.start > doc[head.left_edge.i].idx:
        end = max(end, quote.end)
    return min(end, limit)


def phrase_end(head: Token, quotes: Quotes, limit: int) -> int:
    """Return where the phrase of a head ends: its subtree without what a comma sets apart, save for a list.

    A phrase that the parser cut too early grows to the next stop or verb.
    """
    doc = head.doc
    last, sentence_end = head.i, head.sent.end - 1
    edge = min(head.right_edge.i, sentence_end)
    while last < sentence_end:
        token = doc[last + 1]
        if quotes.at(token.idx) is None:
            if token.is_space or token.text in {";", ":", "—", "–", ".", "!", "?"}:
                break
            if token.text == "," and not (last + 1 < edge and _lists_on(doc[last + 2], edge)):
                break
            if last >= edge and (token.dep_ == "cc" or token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ", "PRON"}):
                break
        last += 1
    end = doc[last].idx + len(doc[last])
    quote = quotes.at(end - 1)
    if quote is not None and quote.start > doc[head.left_edge.i].idx:
        end = max(end, quote.end)
    return min(end, limit)


def _lists_on(token: Token, edge: int) -> bool:
    """Say whether a list goes on behind a comma: what follows is coordinated with what stands before."""
    while token.dep_ in {"det", "case", "amod", "advmod", "nummod", "mark", "punct"} and token.i < token.head.i <= edge:
        token = token.head
    return token.dep_ in {"conj", "cc"}


def _is_stop(token: Token, quotes: Quotes) -> bool:
    return (
        token.is_punct and token.text not in {"'", "’", "-", "«", "“", "("} and quotes.at(token.idx) is None
    ) or token.is_space


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a span without spaces, commas and dashes at its ends, nor the full stop behind it."""
    span = stripped(text, start, end, _EDGES)
    if span is None:
        return None
    if text[span.end - 1] == "." and not text[max(span.start, span.end - 3) : span.end].startswith(".."):
        span = stripped(text, span.start, span.end - 1, _EDGES)
    return span


def after_colon(cue: Cue, source: Range | None, doc: Doc, quotes: Quotes) -> Span | None:
    """`X a déclaré : « A »`, also with the quotation in the next sentence or without a colon when it is near."""
    begin = max(cue.tokens[1], source[1] if source else 0)
    sentence_end = doc[cue.head].sent.end
    quote = quotes.starting_from(doc[begin].idx + len(doc[begin]))
    if quote is None:
        return None
    for token in doc[begin + 1 : min(begin + _COLON_DISTANCE, sentence_end + 1, len(doc))]:
        if token.idx > quote.start:
            return None
        if token.text == ":":
            gap = doc.text[token.idx + 1 : quote.start]
            return quote if not gap.strip() else None
    return None


def quotation_near(cue: Cue, source: Range | None, doc: Doc, quotes: Quotes) -> Span | None:
    """`a dit « A »`: a quotation a few words behind the cue, no comma between."""
    begin = max(cue.tokens[1], source[1] if source else 0)
    offset = doc[begin].idx + len(doc[begin])
    quote = quotes.starting_from(offset)
    if quote is None or quote.start >= doc[doc[cue.head].sent.end - 1].idx + 1:
        return None
    between = [t for t in doc[begin + 1 : begin + 2 + _NEAR] if t.idx < quote.start]
    if len(between) > _NEAR or any(t.text in {",", ";", "."} for t in between):
        return None
    if between and between[-1].pos_ in {"DET", "ADP", "NOUN", "ADJ"}:
        return None  # the marks hold words of the object (`dénonce une « escalade »`), not what is said
    return quote if len(quote.of(doc.text).split()) > 1 else None


def que_clause(cue: Cue, doc: Doc, quotes: Quotes, limit: int) -> Span | None:
    """`X dit que A, que B et que C`: from `que` to the end of the clause, coordinated clauses included."""
    head = doc[cue.head]
    for token in doc[cue.tokens[1] + 1 : head.sent.end]:
        if token.lower_ in {"que", "qu'", "qu’"} and quotes.at(token.idx) is None:
            if token.dep_ not in {"mark", "fixed", "dep", "obj"} or token.pos_ == "PRON" and token.dep_ == "obj":
                return None
            inner = token.head if token.head.i > token.i else token
            return trimmed(doc.text, token.idx, clause_end(inner, quotes, limit))
        if token.text in {";", ":"} or (token.pos_ == "VERB" and token.morph.get("VerbForm") == ["Fin"]):
            return None
    return None


def infinitive(cue: Cue, doc: Doc, quotes: Quotes, limit: int) -> Span | None:
    """`X affirme avoir`, `X promet de`: the infinitive with what marks it and what depends on it."""
    head = doc[cue.head]
    for child in head.rights:
        if (
            child.i > cue.tokens[1]
            and child.dep_ in {"xcomp", "ccomp", "obl:arg", "advcl", "obj"}
            and _is_infinitive(child)
        ):
            first = min([child.i, *(t.i for t in child.lefts if t.i > cue.tokens[1])])
            if any(t.text in {",", ":"} for t in doc[cue.tokens[1] + 1 : first]):
                return None
            if first > 0 and doc[first].dep_ == "mark" and doc[first].lower_ in {"pour", "sans", "afin"}:
                return None
            return trimmed(doc.text, doc[first].idx, clause_end(child, quotes, limit))
    return None


def relative_object(cue: Cue, doc: Doc) -> bool:
    """Say whether a verb's object is a relative pronoun (`les mesures qu'il a annoncées`): its content is behind it."""
    head = doc[cue.head]
    return any(c.lower_ in {"que", "qu'", "qu’"} and c.pos_ == "PRON" and c.i < head.i for c in head.children)


def _is_infinitive(token: Token) -> bool:
    if token.morph.get("VerbForm") == ["Inf"]:
        return True
    return any(c.dep_ in {"aux:tense", "aux:pass", "cop"} and c.morph.get("VerbForm") == ["Inf"] for c in token.lefts)


def object_phrase(cue: Cue, doc: Doc, quotes: Quotes, limit: int) -> Span | None:
    """`X dément toute implication`: the object with all of its complements."""
    head = doc[cue.head]
    for child in head.rights:
        if (
            child.dep_ in {"obj", "obl:arg"}
            and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}
            and child.i > cue.tokens[1]
        ):
            first = child.left_edge.i
            if first <= cue.tokens[1] or any(t.text in {",", ":"} for t in doc[cue.tokens[1] + 1 : first]):
                return None
            if child.lower_ in {"qui", "que", "lui", "leur", "le", "la", "les"} or child.lower_ in TIMES:
                continue
            return trimmed(doc.text, doc[first].idx, phrase_end(child, quotes, limit))
    return None


def rest_of_clause(cue: Cue, source: Range | None, doc: Doc, quotes: Quotes, limit: int) -> Span | None:
    """`X appelle Y à A`, `X accuse Y de A`: everything that depends on the verb behind it."""
    head = doc[cue.head]
    inside = range(source[0], source[1] + 1) if source else range(0)
    # A phrase such as `faire état` governs through its noun.
    governed = [*head.rights, *(c for t in doc[cue.head + 1 : cue.tokens[1] + 1] for c in t.rights)]
    wanted = [
        c
        for c in sorted(governed, key=lambda c: c.i)
        if c.i > cue.tokens[1]
        and c.i not in inside
        and not c.is_punct
        and c.dep_ in {"obj", "xcomp", "obl:arg", "iobj", "ccomp", "nmod", "acl", "obl:mod", "advcl"}
    ]
    if not wanted:
        return None
    while wanted and wanted[0].dep_ in {"obl:mod", "advmod"} and len(wanted) > 1:
        wanted.pop(0)
    first = max(wanted[0].left_edge.i, cue.tokens[1] + 1)
    return trimmed(doc.text, doc[first].idx, phrase_end(wanted[-1], quotes, limit))
