"""Agreement: gender and number of an actor, from the words of its mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from selon.lexicon.naming import Naming
from selon.lexicon.small import Gender
from selon.model import LocalActor
from selon.text.naming import name_key

Number = Literal["s", "p", ""]

_WORD = re.compile(r"\w[\w-]*")
_REACH = 12  # characters in which a determiner is looked for
_MENTIONS = 20  # mentions read for one actor: its gender is told by the first ones or by none


@dataclass(frozen=True, slots=True)
class Agreement:
    """Gender and number, empty where nothing tells them."""

    gender: Gender = ""
    number: Number = ""

    def fits(self, other: Agreement) -> bool:
        """Say whether nothing that both tell differs."""
        return not (self.gender and other.gender and self.gender != other.gender) and not (
            self.number and other.number and self.number != other.number
        )


def agreement_of(actor: LocalActor, text: str, naming: Naming) -> Agreement:
    """Return the gender and number that an actor's mentions, name and roles tell."""
    number: Number = "s" if actor.kind == "person" else ""
    # `le ministre Anne Perrin`: the given name tells, not the title.
    gender: Gender = _of_name(actor, naming) if actor.kind == "person" and " " in actor.name else ""
    for mention in actor.mentions[:_MENTIONS]:
        found = agreement_of_words(mention.of(text), naming)
        before = _word_before(text, mention.start)
        gender = gender or found.gender or _of_determiner(before, naming).gender
        number = number or found.number or _of_determiner(before, naming).number
        if gender and number:
            break
    return Agreement(gender or _of_name(actor, naming), number or ("p" if actor.kind == "group" else "s"))


def agreement_of_words(words: str, naming: Naming) -> Agreement:
    """Return what an expression tells: its determiner or civility, then its first noun of the titles."""
    parts = _WORD.findall(words)
    if not parts:
        return Agreement()
    told = _of_determiner(parts[0], naming)
    gender = told.gender or naming.civilities.get(parts[0], "") or naming.civilities.get(parts[0] + ".", "")
    number = told.number
    for part in parts[:5]:
        noun = naming.nouns.get(part.lower()) or naming.nouns.get(part)
        if noun is not None:
            return Agreement(noun.gender or gender, number or ("p" if noun.plural else "s"))
    return Agreement(gender, number)


def _of_determiner(word: str, naming: Naming) -> Agreement:
    low = word.lower()
    gender: Gender = "m" if low in naming.small.masculine else "f" if low in naming.small.feminine else ""
    return Agreement(gender, "p" if low in naming.small.plural else ("s" if gender else ""))


def _of_name(actor: LocalActor, naming: Naming) -> Gender:
    known = naming.find(actor.name)
    if known is not None:
        return "f" if known.article == "la" else "m" if known.article == "le" else ""
    first = name_key(actor.name).partition(" ")[0]
    if actor.kind != "person":
        return ""
    return naming.given.get(first, "")


def _word_before(text: str, at: int) -> str:
    before = _WORD.findall(text[max(0, at - _REACH) : at])
    return before[-1] if before else ""
