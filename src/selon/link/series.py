"""Series: figures that count the same thing, in order of when they were given; and a body's figures that moved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from selon.link.clusters import average_link
from selon.link.coverage import Counted, Coverage
from selon.link.moments import day_order
from selon.link.positions import moved
from selon.link.things import Thing, things
from selon.link.vectors import cosines, counted_vectors
from selon.link.words import terms
from selon.model import Change, Series, digest
from selon.text import Span

ALIKE = 0.15
"""Average cosine of the words around two figures of one counted noun at which they count the same thing. Low: the
noun is the same already; what is kept apart are `600 000 soldats tués` and `10 000 soldats envoyés`."""

ALIKE_SPECIFIC = 0.07
"""The same for a noun that is no unit and counts nothing but what it names (`mort`, `soldat`): there the noun tells
nearly all, and a lower bar keeps one toll in one series however the articles word it."""

TERMS = 40
AROUND = 120
"""Characters before and after a figure that say what is counted."""

_STOP = re.compile(r"[.!?;\n]")


def series(coverage: Coverage, counted: Mapping[str, Thing] | None = None) -> tuple[Series, ...]:
    """Return the series of two or more figures. A figure stands in one series at most.

    `counted` are the `things` that they count (None: they are looked for).
    """
    known = things(coverage) if counted is None else counted
    by_thing: dict[Thing, list[Counted]] = {}
    by_noun: dict[str, list[Counted]] = {}
    for one in coverage.figures:
        thing = known.get(one.figure.id)
        noun = _noun(coverage, one)
        if thing is not None:
            by_thing.setdefault(thing, []).append(one)
        elif noun and one.figure.unread is None:
            by_noun.setdefault(noun, []).append(one)
    general = _general(coverage)
    found = [_series(items) for _, items in sorted(by_thing.items())]
    found += [
        _series(items)
        for noun in sorted(by_noun)
        for items in _alike(coverage, by_noun[noun], ALIKE if noun in general else ALIKE_SPECIFIC)
    ]
    return tuple(sorted((s for s in found if s is not None), key=lambda s: (-len(s.figures), s.label, s.id)))


def changes_of_figures(
    found: Sequence[Series], coverage: Coverage, givers: Mapping[str, str], bodies: Mapping[str, str]
) -> list[Change]:
    """Return the figures of each body that moved within a series.

    Only figures of one scope are compared (a plan is no count, and what is recalled moved long ago), and only where the
    body gave one value at a time.
    """
    known = {c.figure.id: c for c in coverage.figures}
    general = _general(coverage)
    counted = frozenset(stem for c in coverage.figures for stem in _noun(coverage, c).split())
    changes = []
    for one in found:
        by_body: dict[tuple[str, str], list[Counted]] = {}
        for name in one.figures:
            giver = givers.get(name)
            if giver is not None and known[name].figure.scope != "recalled":
                scope = known[name].figure.scope or ""
                by_body.setdefault((bodies.get(giver, giver), scope), []).append(known[name])
        for (body, _), own in sorted(by_body.items()):
            for earlier, later in moved([(c.said, _value(c), c.figure.id) for c in own]):
                if _noun(coverage, own[0]) in general and not _one_thing(coverage, known, counted, (earlier, later)):
                    continue
                changes.append(Change(body=body, series=one.id, before=earlier, after=later))
    return changes


def _one_thing(
    coverage: Coverage, known: Mapping[str, Counted], counted: AbstractSet[str], moved: tuple[Sequence[str], ...]
) -> bool:
    """Say whether the sentences of a figure before and one after have a word in common that tells what is counted.

    What other figures count (`avec les 23 rescapés`) tells nothing of it: `counted` are the stems of these nouns.
    """
    before, after = ({t for i in ids for t in _sentence(coverage, known[i])} for ids in moved)
    return not (before & after) <= counted


def _sentence(coverage: Coverage, counted: Counted) -> frozenset[str]:
    """Return the words of a figure's sentence, as far as AROUND reaches; itself, names and numbers left out.

    Where it stands in what somebody says, the words that say so are left out too.
    """
    text, span = counted.article.text, counted.figure.span
    low, high = max(0, span.start - AROUND), span.end + AROUND
    for part in counted.statement.content if counted.statement else ():
        if part.contains(span):
            low, high = max(low, part.start), min(high, part.end)
    before, after = text[low : span.start], text[span.end : high]
    start = span.start - len(_STOP.split(before)[-1])
    end = span.end + len(_STOP.split(after)[0])
    sides = [Span(a, b) for a, b in ((start, span.start), (span.end, end)) if a < b]
    return frozenset(term.stem for term in coverage.terms(counted.article, sides) if term.kind == "word")


def _general(coverage: Coverage) -> frozenset[str]:
    """Return the units and the nouns that count anything, as stems."""
    units = coverage.lexicon.units
    stopwords, language = coverage.stopwords, coverage.lexicon.language
    return frozenset(_as_stems(word, stopwords, language) for word in (*units.general, *(u.name for u in units.units)))


def _alike(coverage: Coverage, items: Sequence[Counted], bar: float) -> list[list[Counted]]:
    if len(items) == 1:
        return [list(items)]
    pairs = cosines(counted_vectors([_context(coverage, c) for c in items], TERMS), floor=0.01)
    return [[items[i] for i in group] for group in average_link(len(items), pairs, bar)]


def _series(items: Sequence[Counted]) -> Series | None:
    if len(items) < 2:  # noqa: PLR2004  one figure is no series
        return None
    ordered = sorted(items, key=lambda c: (day_order(c.said), c.article.id, c.figure.span))
    names = [c.figure.counted for c in ordered]
    label = min(names, key=lambda name: (-names.count(name), len(name), name))
    return Series(
        id=digest("r", min(c.figure.id for c in items)), label=label, figures=tuple(c.figure.id for c in ordered)
    )


def _noun(coverage: Coverage, counted: Counted) -> str:
    """Return what a figure counts as stems, whatever its number and capitals (`Soldats`, `soldat`); `%` as it is."""
    word = counted.figure.counted
    if not word:
        return ""
    return _as_stems(word, coverage.stopwords, coverage.lexicon.language)


@lru_cache(maxsize=10_000)
def _as_stems(words: str, stopwords: frozenset[str], language: str) -> str:
    found = terms(words, [Span(0, len(words))], stopwords, language)
    return " ".join(term.stem for term in found) or words.lower()


def _context(coverage: Coverage, counted: Counted) -> dict[str, float]:
    """Return the words around a figure, itself left out, inside its own paragraph."""
    text, span = counted.article.text, counted.figure.span
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - AROUND)
    stop = text.find("\n", span.end)
    end = min(stop if stop >= 0 else len(text), span.end + AROUND)
    sides = [Span(a, b) for a, b in ((start, span.start), (span.end, end)) if a < b]
    weights: dict[str, float] = {}
    for term in coverage.terms(counted.article, sides):
        if term.kind != "number":
            weights[term.stem] = weights.get(term.stem, 0.0) + 1.0
    return weights


def _value(counted: Counted) -> str:
    figure = counted.figure
    return f"{figure.low}–{figure.high}"
