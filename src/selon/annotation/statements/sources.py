"""Sources: whose words a cue attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.annotation.grammar import Range, noun_phrase, span_of, subject
from selon.annotation.statements.cues import Cue
from selon.annotation.statements.reading import Reading, low
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUXILIARY_DISTANCE = 6  # tokens between an auxiliary and its participle: pronouns, adverbs
_SUBJECT_DISTANCE = 7  # tokens behind a verb in which its subject starts: adverbs and days between
_AUDIENCE = 3  # tokens behind the preposition in which the audience is named
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_HANGS_BEFORE = frozenset({"det", "amod", "nummod", "advmod", "case", "compound"})


def source_of(cue: Cue, reading: Reading) -> Range | None:
    """Return the tokens of a cue's source; None when the text has none."""
    if cue.kind in {"preposition", "opinion"}:
        return _after_preposition(cue, reading)
    head = reading.doc[cue.head]
    if cue.mistaken:
        return _just_before(head)
    if cue.passive:
        agent = next((c for c in head.children if c.dep_ == "obl:agent"), None)
        bare = agent is not None and agent.pos_ == "NOUN" and not any(c.dep_ == "det" for c in agent.lefts)
        return None if agent is None or bare else noun_phrase(agent)  # `par radio` is a means
    inverted = inverted_pronoun(cue, reading)
    if inverted:
        return inverted
    found = subject(head, reading.words)
    if found is not None and found.pos_ == "VERB":
        return _just_before(reading.doc[cue.tokens[0]])  # the parser took a participle for the subject
    return None if found is None or low(found) in reading.words.not_sources else noun_phrase(found)


def subject_for(source: Range, anchor: int, reading: Reading) -> Range | None:
    """Return whose words they are where the source is a pronoun that can only be an object (`les qualifiant de X`).

    None when it is no such pronoun, or its verb has no subject either.
    """
    first, last = source
    if first != last or low(reading.doc[first]) not in reading.words.never_subjects:
        return None
    found = subject(reading.doc[anchor], reading.words)
    return noun_phrase(found) if found is not None and found.i != first else None


def stressed(source: Range, reading: Reading) -> Range | None:
    """Return the name that a pronoun between commas only stresses: in `La compagnie, elle, dément`, the company."""
    doc, (first, last) = reading.doc, source
    if first != last or not 0 < first < len(doc) - 1 or low(doc[first]) not in reading.words.persons:
        return None
    return _just_before(doc[first - 1]) if doc[first - 1].text == doc[first + 1].text == "," else None


def speaking_there(source: Range, cue: Range, reading: Reading) -> Range | None:
    """Return who speaks where the source is only the place of it: in `dans un communiqué, le club affirme`, the club.

    None when the source is no such place, or nobody stands between it and the verb.
    """
    doc = reading.doc
    if not source[0] or low(doc[source[0] - 1]) != "dans":
        return None
    between = doc[source[1] + 1 : cue[0]]
    last = next((t.i for t in reversed(between) if t.pos_ not in {"ADV", "PRON"} or t.is_punct), -1)
    if len(between) < 2 or between[0].text != "," or doc[last].pos_ not in _NOMINAL:  # noqa: PLR2004 a comma, a name
        return None
    return (between[1].i, last) if not any(t.is_punct for t in between[1:]) else None


def _just_before(token: Token) -> Range | None:
    """Return the noun phrase that ends right before a token, whatever the tree says of the two."""
    last = token.i - 1
    while last > token.sent.start and token.doc[last].pos_ in {"ADV", "PRON"}:
        last -= 1
    if token.doc[last].text == ",":  # an apposition stands between (`La compagnie, qui …, dément`)
        commas = [t.i for t in token.doc[token.sent.start : last] if t.text == ","]
        last = commas[-1] - 1 if commas else last
    head = token.doc[last]
    if last < token.sent.start or head.pos_ not in _NOMINAL:
        return None
    first, _ = noun_phrase(head)
    while head.head.i < head.i and head.head.pos_ in _NOMINAL and head.head.i >= token.sent.start:
        head = head.head
        first = min(first, noun_phrase(head)[0])
    return first, last


def written(reading: Reading, source: Range) -> Span:
    """Return the characters of a source. Of an inverted pronoun (`-t-il`) the hyphen stays outside."""
    span = span_of(reading.doc, source)
    words = span.of(reading.text)
    cut = len(words) - len(words.lstrip("-–"))
    return Span(span.start + cut, span.end) if cut < len(words) else span


def inverted_pronoun(cue: Cue, reading: Reading) -> Range | None:
    """Find the pronoun behind a verb or behind its auxiliary (`dit-il`, `a-t-elle ajouté`).

    It is looked up in the characters: tokenizers cut `-t-il` in several ways.
    """
    head = reading.doc[cue.head]
    first = max(head.sent.start, head.i - _AUXILIARY_DISTANCE)
    for token in (head, *reversed(reading.doc[first : head.i])):
        found = reading.hung_pronoun(token)
        if found and (token.i == head.i or token.pos_ in {"AUX", "VERB"}):
            span = reading.doc.char_span(*found, alignment_mode="expand")
            return (span.start, span.end - 1) if span is not None else None
    return None


def following_phrase(cue: Cue, reading: Reading) -> Range | None:
    """Return the noun phrase that stands right behind a verb, where only a subject can stand (`« A », dit X`)."""
    doc, end = reading.doc, past_audience(cue.tokens[1], reading)
    limit = doc[end].sent.end
    for token in doc[end + 1 : min(limit, end + _SUBJECT_DISTANCE)]:
        if token.is_punct or token.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ", "ADP"}:
            return None
        if token.pos_ not in {"ADV", "SPACE"} and low(token) not in reading.words.moments:
            found = _phrase_from(token, limit)
            return _without_audience(found, reading) if found else None
    return None


def past_audience(last: int, reading: Reading) -> int:
    """Return the token behind which a subject may stand: the verb, or those to whom it was said (`à la presse`)."""
    doc = reading.doc
    if last + 2 >= len(doc) or low(doc[last + 1]) not in reading.words.telling:
        return last
    told = _phrase_from(doc[last + 2], doc[last].sent.end)
    if told is None or told[1] + 1 >= len(doc) or doc[told[1] + 1].pos_ not in {"DET", "PROPN"}:
        return last
    return told[1]


def _without_audience(source: Range, reading: Reading) -> Range:
    """Cut a source where those to whom it spoke are named (`a dit X aux journalistes`)."""
    for token in reading.doc[source[0] + 1 : source[1] + 1]:
        if low(token) in reading.words.telling:
            told = reading.doc[token.i + 1 : token.i + 1 + _AUDIENCE]
            if any(low(t) in reading.words.audiences for t in told):
                return source[0], token.i - 1
    return source


def _phrase_from(first: Token, limit: int) -> Range | None:
    """Return the noun phrase that starts at a token."""
    head = first
    while head.i < head.head.i < limit and head.dep_ in _HANGS_BEFORE:
        head = head.head
    if first.pos_ == "DET" and head.i == first.i and first.i + 1 < limit:
        head = first.nbor()  # a noun that the tagger took for something else: its article tells
    elif head.pos_ not in _NOMINAL and first.pos_ != "DET":
        return None
    return first.i, max(noun_phrase(head)[1], head.i)


def _after_preposition(cue: Cue, reading: Reading) -> Range | None:
    """Return the noun phrase behind `selon`. In `de source policière` the noun belongs to the source."""
    doc = reading.doc
    last = doc[cue.tokens[1]]
    if low(last) in reading.words.anonymous:
        return _phrase_from(last, last.sent.end)
    if last.i + 1 >= len(doc):
        return None
    first = doc[last.i + 1]
    speaks = low(first) not in reading.words.not_sources or first.pos_ == "DET"
    if first.is_punct or first.pos_ in {"VERB", "AUX", "ADP", "SCONJ"} or not speaks:
        return None
    return _phrase_from(first, first.sent.end)
