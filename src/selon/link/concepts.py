"""Concepts: what the words of a statement stand for, so that different words for one thing meet.

A state is one under all of its names (`Pyongyang`, `nord-coréen`), the words of one row of the lexicon's synonyms are
one (`envoyer`, `déploiement`), numbers are told from words. Nothing else is known of meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from selon.lexicon import Lexicon
from selon.link.words import STEM, TOKEN, dictionary_form, lemma, plain, stem
from selon.text import Span

STATE, ROW, COUNT, NUMBER = "@", "~", "#", "="
"""What a concept starts with: a state or one of its bodies, a row of synonyms, the question `how many` (followed by
what is counted, if that is known), a number. All other concepts are stems."""

SHORTEST_ADJECTIVE = 5
"""Letters of the shortest single word without a capital that is taken for a state's name: the adjectives are longer."""


@dataclass(frozen=True, eq=False)
class Concepts:
    """The look-ups over one language: stems to rows, words of names to states."""

    language: str
    stopwords: frozenset[str]
    whole: Mapping[str, str]
    rows: Mapping[str, str]
    names: Mapping[tuple[str, ...], str]
    capitals: frozenset[str]
    first: frozenset[str]
    longest: int
    counting: frozenset[str]
    numbers: frozenset[str]
    empty: frozenset[str]
    weighing: frozenset[str]
    dismissing: frozenset[str]
    alleging: frozenset[str]

    def of(self, text: str, within: Iterable[Span]) -> list[str]:
        """Return the concepts of the spans `within` of a text, in their order, those of empty words left out."""
        return self.of_words(tuple(TOKEN.findall(text, span.start, span.end)) for span in within)

    def of_words(self, passages: Iterable[Sequence[str]]) -> list[str]:
        """Return the concepts of passages that are given by their words, as `of` does."""
        return [c for words in passages for c in self._of(words)]

    @cached_property
    def of_all(self) -> Concepts:
        """These look-ups with the empty words among the others: how a thing was put."""
        return replace(self, empty=frozenset())

    def of_word(self, word: str) -> str:
        """Return the concept of one word that stands in no text, an empty string for an empty word."""
        return "" if self._is_empty(word.lower()) else self._known(word.lower())

    def dismisses(self, words: Iterable[str]) -> bool:
        """Say whether one of some words dismisses what was said before."""
        return any(stem(word.lower(), self.language) in self.dismissing for word in words)

    def _of(self, words: Sequence[str]) -> Iterator[str]:
        keys, at = [plain(word) for word in words], 0
        for i, word in enumerate(words):
            if i < at:
                continue  # inside the name of a state
            state, width = self.state(words, keys, i) if keys[i] in self.first else ("", 1)
            at = i + width
            if state:
                yield STATE + state
            elif word[0].isdigit():
                yield NUMBER + keys[i]
            elif concept := self._single(word):
                yield concept

    def state(self, words: Sequence[str], keys: Sequence[str], at: int) -> tuple[str, int]:
        """Return the state that the words from `at` on name, and how many they are. `keys` are the words made plain."""
        if keys[at] not in self.first:
            return "", 1
        alone = words[at][0].isupper() or len(words[at]) >= SHORTEST_ADJECTIVE
        for width in range(min(self.longest, len(words) - at), 0 if alone else 1, -1):
            state = self.names.get(tuple(keys[at : at + width]))
            if state:
                return state, width
        return "", 1

    @cached_property
    def _single(self) -> Callable[[str], str]:
        """The concept of a word that is no state's name and no number; empty for one that says nothing."""
        return lru_cache(maxsize=100_000)(self._word)

    def _word(self, word: str) -> str:
        small = word.lower()
        if len(small) == 1 or small in self.stopwords or self._is_empty(small):
            return ""
        found = stem(small, self.language)
        if plain(small) in self.numbers:
            return NUMBER + plain(small)
        if found in self.counting:
            return COUNT
        return self._known(small) if found not in self.stopwords else ""

    def _is_empty(self, small: str) -> bool:
        """Say whether a word says nothing by itself, by its whole form: `personne` and `personnel` share a stem."""
        return small in self.empty or lemma(small, self.language) in self.empty

    def _known(self, small: str) -> str:
        """Return the concept of a word: by its dictionary form, then by its stem, which `combat` and others share."""
        whole = self.whole.get(dictionary_form(small, self.language))
        found = stem(small, self.language)
        return whole or self.rows.get(found, found)


@lru_cache(maxsize=4)
def concepts(lexicon: Lexicon) -> Concepts:
    """Return the look-ups over a language's lexicon, built once."""
    language, words = lexicon.language, lexicon.synonyms
    rows: dict[str, str] = {}
    whole = {dictionary_form(word, language): ROW + row[0] for row in words.rows for word in row}
    for row in words.rows:
        for word in row:
            for form in _stems(word, language):
                rows.setdefault(form, ROW + row[0])
    names = dict(_names(lexicon))
    return Concepts(
        language=language,
        stopwords=frozenset(lexicon.stopwords.words),
        whole=whole,
        rows=rows,
        names=names,
        capitals=frozenset(
            plain(name) for state in lexicon.states.states for name in (state.capital, *state.capitals) if name
        ),
        first=frozenset(words[0] for words in names),
        longest=max(map(len, names)),
        counting=frozenset(stem(word, language) for word in words.count),
        numbers=frozenset(map(plain, lexicon.numbers.spelled())),
        empty=frozenset(form for word in (*words.empty, *words.dismissing) for form in _forms(word)),
        weighing=frozenset(ROW + word for word in words.weighing),
        dismissing=frozenset(form for word in words.dismissing for form in _stems(word, language)),
        alleging=frozenset(rows.get(form, form) for word in words.alleging for form in (stem(word, language),)),
    )


def _stems(word: str, language: str) -> set[str]:
    """Return the stems of a word and of its participles."""
    forms = _forms(word)
    return {stem(form, language) for form in forms} | {plain(form)[:STEM] for form in forms}


def _forms(word: str) -> set[str]:
    """Return a word and, for a verb, its participles, whose dictionary form is their own."""
    if word.endswith("er"):
        return {word, word[:-2] + "é", word[:-2] + "ant"}
    return {word, word[:-1]} if word.endswith("ir") else {word}


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
