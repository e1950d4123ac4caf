"""Small words: determiners, pronouns and prepositions as sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from selon.lexicon.pronouns import Pronouns

Gender = Literal["m", "f", ""]


@dataclass(frozen=True, slots=True)
class Small:
    """Determiners, pronouns and prepositions as sets; `pronouns` gives gender and number by name key."""

    definite: frozenset[str]
    fused: frozenset[str]
    indefinite: frozenset[str]
    demonstrative: frozenset[str]
    possessive: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    belonging: frozenset[str]
    aim: frozenset[str]
    place: frozenset[str]
    latter: frozenset[str]
    impersonal: frozenset[str]
    going_on: tuple[str, ...]
    pronouns: dict[str, tuple[Gender, bool]]


def small_words(pronouns: Pronouns) -> Small:
    """Return the small words of a language."""
    forms: dict[str, tuple[Gender, bool]] = {}
    forms.update(dict.fromkeys(pronouns.masculine, ("m", False)))
    forms.update(dict.fromkeys(pronouns.feminine, ("f", False)))
    # A masculine plural may stand for women among men.
    forms.update(dict.fromkeys(pronouns.masculine_plural, ("", True)))
    forms.update(dict.fromkeys(pronouns.feminine_plural, ("f", True)))
    determiners, prepositions = pronouns.determiners, pronouns.prepositions
    words = {name: frozenset(getattr(determiners, name)) for name in determiners.__struct_fields__}
    words |= {name: frozenset(getattr(prepositions, name)) for name in prepositions.__struct_fields__}
    return Small(
        **words,
        latter=frozenset(pronouns.latter),
        impersonal=frozenset(pronouns.impersonal),
        going_on=pronouns.going_on,
        pronouns=forms,
    )
