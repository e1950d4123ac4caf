"""Places: where, by a statement's own words, what it tells is.

A name right behind `à` or `en`, or a few small words behind `dans` (`dans la région de Valbrune`); an adjective behind
`territoire`. What is told of Bordeaux is not what is told of Paris, however alike the rest is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selon.lexicon.synonyms import Places
from selon.link.concepts import Concepts
from selon.link.words import TOKEN, opens_sentence, plain
from selon.text import Span

WITHIN = 5
"""Words from `dans` to the name."""


def place_of(text: str, within: Iterable[Span], known: Concepts, words: Places) -> str:
    """Return the first place that the spans `within` of a text name, empty without one.

    A town or a region tells more than a state: it is taken first, even behind one.
    """
    state = ""
    for span in within:
        for name, wide in places_in(text, span, known, words):
            if not wide:
                return name
            state = state or name
    return state


def places_in(text: str, span: Span, known: Concepts, words: Places) -> Iterable[tuple[str, bool]]:
    """Yield the places of a span, and whether each is a state."""
    found = list(TOKEN.finditer(text, span.start, span.end))
    tokens = [m.group() for m in found]
    keys = [plain(token) for token in tokens]
    at = 0
    while at < len(tokens):
        state, width = known.state(tokens, keys, at)
        capital = tokens[at][0].isupper()
        if state and not capital and at and keys[at - 1] in words.ground:
            yield state, True
        elif capital and (state or not opens_sentence(text, found[at].start())) and _leads(tokens, keys, at, words):
            wide = bool(state) and keys[at] not in known.capitals
            yield (state if wide else keys[at]), wide
        at += width


def _leads(tokens: Sequence[str], keys: Sequence[str], at: int, words: Places) -> bool:
    """Say whether the words before a name make it a place."""
    if at and keys[at - 1] in words.before:
        return True
    for behind in range(at - 1, max(-1, at - 1 - WITHIN), -1):
        if keys[behind] in words.inside:
            return True
        if not tokens[behind][0].islower():
            return False
    return False
