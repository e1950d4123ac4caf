"""Sources: whose words a cue attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.annotation.contents import TIMES
from selon.annotation.cues import Cue
from selon.annotation.grammar import Range, noun_phrase, span_of, subject
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PRONOUNS = frozenset(
    {"il", "elle", "ils", "elles", "on", "je", "nous", "-il", "-elle", "-ils", "-elles", "-on", "-je"}
)
_NO_SOURCE = frozenset(
    {"on", "ce", "c'", "c’", "ça", "cela", "ceci", "que", "qu'", "qu’", "rien", "personne", "-on", "-ce", "-t", "t"}
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def source_of(cue: Cue, doc: Doc) -> Range | None:
    """Return the tokens of a cue's source; None when the text has none."""
    if cue.kind in {"preposition", "opinion"}:
        return _after_preposition(cue, doc)
    head = doc[cue.head]
    if cue.passive:
        agent = next((c for c in head.children if c.dep_ == "obl:agent"), None)
        return noun_phrase(agent) if agent is not None else None
    inverted = _inverted(cue, doc)
    if inverted:
        return inverted
    found = subject(head)
    if found is None or found.lower_ in _NO_SOURCE:
        return None
    if found.lower_ in {"qui"}:
        return None
    return noun_phrase(found)


def written(doc: Doc, source: Range) -> Span:
    """Return the characters of a source. Of an inverted pronoun (`-t-il`) the hyphen stays outside."""
    span = span_of(doc, source)
    words = doc.text[span.start : span.end]
    cut = len(words) - len(words.lstrip("-–"))
    return Span(span.start + cut, span.end) if cut < len(words) else span


def _inverted(cue: Cue, doc: Doc) -> Range | None:
    """Find a pronoun or a noun phrase right behind the verb (`a-t-il dit`, `a déclaré X`), or inside its group."""
    head = doc[cue.head]
    for token in doc[max(0, head.i - 4) : head.i]:
        if token.lower_ in _PRONOUNS and token.text.startswith("-") and token.sent.start == head.sent.start:
            return token.i, token.i
    after = cue.tokens[1] + 1
    if after < len(doc) and doc[after].lower_ in _PRONOUNS and doc[after].text.startswith("-"):
        return after, after
    if after < len(doc) and doc[after].text in {"-", "-t", "-t-"}:
        for token in doc[after : after + 3]:
            if token.lower_ in _PRONOUNS or token.lower_.lstrip("-") in _PRONOUNS:
                return token.i, token.i
    return None


def following_phrase(cue: Cue, doc: Doc) -> Range | None:
    """Return the noun phrase that stands right behind a verb, where only a subject can stand (`« A », dit X`)."""
    end = head_end = cue.tokens[1]
    limit = doc[head_end].sent.end
    for token in doc[end + 1 : min(limit, end + 7)]:
        if token.is_punct or token.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ"}:
            return None
        if token.pos_ in {"ADV", "SPACE"} or token.lower_ in TIMES:
            continue
        if token.pos_ == "ADP":
            return None
        return _phrase_from(doc, token, limit)
    return None


def _phrase_from(doc: Doc, first: Token, limit: int) -> Range | None:
    """Return the noun phrase that starts at a token."""
    head = first
    while (
        head.head.i > head.i
        and head.head.i < limit
        and head.dep_ in {"det", "amod", "nummod", "advmod", "case", "compound"}
    ):
        head = head.head
    if head.pos_ not in _NOMINAL:
        return None
    start, end = noun_phrase(head)
    return min(first.i, start) if start >= first.i else first.i, max(end, head.i)


def _after_preposition(cue: Cue, doc: Doc) -> Range | None:
    """Return the noun phrase behind `selon`."""
    if cue.tokens[1] + 1 >= len(doc):
        return None
    first = doc[cue.tokens[1] + 1]
    if first.is_punct or first.pos_ in {"VERB", "AUX", "ADP", "SCONJ"} or first.lower_ in _NO_SOURCE:
        return None
    return _phrase_from(doc, first, first.sent.end)
