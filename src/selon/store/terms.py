"""Terms: under which words a text is found, and where each of them stands.

A term is the stem of a word without accents (Porter's stemmer for French, in Snowball), so that who types `deploiement`
finds `Déploiements`. Numbers count without what separates their thousands. A word of one letter, which in French is
mostly an elided one (`l'accord`), gives no term. What is kept of a text are its terms with spaces between: any database
that finds words finds them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from selon.text import Span
from selon.text.naming import name_key

RULES = "1"
"""The number of these rules. With others, terms that are kept have to be made again: a test tells when."""

LONGEST = 40
"""Letters of a word that count: no word of a dictionary has more."""

# A number may group its thousands with a point, a comma, an apostrophe or any kind of space.
_TOKEN = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*|[^\W\d_]+")
_SEPARATORS = re.compile(r"\D")
_FEMININE = re.compile(r"ees?$")  # déclarée and déclarées, which the stemmer knows by their accent only


class Term(NamedTuple):
    """A term and where its word stands."""

    key: str
    start: int
    end: int


@cache
def made_with() -> str:
    """Return what terms are made with: these rules, and the stemmer in its version."""
    from importlib.metadata import version  # noqa: PLC0415  slow to load

    return f"{RULES} snowballstemmer {version('snowballstemmer')}"


def terms(text: str, within: Iterable[Span], keys: Collection[str] | None = None) -> Iterator[Term]:
    """Yield the terms of passages of `text`, in their order; with `keys` only those that are among them."""
    # A stem begins as its word does, and to stem a word takes longer than all else here.
    first = None if keys is None else {key[0] for key in keys} | {""}
    for span in within:
        for match in _TOKEN.finditer(text, span.start, span.end):
            if first is not None and _first(text[match.start()]) not in first:
                continue
            key = term(match.group())
            if key and (keys is None or key in keys):
                yield Term(key, match.start(), match.end())


def indexed(text: str, within: Iterable[Span] | None = None) -> str:
    """Return the terms of `text`, or of passages of it, with spaces between."""
    spans = [Span(0, len(text))] if within is None and text else within or ()
    return " ".join(found.key for found in terms(text, spans))


@lru_cache(maxsize=2_000)
def _first(character: str) -> str:
    """Return the first letter of words that begin with a character; empty where the next one tells."""
    return character if character.isdigit() else name_key(character)[:1]


@lru_cache(maxsize=200_000)
def term(word: str) -> str:
    """Return the term of a word or number; empty when it has none."""
    if word[0].isdigit():
        return _SEPARATORS.sub("", word)[:LONGEST]
    plain = name_key(word[:LONGEST]).replace(" ", "")
    if len(plain) < 2:  # noqa: PLR2004
        return ""
    import snowballstemmer  # noqa: PLC0415  loaded on use

    # One stemmer a word: it keeps the word in itself while it works, and threads share this module.
    stemmed: str = snowballstemmer.stemmer("french").stemWord(_FEMININE.sub("e", plain))
    return stemmed
