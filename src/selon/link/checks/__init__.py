"""Checks: arithmetic and logic that the texts of a story assert or imply, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from selon.link.checks.across import numbers_apart, sides_apart, title_apart
from selon.link.checks.comparisons import comparisons
from selon.link.checks.conflicts import conflicts_within, contradicted, nouns_apart
from selon.link.checks.days import weekdays
from selon.link.checks.leads import leads_apart
from selon.link.checks.parts import parts
from selon.link.checks.plans import plans
from selon.link.checks.ratios import ratios, ratios_across
from selon.link.checks.scene import scenes
from selon.link.checks.sums import sums
from selon.link.checks.tickets import tickets_apart
from selon.link.coverage import Coverage, Told
from selon.link.origins import Attribution
from selon.link.sides import Side
from selon.link.things import Thing, things
from selon.model import Check, Interval, Series

__all__ = ["checks"]


def checks(
    coverage: Coverage,
    attribution: Attribution,
    givers: Mapping[str, str],
    series: Sequence[Series],
    days: Mapping[str, Interval] | None = None,
    claims: Sequence[Sequence[Told]] = (),
    *,
    sides: Mapping[str, Side | None] | None = None,
    counted: Mapping[str, Thing] | None = None,
) -> tuple[Check, ...]:
    """Return the checks of a story, in no order that depends on that of its articles.

    What several articles tell in the same words is one check with the figures of all of them. `givers` are the
    actors of figures, `days` those that figures are about, `claims` the statements of each claim, `sides` those that
    statements take, `counted` the `things` that figures count (None: they are looked for). A figure that could not be
    read takes part in none.
    """
    known = list(scenes(coverage))
    bodies = {figure: attribution.body(actor) for figure, actor in givers.items()}
    in_series = {figure: one.id for one in series for figure in one.figures}
    found: list[Check] = []
    for scene in known:
        for rule in (sums, parts, ratios, comparisons):
            found.extend(rule(scene))
        found.extend(conflicts_within(scene, bodies, days))
        found.extend(tickets_apart(scene, bodies))
    found.extend(ratios_across(known, coverage, in_series, bodies))
    found.extend(nouns_apart(known, bodies))
    found.extend(plans(series, {c.figure.id: c for c in coverage.figures}, bodies))
    counted = things(coverage) if counted is None else counted
    found.extend(numbers_apart(coverage, counted, bodies, days or {}))
    found.extend(title_apart(coverage, counted))
    found.extend(contradicted(coverage, attribution))
    found.extend(sides_apart(claims, attribution, sides or {}, coverage.lexicon))
    found.extend(leads_apart(coverage, attribution, sides or {}))
    found.extend(weekdays(coverage))
    return _together(found)


def _together(found: Iterable[Check]) -> tuple[Check, ...]:
    """Make one check of those that are told in the same words with the same verdict; those without words stay apart."""
    kept: dict[tuple[object, ...], Check] = {}
    for one in found:
        key = (one.kind, one.holds, one.words.casefold() or (one.figures, one.statements))
        known = kept.get(key)
        kept[key] = one if known is None else _joined(known, one)
    return tuple(sorted(kept.values(), key=lambda c: (c.kind, c.words, c.figures, c.statements)))


def _joined(known: Check, one: Check) -> Check:
    return msgspec.structs.replace(
        known,
        figures=tuple(dict.fromkeys((*known.figures, *one.figures))),
        statements=tuple(dict.fromkeys((*known.statements, *one.statements))),
        passages=tuple(dict.fromkeys((*known.passages, *one.passages))),
    )
