"""Folding: one spelling for matching, character by character, so that offsets stay what they were."""

from __future__ import annotations

_SPACES = "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "\u2018\u2019\u02bc\u02b9"
_HYPHENS = "\u2010\u2011\u2212"
_PLAIN = {**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-")}


def folded(text: str) -> str:
    """Return `text` in lower case, with plain spaces, apostrophes and hyphens: a string of the same length.

    A character whose lower case is longer than itself stays as it is. Line breaks stay too.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for character, spelling in _PLAIN.items():  # few stand in any text: `translate` would look at every character
        if character in low:
            low = low.replace(character, spelling)
    return low
