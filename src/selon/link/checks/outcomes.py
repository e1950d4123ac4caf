"""What became of the people that a figure counts: dead, missing or safe, by its noun or by the words of its clause."""

from __future__ import annotations

import re
from functools import cache

from selon.lexicon import Lexicon
from selon.link.checks.scene import Scene, noun
from selon.link.whole_words import first
from selon.model import Figure

REACH = 40
"""Characters around a count of persons in which a word says what became of them."""

_CLAUSE = re.compile(r"[,;:.!?\n]| et ")


def ones(scene: Scene, words: str) -> list[str]:
    """Return the single persons that folded words name beside counts: `un disparu` in a tally."""
    nouns = tuple(word for _, known in scene.words.outcomes.named() for word in known)
    return [m.group(1) for m in _single(nouns).finditer(words)]


@cache
def _by_noun(lexicon: Lexicon) -> dict[str, str]:
    named = lexicon.checks.outcomes.named()
    return {noun(word, lexicon.language): name for name, words in named for word in words}


@cache
def _single(nouns: tuple[str, ...]) -> re.Pattern[str]:
    known = "|".join(map(re.escape, sorted(nouns, key=lambda n: (-len(n), n))))
    return re.compile(rf"(?<!\w)(une? (?:{known})e?)(?!\w)")


def outcome(scene: Scene, figure: Figure) -> str | None:
    """Return `dead`, `missing` or `safe`, None when neither the noun nor the clause says so, or when it says two."""
    own = scene.noun(figure)
    name = _by_noun(scene.lexicon).get(own)
    if name is not None:
        return name
    if own and not scene.counts_anybody(figure):
        return None
    behind = _CLAUSE.split(scene.behind(figure)[:REACH])[0]
    modifiers = " ".join(scene.text[s.start : s.end] for s in figure.modifiers)
    for words_near in (behind, modifiers):
        found = [name for name, words in scene.words.fates.named() if first(words, words_near)]
        if len(found) == 1:
            return found[0]
    return None
