"""Who counted: the giver of a figure that stands in no statement, named as whoever counted (`recensés par la police`).

`contre 27 000 samedi dernier` and `dont 7000 à Paris` go on with the count before them: they are its giver's too.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from selon.annotation.actors.voices import Voices
from selon.annotation.draft import Draft
from selon.annotation.grammar import SUBJECTS, noun_phrase, span_of
from selon.annotation.lemmas import verb_lemmas
from selon.dates.grammar import any_of
from selon.lexicon import Counts
from selon.model import Figure
from selon.text import Span, folded

REACH = 60
"""Characters between a figure and the verb by which it is counted, and between that verb and who counts."""

SHARED = 120
"""Characters between a count and what goes on with it."""

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.;:!?\n«»“”\"()]")
_PARTICIPLE = ("é", "ée", "és", "ées")
_AGENT = re.compile(r" par (?=(?:l'|(?:le|la|les|un|une|des) )\w)")
_LEAST = 3
_NAMES = frozenset({"NOUN", "PROPN"})


@cache
def _against(words: Counts) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.recall_openers)} (?:les |le |la |un |une )?$")


class Tallying:
    """Finds who counted in a draft, and lets what goes on with a count be its giver's."""

    def __init__(self, draft: Draft) -> None:
        """Take a draft whose statements have their speakers."""
        self._draft = draft
        self._text = folded(draft.text)
        self._words = draft.lexicon.counts
        self._verbs = frozenset(self._words.counting_verbs)
        self._voices: Voices | None = None

    def counter(self, figure: Figure, following: int) -> str:
        """Return the name of who counted a figure, empty without one. `following` is where the next figure starts."""
        named = self._agent(figure, following) or self._subject(figure)
        if named is None:
            return ""
        if self._voices is None:
            self._voices = Voices(self._draft)
        actor = self._voices.of(named)
        return self._voices.actors[self._voices.add(named) if actor is None else actor].name

    def goes_on(self, figure: Figure, before: Figure) -> bool:
        """Say whether a figure goes on with the count before it: a part of it, or what it is compared with."""
        between = self._text[before.span.end : figure.span.start]
        if len(between) > SHARED or "\n" in between or figure.unit != before.unit:
            return False
        if figure.part_of == before.id:
            return True
        return not _BREAK.search(between) and _against(self._words).search(between) is not None

    def _agent(self, figure: Figure, following: int) -> Span | None:
        """Return who stands behind `par`: `40 maisons ont été recensées par la mairie`, `estimé à 40 par la mairie`."""
        behind = self._text[figure.span.end : min(figure.span.end + 2 * REACH, following)]
        stop = _BREAK.search(behind)
        behind = behind[: stop.start()] if stop else behind
        by = _AGENT.search(behind)
        if by is None:
            return None
        own = _WORD.findall(self._text[figure.span.start : figure.span.end])  # `estimé à` is its approximator
        if not any(self._counts(word) for word in (*own, *_WORD.findall(behind[: by.start()]))):
            return None
        return self._phrase(figure.span.end + by.end())

    def _counts(self, word: str) -> bool:
        return word.endswith(_PARTICIPLE) and not self._verbs.isdisjoint(verb_lemmas(word))

    def _subject(self, figure: Figure) -> Span | None:
        """Return the subject of the verb right in front of a figure: `la mairie a dénombré 40 maisons`."""
        doc = self._draft.tokens
        token = doc.char_span(figure.span.start, figure.span.start + 1, alignment_mode="expand")
        if token is None:
            return None
        for before in reversed(doc[max(0, token[0].i - _LEAST) : token[0].i]):
            if before.pos_ in {"VERB", "AUX"}:
                if self._words.counting_actively.isdisjoint(verb_lemmas(before.lower_)):
                    return None
                subject = next((c for c in before.lefts if c.dep_ in SUBJECTS and c.pos_ in _NAMES), None)
                return None if subject is None else span_of(doc, noun_phrase(subject))
        return None

    def _phrase(self, start: int) -> Span | None:
        """Return the noun phrase that starts at a place."""
        doc = self._draft.tokens
        first = doc.char_span(start, start + 1, alignment_mode="expand")
        if first is None:
            return None
        head = next((t for t in doc[first[0].i : first[0].i + _LEAST] if t.pos_ in _NAMES), None)
        if head is None:
            return None
        span = span_of(doc, noun_phrase(head))
        return Span(start, span.end) if span.end > start else None


def goes_on_with(figure: Figure, before: Figure) -> Figure:
    """Return a figure as given by whoever gave the one before it."""
    return msgspec.structs.replace(figure, speaker=before.speaker, giver="continued")
