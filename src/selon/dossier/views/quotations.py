"""One utterance in several versions: what differs is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from selon.dossier.contract import QuotationEntry
from selon.dossier.passages import Cited, Index

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_WORDS = 320
GRAVEST_FIRST = ("negation", "number", "wording", "shortened", "inflection", "identical")


@dataclass(frozen=True, slots=True)
class Version:
    """A version cut into pieces (words, whether they differ from the first version or it from them)."""

    words: Cited
    pieces: tuple[tuple[str, bool], ...]
    ref: str


@dataclass(frozen=True, slots=True)
class QuotationView:
    """Who said it, when, the kind of difference, and the versions; identical ones are one, with a count."""

    who: str
    days: str
    difference: str
    versions: tuple[tuple[Version, int], ...]


def quotations(index: Index) -> tuple[QuotationView, ...]:
    """Return the utterances that have several versions, those whose sense may change first."""
    ordered = sorted(index.dossier.quotations, key=lambda q: GRAVEST_FIRST.index(q.difference))
    return tuple(_quotation(index, q) for q in ordered)


def _quotation(index: Index, quotation: QuotationEntry) -> QuotationView:
    first = index.statements[quotation.variants[0]]
    cited = [(v, index.cite_statement(v, _WORDS)) for v in quotation.variants]
    counts: dict[str, list[str]] = {}
    for variant, words in cited:
        counts.setdefault(words.words, []).append(variant)
    texts = list(counts)
    by_variant = dict(cited)
    versions = []
    for i, text in enumerate(texts):
        other = texts[1 if i == 0 else 0] if len(texts) > 1 else text
        told = index.statements[counts[text][0]]
        ref = index.ref(told.article, told.content[0].start)
        versions.append((Version(by_variant[told.id], differing(text, other), ref), len(counts[text])))
    who = index.name(first.actor) if first.actor else first.speaker
    return QuotationView(who, index.say.dated(first.when), quotation.difference, tuple(versions))


def differing(text: str, other: str) -> tuple[tuple[str, bool], ...]:
    """Return `text` in pieces with whether their words are missing from `other`.

    Words are compared without regard to capitals; spaces and marks count only between two words that differ.
    """
    tokens = _TOKENS.findall(text)
    places = [i for i, token in enumerate(tokens) if token[0].isalnum()]
    own = [tokens[i].casefold() for i in places]
    against = [token.casefold() for token in _TOKENS.findall(other) if token[0].isalnum()]
    missing = set(range(len(own)))
    for block in SequenceMatcher(a=own, b=against, autojunk=False).get_matching_blocks():
        missing -= set(range(block.a, block.a + block.size))
    marked = {places[i] for i in missing}
    for i in missing & {i - 1 for i in missing}:
        marked.update(range(places[i], places[i + 1]))
    return tuple(
        ("".join(tokens[i] for i in run), differs) for differs, run in groupby(range(len(tokens)), marked.__contains__)
    )
