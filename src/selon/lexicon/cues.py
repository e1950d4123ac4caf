"""Cues: the words that attribute, with their grammar and the stance they carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from selon.lexicon.parts import Part, repeated
from selon.model import Stance

Frame = Literal["quote", "que", "inf", "np", "to", "of", "si"]


class CueVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb that reports.

    `frames` are the complements that make it one: `quote` (a quotation), `que` (a clause), `inf` (an
    infinitive with or without `de`/`à`), `np` (an informational object: `dément toute implication`), `to`
    (somebody + `à` + infinitive: `appelle X à`), `of` (somebody + `de`: `accuse X de`), `si` (an indirect
    question). `forms` lists inflected forms that the dictionary does not lead back to the lemma. `excluded_by` are
    prepositions that make it another verb (`condamner à`: a sentence in court). `sure` are forms that are this verb
    even where the tagger, which has hardly seen them, takes them for a noun or an adverb.
    """

    lemma: str
    stance: Stance
    frames: tuple[Frame, ...]
    forms: tuple[str, ...] = ()
    reflexive: bool = False
    excluded_by: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()


class CueNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that reports: `l'annonce par X de`, `des informations faisant état de`."""

    lemma: str
    stance: Stance


class Cues(Part, frozen=True):
    """cues.toml.

    `prepositions` introduce a source (`selon`); `not_sources` are words behind them that speak for nobody.

    `media_kinds` are nouns for a medium that passes on what others say; `citing` the forms by which it names them.
    """

    verbs: tuple[CueVerb, ...]
    nouns: tuple[CueNoun, ...]
    prepositions: tuple[str, ...]
    opinion_prepositions: tuple[str, ...] = ()
    not_sources: tuple[str, ...] = ()
    media_kinds: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()

    def faults(self) -> Iterator[str]:
        """Yield repeated lemmas and verbs without any frame."""
        yield from repeated([v.lemma for v in self.verbs], "verbs")
        yield from repeated([n.lemma for n in self.nouns], "nouns")
        for verb in self.verbs:
            if not verb.frames:
                yield f"verbs: `{verb.lemma}` has no frame, so that it could never report anything"
