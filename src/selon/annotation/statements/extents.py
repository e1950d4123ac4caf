"""Where what is said ends: the parser's subtrees, mended by punctuation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.annotation.statements.quotes import Quotes
from selon.text import Span, stripped

if TYPE_CHECKING:
    from spacy.tokens import Token

_EDGES = " \t\n\u00a0\u202f,;:–—-"
_INSIDE_CLAUSE = frozenset({"'", "’", "-", "«", "“", "("})
_PHRASE_STOPS = frozenset({";", ":", "—", "–", ".", "!", "?"})
_NEW_CLAUSE = frozenset({"VERB", "AUX", "SCONJ", "CCONJ", "PRON"})
_HANGS_BEFORE = frozenset({"det", "case", "amod", "advmod", "nummod", "mark", "punct"})


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a span without spaces, commas and dashes at its ends, nor the full stop behind it; None if empty."""
    span = stripped(text, start, end, _EDGES)
    if span is None:
        return None
    if text[span.end - 1] == "." and not text[max(span.start, span.end - 3) : span.end].startswith(".."):
        span = stripped(text, span.start, span.end - 1, _EDGES)
    return span


def clause_end(head: Token, quotes: Quotes, limit: int) -> int:
    """Return where the clause of a head ends, a character offset: its subtree, grown to the next stop.

    `limit` is where it must end at the latest.
    """
    doc, sentence_end = head.doc, head.sent.end - 1
    last = min(head.right_edge.i, sentence_end)
    while last < sentence_end and not _ends_clause(doc[last + 1], quotes):
        last += 1
    return _with_quotation(head, last, quotes, limit)


def phrase_end(head: Token, quotes: Quotes, limit: int) -> int:
    """Return where the phrase of a head ends: its subtree without what a comma sets apart, save for a list.

    A phrase that the parser cut too early grows to the next stop or verb.
    """
    doc, sentence_end = head.doc, head.sent.end - 1
    edge = min(head.right_edge.i, sentence_end)
    last = head.i
    while last < sentence_end:
        token = doc[last + 1]
        if quotes.at(token.idx) is None:
            if token.is_space or token.text in _PHRASE_STOPS:
                break
            if token.text == "," and not (last + 1 < edge and _lists_on(doc[last + 2], edge)):
                break
            if last >= edge and (token.dep_ == "cc" or token.pos_ in _NEW_CLAUSE):
                break
        last += 1
    return _with_quotation(head, last, quotes, limit)


def _with_quotation(head: Token, last: int, quotes: Quotes, limit: int) -> int:
    """Return the end of the last token, or of a quotation that the phrase ends in the middle of."""
    doc = head.doc
    end = int(doc[last].idx + len(doc[last]))
    quote = quotes.at(end - 1)
    if quote is not None and quote.start > doc[head.left_edge.i].idx:
        end = max(end, quote.end)
    return min(end, limit)


def _lists_on(token: Token, edge: int) -> bool:
    """Say whether a list goes on behind a comma: what follows is coordinated with what stands before."""
    while token.dep_ in _HANGS_BEFORE and token.i < token.head.i <= edge:
        token = token.head
    return token.dep_ == "cc" or (token.dep_ == "conj" and token.morph.get("VerbForm", []) != ["Fin"])


def _ends_clause(token: Token, quotes: Quotes) -> bool:
    outside = token.is_punct and token.text not in _INSIDE_CLAUSE and quotes.at(token.idx) is None
    return bool(outside or token.is_space)
