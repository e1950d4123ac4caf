"""Concepts: what the words of a statement stand for, so that different words for one thing meet.

A state is one under all of its names (`Pyongyang`, `nord-coréen`), the words of one row of the lexicon's synonyms are
one (`envoyer`, `déploiement`), numbers are told from words. Nothing else is known of meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from selon.lexicon import Lexicon
from selon.link.words import STEM, TOKEN, plain, stem
from selon.text import Span

STATE, ROW, COUNT, NUMBER = "@", "~", "#", "="
"""What a concept starts with: a state or one of its bodies, a row of synonyms, the question `how many` (followed by
what is counted, if that is known), a number. All other concepts are stems."""

SHORTEST_ADJECTIVE = 5
"""Letters of the shortest single word without a capital that is taken for a state's name: the adjectives are longer."""


@dataclass(frozen=True, slots=True)
class Concepts:
    """The look-ups over one language: stems to rows, words of names to states."""

    language: str
    stopwords: frozenset[str]
    rows: Mapping[str, str]
    names: Mapping[tuple[str, ...], str]
    longest: int
    counting: frozenset[str]
    empty: frozenset[str]
    weighing: frozenset[str]

    def of(self, text: str, within: Iterable[Span]) -> list[str]:
        """Return the concepts of the spans `within` of a text, in their order, the empty ones left out."""
        return [c for span in within for c in self._of(text, span) if c not in self.empty]

    def of_word(self, word: str) -> str:
        """Return the concept of one word that stands in no text."""
        found = stem(word.lower(), self.language)
        return self.rows.get(found, found)

    def _of(self, text: str, span: Span) -> Iterator[str]:
        words = [m.group() for m in TOKEN.finditer(text, span.start, span.end)]
        keys = [plain(word) for word in words]
        at = 0
        while at < len(words):
            state, width = self._state(words, keys, at)
            if state:
                yield STATE + state
            elif words[at][0].isdigit():
                yield NUMBER + keys[at]
            else:
                yield from self._word(words[at].lower())
            at += width

    def _state(self, words: list[str], keys: list[str], at: int) -> tuple[str, int]:
        alone = words[at][0].isupper() or len(words[at]) >= SHORTEST_ADJECTIVE
        for width in range(min(self.longest, len(words) - at), 0 if alone else 1, -1):
            state = self.names.get(tuple(keys[at : at + width]))
            if state:
                return state, width
        return "", 1

    def _word(self, small: str) -> Iterator[str]:
        if len(small) == 1 or small in self.stopwords:
            return
        found = stem(small, self.language)
        if found in self.counting:
            yield COUNT
        elif found not in self.stopwords:
            yield self.rows.get(found, found)


@lru_cache(maxsize=4)
def concepts(lexicon: Lexicon) -> Concepts:
    """Return the look-ups over a language's lexicon, built once."""
    language, words = lexicon.language, lexicon.synonyms
    rows: dict[str, str] = {}
    for row in words.rows:
        for word in row:
            for form in _stems(word, language):
                rows.setdefault(form, ROW + row[0])
    names = dict(_names(lexicon))
    return Concepts(
        language=language,
        stopwords=frozenset(lexicon.stopwords.words),
        rows=rows,
        names=names,
        longest=max(map(len, names)),
        counting=frozenset(stem(word, language) for word in words.count),
        empty=frozenset(form for word in words.empty for form in _stems(word, language)),
        weighing=frozenset(ROW + word for word in words.weighing),
    )


def _stems(word: str, language: str) -> set[str]:
    """Return the stems of a word and, for a verb, those of its participles, whose dictionary form is their own."""
    forms = {word}
    if word.endswith("er"):
        forms |= {word[:-2] + "é", word[:-2] + "ant"}
    elif word.endswith("ir"):
        forms.add(word[:-1])
    return {stem(form, language) for form in forms} | {plain(form)[:STEM] for form in forms}


def _names(lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the words of every name with the state it leads to; a later one wins, so that states come last."""
    for body in lexicon.seats.bodies:
        for name in (body.name, *body.aliases):
            yield _key(name), body.voice_of or body.name
    for state in lexicon.states.states:
        for name in (*state.names, *state.seats, *state.adjectives):
            if not lexicon.states.leaves(name, state):
                yield _key(name), state.name


def _key(name: str) -> tuple[str, ...]:
    return tuple(plain(m.group()) for m in TOKEN.finditer(name))
