"""Quotations: one utterance that the coverage gives in different words.

Translated, shortened or corrected on its way, what a speaker said stands in several articles (or twice in one)
in words that nearly agree. Which of them is right can't be told; that they differ, and how, can.

Words inside quotation marks are compared as they stand. What one article quotes and another reports, or what both have
from a translation, is told by its concepts, among what one body said on one day; and a statement that was copied is the
one that it was copied from, however it is worded.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from typing import Literal

from selon.link.clusters import average_link
from selon.link.concepts import COUNT, NUMBER, STATE, concepts
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
"""Utterances of one voice, or of one voice and day, that are compared with one another: the first of the story."""

RETOLD = 0.36
"""Share of concepts (Jaccard) that what one article quotes and another tells of one body and day have in common."""

SHORTENED = 0.8
"""Share of the concepts of the shorter one, if they are three, from which it is a part of the other."""

OWN = 2
"""Concepts, states and numbers left out, that the two have in common at least. Of 57 pairs that were read, in 158
articles of one story, 54 were one utterance; the others shared less than 0.36."""

ONE_TIME = 2
"""Days that the time of what is retold may last at most, after the first."""

Difference = Literal["negation", "number", "wording", "shortened", "inflection", "identical"]
GRAVEST_FIRST: tuple[Difference, ...] = ("negation", "number", "wording", "shortened", "inflection")
"""Ways in which wordings differ: one denies and the other does not; another number; other words; a part of the other;
the same words in other forms (`rumeur`, `rumeurs`)."""


@dataclass(frozen=True)
class Utterance:
    """The words inside quotation marks of a statement."""

    statement: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    said: Interval | None = None
    """The day that the article's words name for it, None where they name none."""
    article: str = ""
    quoted: bool = True
    when: Interval | None = None
    """The few days in which it was said, None where they are many or unknown."""
    content: tuple[str, ...] = ()
    """All words of the statement, those outside the quotation marks as well."""
    concepts: frozenset[str] = frozenset()

    @cached_property
    def different(self) -> frozenset[str]:
        """Its stems, each once."""
        return frozenset(self.stems)

    @property
    def is_quotation(self) -> bool:
        """Whether enough stands inside quotation marks to be compared."""
        return self.quoted and len(self.words) >= FEWEST


def variants(
    coverage: Coverage, attribution: Attribution, originals: Mapping[str, str] | None = None
) -> tuple[Quotation, ...]:
    """Return the utterances of one body that stand in two or more different wordings.

    One body, not one person: what one article gives to a spokesman another gives to those he speaks for. `originals`
    are the statements that copied ones were copied from, by their ids; who speaks is who does there.
    """
    known, speakers = originals or {}, attribution.speakers
    by_body: dict[str, list[Utterance]] = {}
    for told in coverage.statements:
        name = told.statement.id
        actor = speakers.get(known.get(name, "")) or speakers.get(name)
        if actor is not None:
            found = _utterance(coverage, told)
            if found.is_quotation or found.when is not None or name in known:
                by_body.setdefault(attribution.body(actor), []).append(found)
    negations = frozenset(plain(word) for word in coverage.lexicon.stopwords.negations)
    out = [q for _, items in sorted(by_body.items()) for q in _of_voice(items, negations, known)]
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


def _of_voice(items: Sequence[Utterance], negations: frozenset[str], originals: Mapping[str, str]) -> list[Quotation]:
    pairs: Pairs = {}
    for i, j in combinations([i for i, item in enumerate(items) if item.is_quotation][:MOST], 2):
        share = _share(items[i], items[j])
        if share >= ALIKE and not _days_differ(items[i], items[j]):
            pairs[i, j] = share
    same: dict[int, list[int]] = {}
    for (i, j), share in pairs.items():
        if share == 1.0:
            same.setdefault(i, []).append(j)
            same.setdefault(j, []).append(i)
    for i, j in (*_retold(items), *_copied(items, originals)):
        for one, other in product((i, *same.get(i, ())), (j, *same.get(j, ()))):
            if one != other:
                pairs.setdefault((min(one, other), max(one, other)), ALIKE)
    found = []
    for group in average_link(len(items), pairs, ALIKE):
        kinds = {_difference(items[i], items[j], negations) for i in group for j in group if i < j}
        gravest = next((k for k in GRAVEST_FIRST if k in kinds), None)
        if gravest is not None:
            said = tuple(items[i].statement for i in group)
            found.append(Quotation(variants=said, difference=gravest, apart=_apart([items[i] for i in group])))
    return found


def _retold(items: Sequence[Utterance]) -> list[tuple[int, int]]:
    return [(i, j) for i, j in _same_time(items) if _is_retold(items[i], items[j])]


def _copied(items: Sequence[Utterance], originals: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Yield the quotations that were copied, with what they were copied from."""
    places = {item.statement: i for i, item in enumerate(items)}
    for i, item in enumerate(items):
        j = places.get(originals.get(item.statement, ""))
        if j is not None and item.quoted and items[j].quoted:
            yield i, j


def _same_time(items: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of different articles that were said within the same few days, each once or more."""
    by_day: dict[dt.date, list[int]] = {}
    for i, item in enumerate(items):
        if item.when is not None and item.when.low is not None and item.when.high is not None:
            for shift in range((item.when.high - item.when.low).days + 1):
                by_day.setdefault(item.when.low + dt.timedelta(days=shift), []).append(i)
    for same in by_day.values():
        yield from ((i, j) for i, j in combinations(same[:MOST], 2) if items[i].article != items[j].article)


def _is_retold(one: Utterance, other: Utterance) -> bool:
    """Say whether one of two is quoted, and the other tells the same of that time."""
    if not (one.quoted or other.quoted):
        return False
    shared = one.concepts & other.concepts
    own = sum(concept[0] not in (STATE, NUMBER, COUNT) for concept in shared)
    fewer = min(len(one.concepts), len(other.concepts))
    alike = len(shared) >= RETOLD * len(one.concepts | other.concepts)
    return own >= OWN and (alike or (own > OWN and len(shared) >= SHORTENED * fewer))


def _difference(one: Utterance, other: Utterance, negations: frozenset[str]) -> Difference:
    """Name how two wordings differ, by all of their words where one of them is not quoted."""
    if one.is_quotation and other.is_quotation:
        return difference(one, other, negations)
    first, second = (replace(u, words=u.content, stems=u.content) for u in (one, other))
    return difference(first, second, negations)


def _days_differ(one: Utterance, other: Utterance) -> bool:
    """Say whether the articles name two days: a formula that was repeated is no variant of itself."""
    return before(one.said, other.said) or before(other.said, one.said)


def _apart(items: Sequence[Utterance]) -> tuple[str, ...]:
    quoted = all(item.is_quotation for item in items)
    said = [item.words if quoted else item.content for item in items]
    shared = frozenset.intersection(*map(frozenset, said))
    return tuple(dict.fromkeys(word for words in said for word in words if word not in shared))


def _share(one: Utterance, other: Utterance) -> float:
    first, second = one.different, other.different
    shared = len(first & second)
    whole = shared == min(len(first), len(second))  # all stems of one: it may stand in the other
    if shared and whole and (_within(one.stems, other.stems) or _within(other.stems, one.stems)):
        return 1.0
    return shared / (len(first) + len(second) - shared)


def _utterance(coverage: Coverage, told: Told) -> Utterance:
    """Return what stands inside marks, all of it when the whole content is a direct quotation."""
    text, found = told.article.text, []
    for span in told.statement.content:
        inner = [q.span.shifted(span.start) for q in quotations(span.of(text))]
        found.extend([span] if told.statement.form == "direct" else inner)
    tokens = [m.group() for span in found for m in TOKEN.finditer(text, span.start, span.end)]
    language = coverage.lexicon.language
    stems = tuple(plain(t) if t[0].isdigit() else stem(t.lower(), language) for t in tokens)
    statement = told.statement
    return Utterance(
        statement=statement.id,
        words=tuple(plain(t) for t in tokens),
        stems=stems,
        said=statement.when if statement.when_basis in {"words", "person"} else None,
        article=told.article.id,
        quoted=statement.form == "direct" or any(not _is_name(span.of(text)) for span in found),
        when=_few_days(statement.when),
        content=told.keys,
        concepts=frozenset(concepts(coverage.lexicon).of_all.of_words(told.words)),
    )


def _is_name(marked: str) -> bool:
    """Say whether all words in quotation marks have a capital: the name of a ship, a title."""
    return all(m.group()[0].isupper() for m in TOKEN.finditer(marked))


def _few_days(when: Interval | None) -> Interval | None:
    if when is None or when.low is None or when.high is None:
        return None
    return when if 0 <= (when.high - when.low).days <= ONE_TIME else None


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether `short` stands in `long` as it is, without a gap."""
    width = len(short)
    return any(long[i : i + width] == short for i in range(len(long) - width + 1) if long[i] == short[0])
