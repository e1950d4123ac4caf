"""Sides: which one a statement takes on what it is about, if it does not tell something beside it.

`demandez à la mine` evades. `cela peut changer` tells something of a report and vouches for none. Who doesn't know why
the galley sank knows that it sank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from selon.lexicon import Lexicon
from selon.lexicon.synonyms import Synonyms
from selon.link.concepts import STATE, concepts
from selon.link.coverage import Told
from selon.link.origins import Attribution
from selon.model import Stance

Side = Literal["vouches", "denies", "can't tell"]

OF_STANCE: Mapping[Stance, Side] = {
    "affirm": "vouches",
    "confirm": "vouches",
    "deny": "denies",
    "uncertain": "can't tell",
}
"""Stances that differ as positions do: to affirm then to confirm is no change. Demands and judgements take no side."""

FIRST_WORDS = 5
"""Among so many first words of a content, a pronoun stands for what was said before."""

_IF, _OR = "si", "ou"


def side(told: Told, lexicon: Lexicon) -> Side | None:
    """Return the side of a statement, whatever its stance was read as where its words evade.

    None for one that stands aside, and for one that would vouch but withholds its guarantee.
    """
    statement, keys, words = told.statement, told.keys, lexicon.synonyms
    if evades(told, words):
        return "can't tell"
    if statement.stance in ("affirm", "confirm") and statement.certainty == "conditional":
        return None
    if statement.stance == "affirm" and not set(words.taking_up).isdisjoint(keys[:FIRST_WORDS]):
        return None if _tells(told, lexicon) else "vouches"
    if statement.stance == "uncertain" and _asks(keys, words):
        return None
    return OF_STANCE.get(statement.stance)


def _tells(told: Told, lexicon: Lexicon) -> bool:
    """Say whether a content tells something by itself, other than of whom."""
    return any(concept[0] != STATE for concept in concepts(lexicon).of_words(told.words))


def evades(told: Told, words: Synonyms) -> bool:
    """Say whether a content holds words by which a speaker evades."""
    said = f" {' '.join(told.keys)} "
    return any(phrase in said for phrase in _padded(words.evading))


def _asks(keys: tuple[str, ...], words: Synonyms) -> bool:
    """Say whether a question of somebody who doesn't know is about more than yes or no: `pourquoi`, `si A ou B`."""
    return not set(words.asking).isdisjoint(keys) or (_IF in keys and _OR in keys[keys.index(_IF) :])


@lru_cache(maxsize=4)
def _padded(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in phrases)


def on_two_sides(statements: Sequence[Told], attribution: Attribution, sides: Mapping[str, Side | None]) -> list[Told]:
    """Return those of the statements on one matter whose body takes two sides or more on it: no other can change."""
    taken: dict[str, set[Side]] = {}
    for told in statements:
        actor, side = attribution.speakers.get(told.statement.id), sides[told.statement.id]
        if actor is not None and side is not None:
            taken.setdefault(attribution.body(actor), set()).add(side)
    moving = {body for body, known in taken.items() if len(known) > 1}
    speakers = attribution.speakers
    return [
        t for t in statements if t.statement.id in speakers and attribution.body(speakers[t.statement.id]) in moving
    ]
