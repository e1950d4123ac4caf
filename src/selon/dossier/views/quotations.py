"""One utterance in several versions: what differs is marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

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
    return QuotationView(who, index.say.days(first.when), quotation.difference, tuple(versions))


def differing(text: str, other: str) -> tuple[tuple[str, bool], ...]:
    """Return `text` in pieces with whether they are missing from `other`, word by word."""
    own, against = _TOKENS.findall(text), _TOKENS.findall(other)
    matcher = SequenceMatcher(a=own, b=against, autojunk=False)
    pieces: list[tuple[str, bool]] = []
    at = 0
    for block in matcher.get_matching_blocks():
        pieces.append(("".join(own[at : block.a]), True))
        pieces.append(("".join(own[block.a : block.a + block.size]), False))
        at = block.a + block.size
    return _joined(pieces)


def _joined(pieces: Sequence[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    """Return the pieces without empty ones, and with a space between two that differ counted as differing."""
    kept: list[tuple[str, bool]] = []
    for i, (words, differs) in enumerate(pieces):
        if not words:
            continue
        bridge = not words.strip() and kept and kept[-1][1] and any(p[1] for p in pieces[i + 1 : i + 2] if p[0])
        state = differs or bool(bridge)
        if kept and kept[-1][1] == state:
            kept[-1] = (kept[-1][0] + words, state)
        else:
            kept.append((words, state))
    return tuple(kept)
