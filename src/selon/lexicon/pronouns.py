"""Pronouns, determiners and the prepositions of noun phrases: closed classes, as data like all words."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from selon.lexicon.parts import Part, repeated

Words = tuple[str, ...]


class Determiners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Determiners by what they tell: whether the thing is known, gender, number. `fused` hold a preposition too."""

    definite: Words
    fused: Words
    indefinite: Words
    demonstrative: Words
    possessive: Words
    masculine: Words
    feminine: Words
    plural: Words


class Prepositions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What leads from a noun to its complement."""

    belonging: Words
    aim: Words
    place: Words


class Pronouns(Part, frozen=True):
    """pronouns.toml. The pronouns are name keys, by gender and number; `latter` mean the nearest who agrees.

    `going_on` are the starts of cues by which somebody goes on speaking.
    """

    masculine: Words
    feminine: Words
    masculine_plural: Words
    feminine_plural: Words
    latter: Words
    impersonal: Words
    going_on: Words
    determiners: Determiners
    prepositions: Prepositions

    def faults(self) -> Iterator[str]:
        """Yield pronouns that stand twice, and `latter` ones that have no gender and number."""
        agreeing = (*self.masculine, *self.feminine, *self.masculine_plural, *self.feminine_plural)
        yield from repeated([*agreeing, *self.impersonal], "pronouns")
        for word in self.latter:
            if word not in agreeing:
                yield f"latter: `{word}` stands in none of the lists that tell its gender and number"
