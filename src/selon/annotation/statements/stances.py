"""Stance and certainty: what the wording of cue and content says of the speaker's attitude."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from selon.annotation.lemmas import verb_lemmas
from selon.annotation.statements.cues import Cue
from selon.annotation.statements.reading import Reading, low
from selon.lexicon import Lexicon
from selon.model import Certainty, Form, Stance
from selon.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_CUE = 5  # tokens in front of a cue in which its negation or its modal verb stands


def stance_of(cue: Cue, content: Sequence[Span], reading: Reading) -> Stance:
    """Return the stance of a statement.

    A cue that is turned round (`ne confirme pas`, `ne peut pas confirmer`, `sans confirmer`) is `uncertain`, and
    so is a doubt that is owned (`reconnaît ne pas savoir`). A cue that only says leaves the word to the content.
    """
    stance = cue.verb.stance if cue.verb else "affirm"
    if stance in {"confirm", "deny"} and cue.verb and _is_turned_round(cue, reading):
        return "uncertain"
    if _refuses_to_tell(cue, content, reading):
        return "uncertain"
    if stance not in {"affirm", "confirm"}:
        return stance
    words = _folded(content, reading.text)
    for attitude, pattern in attitudes(reading.lexicon).items():
        if pattern.search(words) and (stance == "affirm" or attitude == "uncertain"):
            return attitude
    return stance


def certainty_of(cue: Cue, content: Sequence[Span], form: Form, reading: Reading) -> Certainty:
    """Return the certainty of a statement: `conditional` when the article itself withholds its guarantee.

    The conditional of reported speech (`il a dit qu'il viendrait`) is a future and no reserve; the past one
    (`aurait été`) is one, and so is any conditional in a content that no `que` hangs on a past verb.
    """
    if form != "direct" and _is_conditional(cue, content, reading):
        return "conditional"
    words = _folded(content, reading.text)
    for certainty, pattern in certainties(reading.lexicon).items():
        if pattern.search(words):
            return certainty
    return "certain"


@cache
def attitudes(lexicon: Lexicon) -> dict[Stance, re.Pattern[str]]:
    """Return a pattern for each stance that a content's wording can show."""
    return {stance: _any_of(words) for stance, words in lexicon.hedges.attitudes.items()}


@cache
def certainties(lexicon: Lexicon) -> dict[Certainty, re.Pattern[str]]:
    """Return a pattern for each certainty that a content's wording can show."""
    return {certainty: _any_of(words) for certainty, words in lexicon.hedges.certainty.items()}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in longest_first) + r")\b")


def _folded(content: Sequence[Span], text: str) -> str:
    return " ".join(span.of(text) for span in content).lower().replace("’", "'").replace("\u00a0", " ")


def _refuses_to_tell(cue: Cue, content: Sequence[Span], reading: Reading) -> bool:
    """Say whether what is refused or not wished is to confirm or to deny (`refuse de confirmer`)."""
    if cue.verb is None or "inf" not in cue.verb.frames:
        return False
    language, hedges = reading.lexicon.language, reading.lexicon.hedges
    refused = cue.verb.lemma in hedges.refusals or _is_turned_round(cue, reading)
    first = reading.doc.char_span(content[0].start, content[0].end, alignment_mode="expand")
    verbs = {v.lemma for v in reading.lexicon.cues.verbs if v.stance in {"confirm", "deny"} or v.lemma == "commenter"}
    if not refused or first is None:
        return False
    return any(verbs & set(verb_lemmas(t.lower_, language)) for t in first[:3])


def _is_turned_round(cue: Cue, reading: Reading) -> bool:
    head, hedges = reading.doc[cue.head], reading.lexicon.hedges
    first = max(head.sent.start, cue.tokens[0] - _BEFORE_CUE)
    for token in head.doc[first : cue.tokens[1] + 3]:
        if token.i != head.i and token.lower_ in hedges.negations and abs(token.i - head.i) <= _BEFORE_CUE:
            return any(low(t) in hedges.negators for t in head.doc[first : head.i])
        if token.i < head.i and any(v in hedges.refusals for v in verb_lemmas(token.lower_, reading.lexicon.language)):
            return True
    return False


def _is_conditional(cue: Cue, content: Sequence[Span], reading: Reading) -> bool:
    doc, words = reading.doc, reading.words
    if any(t.lower_ in words.reserves for t in doc[cue.tokens[0] : cue.head]):
        return True
    for span in content:
        tokens = doc.char_span(span.start, span.end, alignment_mode="contract")
        if tokens is None:
            continue
        hypothesis = any(low(t) in words.suppositions and t.pos_ == "SCONJ" for t in tokens)
        for token in tokens:
            if token.lower_ in words.reserves and not hypothesis and _withholds(token, cue):
                return True
    return False


def _withholds(token: Token, cue: Cue) -> bool:
    """Say whether a conditional is the article's own reserve: a past one always, a present one without a past cue."""
    past = token.dep_.startswith("aux") and token.head.morph.get("VerbForm", []) == ["Part"]
    reported = cue.kind != "preposition" and cue.tokens[0] != cue.head
    return past if reported else True
