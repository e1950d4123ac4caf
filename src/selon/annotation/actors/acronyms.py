"""Acronyms: the words in front of one in brackets that its letters stand for."""

from __future__ import annotations

from selon.annotation.actors.words import Word

_LONGEST = 14  # words of a body's name
_SMALL = 3  # letters of a word that gives none to an acronym
_LINKS = frozenset({"ADP", "DET", "CCONJ"})


def before_acronym(words: list[Word], head: int) -> int:
    """Return the last word in front of an acronym in brackets whose letters open the words from `head` on.

    `l'Association des riverains pour la défense du quai (ARDQ)`; -1 when there is none.
    """
    for i in range(head + 1, min(len(words), head + _LONGEST)):
        gap = words[i].gap
        if gap.strip() == "(" and words[i].text.isupper():
            initials = [w.key[:1] for w in words[head:i] if len(w.key) > _SMALL and w.pos not in _LINKS]
            return i - 1 if "".join(initials) == words[i].key else -1
        if gap.strip(" \u00a0\u202f'’") or "\n" in gap:
            return -1
    return -1
