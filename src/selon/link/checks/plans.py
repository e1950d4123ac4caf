"""Plans and counts: one number, planned according to one body and reached according to another.

The same number does not make the second a confirmation of the first, nor the first a proof of the second: what it
means can't be told, so the verdict stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from selon.link.checks.amounts import is_count, is_read
from selon.link.coverage import Counted
from selon.model import Check, Series

DISTINCTIVE = 100
"""A number from which a plan and a count that are equal are worth a look; smaller ones meet by chance."""

MOST = 50
"""Counts with which a plan is compared, most: the first of the story."""


def plans(found: Sequence[Series], known: Mapping[str, Counted], bodies: Mapping[str, str]) -> Iterator[Check]:
    """Yield the plans of which another body gives the very number as reached, series by series."""
    for one in found:
        own = [known[name] for name in one.figures if name in known]
        given = [c for c in own if is_read(c.figure) and is_count(c.figure) and c.figure.id in bodies]
        planned = [c for c in given if c.figure.scope == "planned"]
        reached: dict[object, list[Counted]] = {}
        for count in given:
            if count.figure.scope != "planned" and count.figure.part_of is None and not count.figure.move:
                reached.setdefault(count.figure.low, []).append(count)
        seen: set[tuple[str, str, object]] = set()
        for plan in planned:
            for count in reached.get(plan.figure.low, ())[:MOST]:
                pair = (bodies[plan.figure.id], bodies[count.figure.id], plan.figure.low)
                if pair[0] == pair[1] or pair in seen or not _same_number(plan, count):
                    continue
                seen.add(pair)
                yield Check(
                    kind="comparison",
                    holds=None,
                    figures=(plan.figure.id, count.figure.id),
                    words=f"{_said(plan)} ≟ {_said(count)}",
                )


def _same_number(plan: Counted, count: Counted) -> bool:
    one, other = plan.figure, count.figure
    known = one.low is not None and one.low == one.high and (one.low, one.high) == (other.low, other.high)
    return known and one.low is not None and one.low >= DISTINCTIVE and plan.article.id != count.article.id


def _said(counted: Counted) -> str:
    return " ".join(counted.figure.span.of(counted.article.text).split())
