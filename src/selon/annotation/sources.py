"""Sources: whose words a cue attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selon.annotation.contents import TIMES
from selon.annotation.cues import Cue
from selon.annotation.grammar import Range, noun_phrase, span_of, subject
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HYPHENS = frozenset("-‐‑–")
_INVERTED = re.compile(r"[ \u00a0]?[-‐‑–](?:t[-‐‑–’' ])?(?P<pronoun>ils?|elles?|on)\b", re.IGNORECASE)
_AUXILIARY_DISTANCE = 6  # tokens between an auxiliary and its participle: pronouns, adverbs
_NO_SOURCE = frozenset(
    {
        "on",
        "je",
        "j'",
        "j’",
        "nous",
        "tu",
        "vous",
        "ce",
        "c'",
        "c’",
        "ça",
        "cela",
        "ceci",
        "que",
        "qu'",
        "qu’",
        "rien",
        "personne",
        "-on",
        "-ce",
        "-t",
        "t",
    }
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
    inverted = inverted_pronoun(cue, doc)
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


def inverted_pronoun(cue: Cue, doc: Doc) -> Range | None:
    """Find the pronoun behind a verb or behind its auxiliary (`dit-il`, `a-t-elle ajouté`).

    It is looked up in the characters: tokenizers cut `-t-il` in several ways.
    """
    head = doc[cue.head]
    first = max(head.sent.start, head.i - _AUXILIARY_DISTANCE)
    for token in (head, *reversed(doc[first : head.i])):
        match = _INVERTED.match(doc.text, token.idx + len(token))
        if match and (token.i == head.i or token.pos_ in {"AUX", "VERB"}):
            found = doc.char_span(match.start("pronoun"), match.end("pronoun"), alignment_mode="expand")
            return (found.start, found.end - 1) if found is not None else None
    return None


def is_inverted(source: Range, doc: Doc) -> bool:
    """Say whether a source is a pronoun hung on a verb by a hyphen."""
    token = doc[source[0]]
    return token.text[0] in _HYPHENS or (token.idx > 0 and doc.text[token.idx - 1] in _HYPHENS)


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
    if doc[cue.tokens[1]].lower_ == "source":
        return _phrase_from(doc, doc[cue.tokens[1]], doc[cue.head].sent.end)
    first = doc[cue.tokens[1] + 1]
    if first.is_punct or first.pos_ in {"VERB", "AUX", "ADP", "SCONJ"} or first.lower_ in _NO_SOURCE:
        return None
    return _phrase_from(doc, first, first.sent.end)
