"""One utterance in several versions: what differs is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from selon.dossier.contract import QuotationEntry
from selon.dossier.folds import Folds, fold, unfolded
from selon.dossier.passages import Cited, Index, dates

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_WORDS = 320
SHOWN, FOLDED = 8, 8
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
    dates: str


def quotations(index: Index) -> Folds[QuotationView]:
    """Return the utterances that have several versions, those whose sense may change first."""
    return fold(_ordered(index), lambda q: _quotation(index, q), SHOWN, FOLDED, index.pages.whole("quotations"))


def whole(index: Index) -> Folds[QuotationView]:
    """Return all of them: the page of their own."""
    return unfolded(_ordered(index), lambda q: _quotation(index, q))


def _ordered(index: Index) -> list[QuotationEntry]:
    return sorted(index.dossier.quotations, key=lambda q: (GRAVEST_FIRST.index(q.difference), -len(q.variants)))


def _quotation(index: Index, quotation: QuotationEntry) -> QuotationView:
    first = index.statements[quotation.variants[0]]
    cited = [(v, index.cite_statement(v, _WORDS)) for v in quotation.variants]
    counts: dict[tuple[str, ...], list[str]] = {}
    for variant, words in cited:
        counts.setdefault(_spoken(words.words), []).append(variant)
    by_variant = dict(cited)
    texts = [by_variant[same[0]].words for same in counts.values()]
    versions = []
    for i, text in enumerate(texts):
        other = texts[1 if i == 0 else 0] if len(texts) > 1 else text
        same = counts[_spoken(text)]
        told = index.statements[same[0]]
        ref = index.ref(told.article, told.content[0].start)
        versions.append((Version(by_variant[told.id], differing(text, other), ref), len(same)))
    who = index.name(first.actor) if first.actor else first.speaker
    when = dates(index.statements[v].when for v in quotation.variants)
    return QuotationView(who, index.say.dated(first.when), quotation.difference, tuple(versions), when)


def _spoken(text: str) -> tuple[str, ...]:
    """Return the words of a version: spaces, marks and capitals make no other one."""
    return tuple(token.casefold() for token in _TOKENS.findall(text) if token[0].isalnum())


def differing(text: str, other: str) -> tuple[tuple[str, bool], ...]:
    """Return `text` in pieces with whether their words are missing from `other`.

    Words are compared without regard to capitals; spaces and marks count only between two words that differ.
    """
    tokens = _TOKENS.findall(text)
    places = [i for i, token in enumerate(tokens) if token[0].isalnum()]
    own, against = _spoken(text), _spoken(other)
    missing = set(range(len(own)))
    for block in SequenceMatcher(a=own, b=against, autojunk=False).get_matching_blocks():
        missing -= set(range(block.a, block.a + block.size))
    marked = {places[i] for i in missing}
    for i in missing & {i - 1 for i in missing}:
        marked.update(range(places[i], places[i + 1]))
    return tuple(
        ("".join(tokens[i] for i in run), differs) for differs, run in groupby(range(len(tokens)), marked.__contains__)
    )
