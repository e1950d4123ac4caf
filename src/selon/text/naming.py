"""The key under which names are compared: without accents, case, hyphens and kinds of apostrophe."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "ı": "i"}
)


@lru_cache(maxsize=65536)
def name_key(words: str) -> str:
    """Return `words` in lower case without accents, whatever is no letter or digit made one space.

    `Kim Jong-un` and `KIM JONG UN` have the same key, `kim jong un`.
    """
    plain = words.translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).lower().split())
