"""Quotations: one utterance that the coverage gives in different words.

Translated, shortened or corrected on its way, what a speaker said stands in several articles (or twice in one)
in words that nearly agree. Which of them is right can't be told; that they differ, and how, can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from selon.link.clusters import average_link
from selon.link.coverage import Coverage, Told
from selon.link.moments import before
from selon.link.origins import Attribution
from selon.link.vectors import Pairs
from selon.link.words import TOKEN, plain, stem
from selon.model import Interval, Quotation
from selon.text import quotations

ALIKE = 0.6
"""Share of stems (Jaccard) that two utterances have in common; a shortened one counts as sharing all of its own."""

FEWEST = 3
"""Words an utterance has at least; fewer are a formula."""

MOST = 400
"""Utterances of one voice that are compared with one another, the first of the story."""

Difference = Literal["negation", "number", "wording", "shortened", "inflection", "identical"]
GRAVEST_FIRST: tuple[Difference, ...] = ("negation", "number", "wording", "shortened", "inflection")
"""Ways in which wordings differ: one denies and the other does not; another number; other words; a part of the other;
the same words in other forms (`rumeur`, `rumeurs`)."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """The words inside quotation marks of a statement."""

    statement: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    said: Interval | None = None
    """The day that the article's words name for it, None where they name none."""


def variants(coverage: Coverage, attribution: Attribution) -> tuple[Quotation, ...]:
    """Return the utterances of one body that stand in two or more different wordings.

    One body, not one person: what one article gives to a spokesman another gives to those he speaks for.
    """
    by_body: dict[str, list[Utterance]] = {}
    for told in coverage.statements:
        actor = attribution.speakers.get(told.statement.id)
        if actor is not None and told.statement.form != "indirect":
            found = _utterance(coverage, told)
            if len(found.words) >= FEWEST:
                by_body.setdefault(attribution.body(actor), []).append(found)
    negations = frozenset(plain(word) for word in coverage.lexicon.stopwords.negations)
    out = [q for _, items in sorted(by_body.items()) for q in _of_voice(items[:MOST], negations)]
    return tuple(sorted(out, key=lambda q: q.variants))


def difference(first: Utterance, second: Utterance, negations: frozenset[str]) -> Difference:
    """Name how two wordings differ. `negations` are the words, in small letters without accents, that negate."""
    if first.words == second.words:
        return "identical"
    if first.stems == second.stems:
        return "inflection"
    if _within(first.stems, second.stems) or _within(second.stems, first.stems):
        return "shortened"
    if negations.isdisjoint(first.words) != negations.isdisjoint(second.words):
        return "negation"
    apart = set(first.words) ^ set(second.words)
    return "number" if any(word[0].isdigit() for word in apart) else "wording"


def _of_voice(items: Sequence[Utterance], negations: frozenset[str]) -> list[Quotation]:
    pairs: Pairs = {}
    for i, one in enumerate(items):
        for j in range(i + 1, len(items)):
            share = _share(one, items[j])
            if share >= ALIKE and not _days_differ(one, items[j]):
                pairs[i, j] = share
    found = []
    for group in average_link(len(items), pairs, ALIKE):
        kinds = {difference(items[i], items[j], negations) for i in group for j in group if i < j}
        gravest = next((k for k in GRAVEST_FIRST if k in kinds), None)
        if gravest is not None:
            said = tuple(items[i].statement for i in group)
            found.append(Quotation(variants=said, difference=gravest, apart=_apart([items[i] for i in group])))
    return found


def _days_differ(one: Utterance, other: Utterance) -> bool:
    """Say whether the articles name two days: a formula that was repeated is no variant of itself."""
    return before(one.said, other.said) or before(other.said, one.said)


def _apart(items: Sequence[Utterance]) -> tuple[str, ...]:
    shared = frozenset.intersection(*(frozenset(item.words) for item in items))
    return tuple(dict.fromkeys(word for item in items for word in item.words if word not in shared))


def _share(one: Utterance, other: Utterance) -> float:
    first, second = set(one.stems), set(other.stems)
    if not first.isdisjoint(second) and (_within(one.stems, other.stems) or _within(other.stems, one.stems)):
        return 1.0
    return len(first & second) / len(first | second)


def _utterance(coverage: Coverage, told: Told) -> Utterance:
    """Return what stands inside marks, all of it when the whole content is a direct quotation."""
    text, found = told.article.text, []
    for span in told.statement.content:
        inner = [q.span.shifted(span.start) for q in quotations(span.of(text))]
        found.extend([span] if told.statement.form == "direct" else inner)
    tokens = [m.group() for span in found for m in TOKEN.finditer(text, span.start, span.end)]
    language = coverage.lexicon.language
    stems = tuple(plain(t) if t[0].isdigit() else stem(t.lower(), language) for t in tokens)
    said = told.statement.when if told.statement.when_basis in {"words", "person"} else None
    return Utterance(told.statement.id, tuple(plain(t) for t in tokens), stems, said)


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether `short` stands in `long` as it is, without a gap."""
    width = len(short)
    return any(long[i : i + width] == short for i in range(len(long) - width + 1) if long[i] == short[0])
