"""Terms: what of a text counts when texts are compared.

A term is a word's stem (dictionary form, accents off, cut to its first letters, so that `déployer` and
`déploiement` meet) or a number without its separators. Stop words give none. Nothing is known of meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from selon.text import Span

TermKind = Literal["word", "name", "number"]

STEM = 7
"""Letters of a dictionary form that are kept: most French derivations change what comes after them."""

# A number may group its thousands with a point, a comma, an apostrophe or any kind of space.
TOKEN = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*|[^\W\d_]+")
_SEPARATORS = re.compile(r"\D")
_SENTENCE_END = frozenset('.!?…:«»“”"\n')


class Term(msgspec.Struct, frozen=True):
    """A stem or a number, what kind of token it stands for, and where."""

    stem: str
    kind: TermKind
    span: Span


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """Return a word in small letters without accents; a number without its separators."""
    if word[0].isdigit():
        return _SEPARATORS.sub("", word)
    return _folded(word)


def terms(text: str, within: Iterable[Span], stopwords: frozenset[str], language: str) -> list[Term]:
    """Return the terms of the spans `within` of a text, in their order.

    `stopwords` are in small letters, accents kept. A capital makes a name, unless it opens a sentence.
    """
    return [term for span in within for term in _terms(text, span, stopwords, language)]


def _terms(text: str, span: Span, stopwords: frozenset[str], language: str) -> Iterator[Term]:
    for match in TOKEN.finditer(text, span.start, span.end):
        word = match.group()
        here = Span(match.start(), match.end())
        if word[0].isdigit():
            yield Term(plain(word), "number", here)
            continue
        small = word.lower()
        if len(small) == 1 or small in stopwords:
            continue
        named = word[0].isupper() and not opens_sentence(text, here.start)
        found = stem(small, language)
        if found not in stopwords:
            yield Term(found, "name" if named else "word", here)


def stems(text: str, stopwords: frozenset[str], language: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each term of a text starts and ends, with its stem or number: of `terms` what counting needs."""
    for match in TOKEN.finditer(text):
        word = match[0]
        if word[0].isdigit():
            yield match.start(), match.end(), plain(word)
            continue
        small = word.lower()
        if len(small) > 1 and small not in stopwords:
            found = stem(small, language)
            if found not in stopwords:
                yield match.start(), match.end(), found


def opens_sentence(text: str, start: int) -> bool:
    """Say whether the word at `start` opens a sentence, a line or a quotation, where a capital tells nothing."""
    before = text[max(0, start - 4) : start].rstrip(" \u00a0\u202f")
    return not before or before[-1] in _SENTENCE_END


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Return the stem of a word in small letters."""
    return dictionary_form(word, language)[:STEM]


@lru_cache(maxsize=100_000)
def dictionary_form(word: str, language: str) -> str:
    """Return the dictionary form of a word in small letters, accents off."""
    return _folded(lemma(word, language))


@lru_cache(maxsize=100_000)
def lemma(word: str, language: str) -> str:
    """Return the dictionary form of a word in small letters, accents kept."""
    import simplemma  # noqa: PLC0415  its dictionary is large; loaded on use

    return simplemma.lemmatize(word, lang=language)


def _folded(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in parts if not unicodedata.combining(c))
