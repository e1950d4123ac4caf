"""Conflicts between articles, between a title and its text, and between who denies and who says that it is so.

Counts that grow through a day contradict nothing: numbers are compared only once the day that they are about is over,
or where they are totals. A denial is set against an affirmation only where both say the same in much the same words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from selon.lexicon import Lexicon
from selon.link.checks.amounts import amount, is_exact, is_read
from selon.link.concepts import COUNT, NUMBER, STATE, concepts
from selon.link.coverage import Counted, Coverage, Told
from selon.link.origins import Attribution
from selon.link.revisions import is_settled
from selon.link.sides import Side
from selon.link.things import Thing
from selon.model import Check, Figure, Interval

APART = 0.1
"""Share by which two exact numbers differ at least to contradict one another: less is rounding."""

TIMES = 5
"""How many times the one number the other is, most: beyond, something else is counted."""

LEAST = 10
"""The smaller of two numbers, at least: below, somebody counts a part of them."""

SAME = 0.6
"""Share of the concepts of the shorter of an affirmation and a denial that the other has, at least."""

ALIKE = 1 / 3
"""Share of the concepts of both that they have in common (Jaccard), at least. Over 158 articles of one story a lower
share found denials of something else."""

OWN = 3
"""Concepts, states and numbers left out, that the two have in common, at least."""

MOST = 40
"""Statements of either side of a claim that are compared, the first of the story."""


def numbers_apart(
    coverage: Coverage, things: Mapping[str, Thing], bodies: Mapping[str, str], days: Mapping[str, Interval]
) -> Iterator[Check]:
    """Yield the numbers for one thing in one place on one day that two bodies give, or one body in two articles.

    `days` are those that figures are about. What two bodies say can't both be right; one body may have counted anew.
    """
    groups: dict[tuple[Thing, dt.date], list[Counted]] = {}
    for counted in coverage.figures:
        figure, day = counted.figure, _day(counted.figure, days)
        thing = things.get(figure.id)
        if thing is not None and day is not None and bodies.get(figure.id) and is_settled(counted, day):
            groups.setdefault((thing, day), []).append(counted)
    for _, own in sorted(groups.items()):
        seen: set[frozenset[tuple[str, float]]] = set()
        for one, other in combinations(own, 2):
            givers = [bodies[c.figure.id] for c in (one, other)]
            values = [amount(c.figure).low for c in (one, other)]
            key = frozenset(zip(givers, values, strict=True))
            if key in seen or one.article.id == other.article.id or not _differ(*values):
                continue
            seen.add(key)
            same = givers[0] == givers[1]
            sign = "≟" if same else "≠"
            yield Check(
                kind="conflict",
                holds=None if same else False,
                figures=(one.figure.id, other.figure.id),
                words=f"{_said(one)} {sign} {_said(other)}",
            )


def title_apart(coverage: Coverage, things: Mapping[str, Thing]) -> Iterator[Check]:
    """Yield the numbers of titles of which the text below gives none, but others for the same thing.

    A text may have been written anew below its title, so that it can't be told which one is a mistake.
    """
    by_article: dict[str, list[Counted]] = {}
    for counted in coverage.figures:
        if is_read(counted.figure) and counted.article.title is not None:
            by_article.setdefault(counted.article.id, []).append(counted)
    for own in by_article.values():
        title = own[0].article.title
        for told in own:
            if title is None or not title.contains(told.figure.span) or not is_exact(told.figure):
                continue
            below = [c for c in own if not title.contains(c.figure.span)]
            alike = [c for c in below if _counts_alike(told, c, things)]
            if any(amount(c.figure).agrees(amount(told.figure)) for c in below):
                continue
            apart = [c for c in alike if is_exact(c.figure) and c.figure.part_of is None and c.figure.move is None]
            if alike and len(apart) == len(alike) and _differ(amount(told.figure).low, amount(apart[0].figure).low):
                words = f"{_said(told)} ≟ {_said(apart[0])}"
                yield Check(kind="conflict", holds=None, figures=(told.figure.id, apart[0].figure.id), words=words)


def _counts_alike(one: Counted, other: Counted, things: Mapping[str, Thing]) -> bool:
    first, second = things.get(one.figure.id), things.get(other.figure.id)
    if first is not None or second is not None:
        return first == second and other.figure.hours is None and other.figure.scope != "recalled"
    same = one.figure.counted.casefold() == other.figure.counted.casefold() != ""
    return same and one.figure.unit == other.figure.unit and other.figure.scope != "recalled"


def _day(figure: Figure, days: Mapping[str, Interval]) -> dt.date | None:
    when = days.get(figure.id) or figure.as_of
    return when.low if when is not None and when.low == when.high else None


def _differ(one: float, other: float) -> bool:
    least, most = sorted((one, other))
    return least >= LEAST and most - least > APART * most and most <= TIMES * least


def _said(counted: Counted) -> str:
    return " ".join(counted.figure.span.of(counted.article.text).split())


def sides_apart(
    claims: Sequence[Sequence[Told]], attribution: Attribution, sides: Mapping[str, Side | None], lexicon: Lexicon
) -> Iterator[Check]:
    """Yield, of each claim, the denial and the affirmation by another body that are most alike, if they are enough.

    Enough is much the same, and a state or a number. How much of what was said is denied can't be told.
    """
    known = concepts(lexicon)

    def about(told: Told) -> frozenset[str]:
        return frozenset(known.of_words(told.words))

    for statements in claims:
        voiced = [t for t in statements if t.statement.id in attribution.speakers]
        denying = [(t, about(t)) for t in voiced if sides.get(t.statement.id) == "denies"][:MOST]
        if not denying:
            continue
        vouching = [(t, about(t)) for t in voiced if sides.get(t.statement.id) == "vouches"][:MOST]
        best: tuple[float, str, str] | None = None
        for no, its in denying:
            for yes, theirs in vouching:
                share = _share(its, theirs)
                if share is not None and _bodies_differ(no, yes, attribution):
                    found = (-share, yes.statement.id, no.statement.id)
                    best = found if best is None else min(best, found)
        if best is not None:
            yield Check(kind="conflict", holds=None, statements=best[1:])


def _share(one: frozenset[str], other: frozenset[str]) -> float | None:
    shared = one & other
    if not any(concept[0] in (STATE, NUMBER) for concept in shared):
        return None  # the same deed, of others
    own = sum(concept[0] not in (STATE, NUMBER, COUNT) for concept in shared)
    share = len(shared) / max(min(len(one), len(other)), 1)
    alike = len(shared) >= ALIKE * len(one | other)
    return share if own >= OWN and share >= SAME and alike else None


def _bodies_differ(one: Told, other: Told, attribution: Attribution) -> bool:
    first, second = (attribution.body(attribution.speakers[t.statement.id]) for t in (one, other))
    return first != second
