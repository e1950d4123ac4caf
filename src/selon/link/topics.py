"""Subjects: what an article is about, as a sparse vector of its words, names, figures and neighbouring words.

On streams of news, sparse vectors of words, lemmas and names group articles better than one dense vector of the
whole text (Miranda, Znotiņš, Cohen and Barzdins 2018, "Multilingual Clustering of Streaming News"; Staykovski,
Barrón-Cedeño, Da San Martino and Nakov 2019, "Dense vs. Sparse Representations for News Stream Clustering"). Theirs
weigh a word by its rarity in the stream so far. Here rarity comes from the lexicon: an article's vector depends on
that article alone, so that the likeness of two never changes with what else arrives, before or after. In a stream
about one story, that story's own name would be the commonest word and count for nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from selon.lexicon import Lexicon
from selon.link.vectors import Vector
from selon.link.words import stems
from selon.model import Article

LEAD = 300
LEAD_WEIGHT = 2.0
"""The first characters, title included, say what an article is about: their words count so many times."""

TERMS = 200
"""The heaviest terms of an article are compared, no others. With 60, a sample story of twelve articles falls in two."""

NEIGHBOURS = 4
"""Most characters between two words that stand together; two neighbours are one more term, as rare as any."""

WITHIN_BAND = math.sqrt(2)
"""A band reaches from its share to twice that: its stems are weighed as if they were in the middle of it."""


def subject(article: Article, lexicon: Lexicon) -> Vector:
    """Return the weights of the terms that tell what `article` is about, of length 1; empty without words.

    A term weighs the logarithm of its count times that of its rarity.
    """
    rarity = _rarity(lexicon)
    rarest = -math.log(lexicon.commonness.lowest / WITHIN_BAND)
    weights = {
        term: (1.0 + math.log(count)) * rarity.get(term, rarest) for term, count in _counts(article, lexicon).items()
    }
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    norm = math.sqrt(math.fsum(w * w for _, w in heaviest))
    return {term: weight / norm for term, weight in sorted(heaviest)} if norm else {}


@cache
def _rarity(lexicon: Lexicon) -> Mapping[str, float]:
    bands = lexicon.commonness.bands
    return {stem: max(0.0, -math.log(b.share * WITHIN_BAND)) for b in bands for stem in b.stems}


def _counts(article: Article, lexicon: Lexicon) -> Mapping[str, float]:
    """Count the stems and the pairs of neighbouring stems of an article's own words."""
    text, _ = article.reading()
    counts: dict[str, float] = {}
    previous, behind = "", 0
    for start, end, stem in stems(text, frozenset(lexicon.stopwords.words), lexicon.language):
        weight = LEAD_WEIGHT if start < LEAD else 1.0
        counts[stem] = counts.get(stem, 0.0) + weight
        if previous and start - behind <= NEIGHBOURS:
            pair = f"{previous} {stem}"
            counts[pair] = counts.get(pair, 0.0) + weight
        previous, behind = stem, end
    return counts
