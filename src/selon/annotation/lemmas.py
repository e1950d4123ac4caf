"""Dictionary forms, from a dictionary and not from the model: a lookup a word, and no word looked up twice."""

from __future__ import annotations

from functools import lru_cache

_KNOWN = 100_000  # words kept, about as many as a language has in its papers


@lru_cache(maxsize=_KNOWN)
def lemma(word: str, language: str = "fr") -> str:
    """Return the dictionary form of a word in lower case (`soldats` → `soldat`, `annonçait` → `annoncer`)."""
    import simplemma  # noqa: PLC0415  (its dictionaries are loaded on use)

    return simplemma.lemmatize(word.lower(), lang=language).lower()
