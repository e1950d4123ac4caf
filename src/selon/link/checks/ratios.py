"""Ratios: what doubled, rose by a share, or is so many times an estimate before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from selon.link.checks.amounts import Amount, amount, is_exact, is_measure_of_time_or_share
from selon.link.checks.scene import Scene
from selon.link.checks.telling import check, written
from selon.link.coverage import Counted, Coverage
from selon.link.moments import day_order
from selon.link.whole_words import has
from selon.model import Check, Figure

CLOSE, FAR = 0.2, 0.4
"""A ratio holds when it is within the first share of what the words say, as rounding goes (`trois fois` said of 3.33),
and fails beyond the second; between them it can't be told what the writer would call it."""

POINTS_CLOSE, POINTS_FAR = 1.0, 3.0
"""The same in points, for shares by which something rose or fell."""

MOST_APART = 120
_HUNDRED = 100.0


def ratios(scene: Scene) -> Iterator[Check]:
    """Yield the ratios within one article."""
    for _, own in scene.by_sentence():
        before, after = _moved(scene, own)
        if before is None or after is None:
            continue
        for figure in own:
            if figure in (before, after):
                continue
            if figure.move in {"multiple", "division"} and is_exact(figure):
                yield from _multiple(scene, figure, before, after)
            elif figure.unit == "%" and figure.move in {"increment", "decrease"}:
                yield from _share(scene, figure, before, after)


def _moved(scene: Scene, own: list[Figure]) -> tuple[Figure | None, Figure | None]:
    """Return the one pair of values of a sentence of which the second came in the place of the first."""
    pairs = [
        (one, other)
        for one, other in pairwise(own)
        if one.scope == "recalled"
        and other.move == "revised"
        and (scene.noun(one), one.unit) == (scene.noun(other), other.unit)
        and is_exact(one)
        and is_exact(other)
    ]
    return pairs[0] if len(pairs) == 1 else (None, None)


def _multiple(scene: Scene, factor: Figure, before: Figure, after: Figure) -> Iterator[Check]:
    first, second = (after, before) if factor.move == "division" else (before, after)
    if amount(first).low <= 0 or not _together(factor, before, after):
        return
    reached, said = amount(second).low / amount(first).low, amount(factor).low
    verdict = _verdict(reached, said)
    words = f"{scene.said(second)} / {scene.said(first)} = {written(reached)} {'≈' if verdict else '≠'} {written(said)}"
    yield check("ratio", (before, after, factor), words, verdict=verdict)


def _verdict(reached: float, said: float) -> bool | None:
    off = abs(reached - said) / said
    return True if off <= CLOSE else False if off > FAR else None


def _share(scene: Scene, share: Figure, before: Figure, after: Figure) -> Iterator[Check]:
    if amount(before).low <= 0 or not _together(share, before, after) or is_measure_of_time_or_share(before):
        return
    sign = -1 if share.move == "decrease" else 1
    reached = sign * (amount(after).low / amount(before).low - 1) * _HUNDRED
    said = amount(share)
    off = max(said.low - reached, reached - said.high, 0.0)
    verdict = True if off <= POINTS_CLOSE else False if off > POINTS_FAR else None
    signs = f"= {written(sign * reached)} % {'≈' if verdict else '≠'}"
    words = f"{scene.said(before)} → {scene.said(after)} {signs} {scene.said(share)}"
    yield check("ratio", (before, after, share), words, verdict=verdict)


def _together(*figures: Figure) -> bool:
    ordered = sorted(figures, key=lambda f: f.span)
    return all(b.span.start - a.span.end <= MOST_APART for a, b in pairwise(ordered))


def ratios_across(
    known: list[Scene], coverage: Coverage, series: Mapping[str, str], bodies: Mapping[str, str]
) -> Iterator[Check]:
    """Yield the ratios whose other side stands in another article.

    `series` gives the series of a figure, `bodies` the body that gives it.
    """
    for scene in known:
        yield from _times_the_earlier(scene, coverage, series, bodies)
        yield from _over_the_limit(scene, known)


def _times_the_earlier(
    scene: Scene, coverage: Coverage, series: Mapping[str, str], bodies: Mapping[str, str]
) -> Iterator[Check]:
    """`Cette estimation est trois fois plus importante que la précédente`, which other articles give."""
    for place, own in scene.by_sentence():
        factor = next((f for f in own if f.move == "multiple" and is_exact(f)), None)
        if factor is None or not _of_an_estimate(scene, place, factor):
            continue
        subject = next((f for f in reversed(scene.near(place - 1, 0)) if f.id in series), None)
        base = _estimate_before(scene, subject, coverage, series, bodies) if subject else None
        if subject is None or base is None:
            continue
        before, now = base.figure, subject
        reached, said = _middle(amount(now)) / _middle(amount(before)), amount(factor).low
        verdict = True if _verdict(reached, said) else None  # another estimate may be meant
        told = " ".join(before.span.of(base.article.text).split())
        sign = "≈" if verdict else "≟"
        line = f"{scene.said(now)} / {told} = {written(reached)} {sign} {scene.said(factor)}"
        yield check("ratio", (before, now, factor), line, verdict=verdict)


def _of_an_estimate(scene: Scene, place: int, factor: Figure) -> bool:
    """Say whether a factor is that of an estimate to the one before it."""
    return has(scene.words.earlier, scene.behind(factor)) and has(scene.words.estimates, scene.sentence(place))


def _estimate_before(
    scene: Scene, subject: Figure, coverage: Coverage, series: Mapping[str, str], bodies: Mapping[str, str]
) -> Counted | None:
    """Return the last estimate of the same things by the same body that an earlier day gave."""
    own = next(c for c in scene.figures if c.figure.id == subject.id)
    body = bodies.get(subject.id)
    earlier = [
        c
        for c in coverage.figures
        if series.get(c.figure.id) == series[subject.id]
        and body is not None
        and bodies.get(c.figure.id) == body
        and day_order(c.said) < day_order(own.said)
        and is_exact(c.figure)
        and c.figure.scope != "planned"
        and c.figure.low
    ]
    return max(earlier, key=lambda c: (day_order(c.said), c.figure.id), default=None)


def _over_the_limit(scene: Scene, known: list[Scene]) -> Iterator[Check]:
    """`54 passagers, soit 20 % de plus que sa limite`, which other articles give."""
    for _, own in scene.by_sentence():
        for reached, share in pairwise(own):
            behind = scene.behind(share)[:MOST_APART]
            over = share.unit == "%" and behind.lstrip().startswith(scene.words.excess)
            if not over or not has(scene.words.limits, behind) or not is_exact(reached) or not is_exact(share):
                continue
            limit = next(_limits(known, reached, amount(share).low), None)
            if limit is not None:
                where, base = limit
                line = f"{where.said(base)} + {scene.said(share)} = {scene.said(reached)}"
                yield check("ratio", (base, share, reached), line, verdict=True)


def _limits(known: list[Scene], reached: Figure, share: float) -> Iterator[tuple[Scene, Figure]]:
    """Yield the figures of the story that are told to be a limit, and that a number is over by a share."""
    wanted = amount(reached).low / (1 + share / _HUNDRED)
    for other in known:
        for counted in other.figures:
            base = counted.figure
            near = other.ahead(base)[-MOST_APART:] + other.behind(base)[:MOST_APART]
            fits = is_exact(base) and _in_one_unit(base, reached) and abs(amount(base).low - wanted) < 0.5  # noqa: PLR2004
            if fits and has(other.words.limits, near):
                yield other, base


def _in_one_unit(base: Figure, reached: Figure) -> bool:
    """Say whether two figures are counts or measures in one unit."""
    return base.unit == reached.unit


def _middle(given: Amount) -> float:
    return (given.low + given.high) / 2
