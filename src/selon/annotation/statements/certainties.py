"""Certainty: how sure of a content the wording says that its speaker, or the article itself, is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from selon.annotation.statements.reading import Reading, Said, low
from selon.lexicon import Lexicon
from selon.model import Certainty, Form

if TYPE_CHECKING:
    from spacy.tokens import Token


def certainty_of(said: Said, form: Form, reading: Reading) -> Certainty:
    """Return the certainty of a statement: `conditional` when the article itself withholds its guarantee.

    The conditional of reported speech (`il a dit qu'il viendrait`) is a future and no reserve; the past one
    (`aurait été`) is one, and so is any conditional in a content that no `que` hangs on a past verb.
    """
    if form != "direct" and _is_conditional(said, reading):
        return "conditional"
    words = " ".join(span.of(reading.text) for span in said.content)
    words = words.lower().replace("’", "'").replace("\u00a0", " ")
    for certainty, pattern in certainties(reading.lexicon).items():
        if pattern.search(words):
            return certainty
    return "certain"


@cache
def certainties(lexicon: Lexicon) -> dict[Certainty, re.Pattern[str]]:
    """Return a pattern for each certainty that a content's wording can show."""
    return {certainty: _any_of(words) for certainty, words in lexicon.hedges.certainty.items()}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in longest_first) + r")\b")


def _is_conditional(said: Said, reading: Reading) -> bool:
    doc, words = reading.doc, reading.words
    if said.cue and any(t.lower_ in words.reserves for t in doc[said.cue[0] : said.anchor]):
        return True
    for span in said.content:
        tokens = doc.char_span(span.start, span.end, alignment_mode="contract")
        if tokens is None:
            continue
        hypothesis = any(low(t) in words.suppositions and t.pos_ == "SCONJ" for t in tokens)
        for token in tokens:
            if token.lower_ in words.reserves and not hypothesis and _withholds(token, said):
                return True
    return False


def _withholds(token: Token, said: Said) -> bool:
    """Say whether a conditional is the article's own reserve: a past one always, a present one without a past cue."""
    past = token.dep_.startswith("aux") and token.head.morph.get("VerbForm", []) == ["Part"]
    is_verb = token.doc[said.anchor].pos_ in {"VERB", "AUX"}
    reported = said.cue is not None and is_verb and said.cue[0] != said.anchor
    return past if reported else True
