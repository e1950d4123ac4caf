"""Relays: who stands between the article and the speaker (`selon l'agence X, qui cite Y` : Y speaks, X passes on)."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from selon.annotation.grammar import Range, noun_phrase, span_of, subject
from selon.annotation.statements.reading import Reading, Said, low
from selon.lexicon import Lexicon
from selon.model import Statement

_VERBS = frozenset({"VERB", "AUX"})
_REACH = 25  # tokens behind a cue in which the one that is cited, or the one that was told, is named
_NEAR = 8  # tokens between a verb of saying and the medium that was told (`a dit X à l'agence Y`)


def is_medium(words: str, lexicon: Lexicon) -> bool:
    """Say whether an expression names a medium or an agency, by its name or by its kind (`le quotidien`)."""
    names, kinds = _media(lexicon)
    return names.search(words) is not None or kinds.match(words) is not None


@cache
def _media(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    outlets = (*lexicon.outlets.agencies, *lexicon.outlets.media)
    names = sorted({n for o in outlets for n in (o.name, *o.forms)}, key=lambda n: (-len(n), n))
    kinds = "|".join(re.escape(k) for k in lexicon.cues.media_kinds)
    # A kind of medium is one as the head of a phrase only: `un point de presse` is none.
    head = re.compile(rf"(?:\w+['’ ] ?)?(?:{kinds})\b", re.IGNORECASE)
    return re.compile(r"\b(?:" + "|".join(re.escape(n) for n in names) + r")\b"), head


def cited_behind(said: Said, reading: Reading) -> Range | None:
    """Return whom a statement's source cites: `selon X, qui cite Y`, `l'agence X a rapporté, citant Y`; None if nobody.

    Behind a verb only a medium passes on what it cites: anybody else who cites somebody says it himself.
    """
    doc, lexicon, source = reading.doc, reading.lexicon, said.source
    if source is None or said.cue is None:
        return None
    spoken = doc[said.anchor].pos_ in _VERBS
    if spoken and not is_medium(span_of(doc, source).of(reading.text), lexicon):
        return None
    start = max(source[1], said.cue[1]) + 1
    for token in doc[start : min(start + _REACH, doc[said.anchor].sent.end)]:
        if token.lower_ in lexicon.cues.citing:
            for behind in doc[token.i + 1 : min(token.i + 5, token.sent.end)]:
                if behind.pos_ in {"NOUN", "PROPN"}:
                    return noun_phrase(behind)
    return None


def passing_on(said: Said, reading: Reading) -> Range | None:
    """Return who passes on what a statement's source says: X in `selon X, qui cite Y`, where Y is the source."""
    doc, source, cue = reading.doc, said.source, said.cue
    if source is None or cue is None or source[0] <= cue[1] + 1:
        return None
    citing = [t.i for t in doc[cue[1] + 1 : source[0]] if low(t) in reading.lexicon.cues.citing]
    if not citing:
        return None
    if doc[said.anchor].pos_ in _VERBS:
        head = subject(doc[said.anchor], reading.words)
    else:
        head = next((t for t in doc[cue[1] + 1 : citing[0]] if t.pos_ in {"NOUN", "PROPN"}), None)
    found = noun_phrase(head) if head is not None else None
    return found if found is not None and found[1] < citing[0] else None


def told_to(said: Said, reading: Reading) -> str | None:
    """Return the medium to which somebody spoke: `a déclaré X à l'agence Y`."""
    doc, source = reading.doc, said.source
    if said.cue is None or doc[said.anchor].pos_ not in _VERBS:
        return None
    start = max(said.cue[1], source[1] if source and source[0] > said.anchor else 0) + 1
    for token in doc[start : min(start + _NEAR, doc[said.anchor].sent.end)]:
        if low(token) in reading.words.telling and token.i + 1 < len(doc):
            head = token.head if token.dep_ == "case" and token.head.i > token.i else doc[token.i + 1]
            words = span_of(doc, noun_phrase(head)).of(reading.text)
            if is_medium(words, reading.lexicon):
                return words
        if token.text in {":", ";", "«", "“"} or low(token) in reading.words.complementizers:
            return None
    return None


def nested(statements: list[Statement], text: str, lexicon: Lexicon) -> list[Statement]:
    """Return statements with what a medium passes on given to those who said it.

    Where the content of a medium's statement holds a whole statement of somebody else (`Selon l'agence X, le
    ministre a dit que …`), that one stands, with the medium as its outermost relay.
    """
    kept = dict(enumerate(statements))
    for number, outer in enumerate(statements):
        if outer.source is None or not is_medium(outer.source.of(text), lexicon):
            continue
        inside = [
            i
            for i, s in kept.items()
            if i != number and s.source and s.cue and any(c.contains(s.cue) for c in outer.content)
        ]
        name = outer.source.of(text)
        for i in inside:
            if name not in kept[i].relay:
                kept[i] = msgspec.structs.replace(kept[i], relay=(name, *kept[i].relay))
        if inside:
            del kept[number]
    return list(kept.values())
