"""Sought: what a source expression tells of whom it means, as far as it names nobody itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from selon.annotation.actors.agreement import Agreement, agreement_of_words
from selon.lexicon.naming import Naming, Noun
from selon.model import Statement
from selon.text.naming import name_key

Manner = Literal["pronoun", "latter", "impersonal", "floating", "description"]
Determiner = Literal["definite", "demonstrative", "possessive", "indefinite", "none"]

_WORD = re.compile(r"\w[\w-]*")
_STEM = 5  # letters that words of one family share
_SHORT = 3  # letters of a word that tells nothing
_SAME = frozenset({"meme", "memes"})


@dataclass(frozen=True, slots=True)
class Sought:
    """Who is looked for at a place.

    `manner` is the kind of expression, `behind` whether the content stands in front of it, `opens` whether it opens
    its sentence, `direct` whether the content is quoted, `going_on` whether the cue goes on with what was said. The
    others are a description's: its noun and determiner, the keys of its words, the `rest` of them that say more than
    the noun, the states named, and whether it is `same` (`la même source`). `wide` nouns may stand for any role,
    `taking_up` nouns for any body; `stems` are the starts of the longer words.
    """

    manner: Manner
    at: int
    agreement: Agreement
    behind: bool
    opens: bool
    direct: bool
    going_on: bool = False
    noun: Noun | None = None
    determiner: Determiner = "none"
    keys: tuple[str, ...] = ()
    rest: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    same: bool = False
    wide: bool = False
    taking_up: bool = False
    stems: frozenset[str] = frozenset()


def sought_by(statement: Statement, text: str, naming: Naming, *, opens: bool) -> Sought:
    """Return what a statement's source tells; a floating quotation tells nothing but its place."""
    small = naming.small
    words = statement.source.of(text) if statement.source else ""
    key = name_key(words)
    start = statement.content[0].start
    at = statement.source.start if statement.source and key else start
    behind = start < at
    direct = statement.form == "direct"
    cue = statement.cue.of(text).lower() if statement.cue else ""
    going_on = any(word.startswith(small.going_on) for word in cue.split())
    if not key or key in small.definite:  # `les qualifiant de`: a pronoun that is an object
        return Sought("floating", at, Agreement(), behind, opens, direct, going_on)
    if key in small.impersonal:
        return Sought("impersonal", at, Agreement(), behind, opens, direct, going_on)
    if key in small.pronouns:
        gender, plural = small.pronouns[key]
        manner: Manner = "latter" if key in small.latter else "pronoun"
        return Sought(manner, at, Agreement(gender, "p" if plural else "s"), behind, opens, direct, going_on)
    keys = tuple(key.split())
    noun = noun_in(words, naming)
    agreement = agreement_of_words(words, naming)  # `l'entreprise` may be `le géant Altia`
    return Sought(
        "description",
        at,
        agreement if noun is None or noun.kind != "institution" else Agreement("", agreement.number),
        behind,
        opens,
        direct,
        going_on,
        noun,
        _determiner(keys[0], naming),
        keys,
        frozenset(k for k in keys[1:] if len(k) > _SHORT and (noun is None or naming.noun_keys.get(k) != noun.lemma)),
        frozenset(states_in(keys, naming)),
        bool(_SAME & set(keys[:3])),
        noun is not None and noun.lemma in naming.wide,
        noun is not None and noun.lemma in naming.taking_up,
        stems_of(keys),
    )


def stems_of(keys: Iterable[str]) -> frozenset[str]:
    """Return the starts of the longer words: `policier` and `police` have one."""
    return frozenset(key[:_STEM] for key in keys if len(key) > _STEM)


def states_in(keys: Iterable[str], naming: Naming) -> Iterator[str]:
    """Yield the states that words lead to: by an adjective, a name of one word, a capital."""
    for key in keys:
        known = naming.known.get(key)
        state = naming.nationality.get(key) or (known and known.kind in {"state", "capital"} and naming.state_of(key))
        if state:
            yield state


def noun_in(words: str, naming: Naming) -> Noun | None:
    """Return the first noun of the titles among the words."""
    for word in _WORD.findall(words):
        noun = naming.nouns.get(word.lower()) or naming.nouns.get(word)
        if noun is not None:
            return noun
    return None


def _determiner(first: str, naming: Naming) -> Determiner:
    small = naming.small
    if first in small.demonstrative:
        return "demonstrative"
    if first in small.possessive:
        return "possessive"
    if first in small.indefinite:
        return "indefinite"
    return "definite" if first in small.definite or first in small.fused else "none"
