"""Parts of a whole, shares of it, and groups of so many each, which may be read as so many in all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from selon.link.checks.amounts import amount, is_count, is_exact, is_measure_of_time_or_share
from selon.link.checks.outcomes import outcome
from selon.link.checks.scene import Scene, noun
from selon.link.checks.sums import summed
from selon.link.checks.telling import check, written
from selon.link.whole_words import has
from selon.model import Check, Figure

SHARE_OFF = 1.0
"""Points by which a rounded share may be off."""

_NEAR = 60
_OF = re.compile(r"\s(?:de|d'|des)\s?$|\s(?:de|d')$")
_OPENED = re.compile(r"^[^.;:!?\n\d]{0,40}?,? ?(?:dont|parmi lesquels|parmi lesquelles)$")
_HUNDRED = 100.0


def parts(scene: Scene) -> Iterator[Check]:
    """Yield what one article says of parts and wholes."""
    yield from _within(scene)
    yield from _chosen(scene)
    yield from _too_large(scene)
    yield from _shares(scene)
    yield from _groups(scene)


def _within(scene: Scene) -> Iterator[Check]:
    """`12 000 soldats, dont 500 officiers et trois généraux`: what is told apart must fit in."""
    known = {c.figure.id: c.figure for c in scene.figures}
    told: dict[str, list[Figure]] = {}
    for figure in known.values():
        whole = known.get(figure.part_of or "")
        if whole is not None and is_count(figure) and is_count(whole) and not is_measure_of_time_or_share(figure):
            told.setdefault(whole.id, []).append(figure)
    for name, own in told.items():
        whole = known[name]
        left = " + ".join(scene.said(f) for f in own)
        if summed(own).low <= amount(whole).high:
            yield check("part", (*own, whole), f"{left} ≤ {scene.said(whole)}", verdict=True)


def _chosen(scene: Scene) -> Iterator[Check]:
    """`deux des morts`, where the article gives all of the dead."""
    known = [c.figure for c in scene.figures if is_count(c.figure)]
    for part in known:
        kind = outcome(scene, part)
        if not kind or part.part_of or not has(scene.words.chosen, scene.text[part.span.start : part.span.end]):
            continue
        whole = next((f for f in known if f.id != part.id and outcome(scene, f) == kind and f.part_of is None), None)
        if whole is not None and amount(part).high <= amount(whole).low:
            yield check("part", (part, whole), f"{scene.said(part)} ≤ {scene.said(whole)}", verdict=True)


def _too_large(scene: Scene) -> Iterator[Check]:
    """`20 blessés, dont 30 enfants`: a part that is more than its whole."""
    for _, own in scene.by_sentence():
        for whole, part in pairwise(own):
            opened = _OPENED.match(scene.between(whole, part).rstrip())
            if not opened or not all(is_exact(f) and is_count(f) and scene.counts_people(f) for f in (whole, part)):
                continue
            if part.part_of is None and whole.part_of is None and amount(part).low > amount(whole).high:
                words = f"{scene.said(part)} > {scene.said(whole)}"
                yield check("part", (part, whole), words, verdict=False)


def _shares(scene: Scene) -> Iterator[Check]:
    """`12 des 25 élus, soit 48 %`: a part, its whole, and the share that the one is of the other."""
    known = {c.figure.id: c.figure for c in scene.figures}
    for _, own in scene.by_sentence():
        parts_of = {f.part_of: f for f in reversed(own) if f.part_of}
        for whole, share in pairwise(own):
            part = parts_of.get(whole.id)
            if part is None or share.unit != "%" or not is_exact(part) or not is_exact(whole) or share.move:
                continue
            joint = scene.between(known[whole.id], share)
            said = re.search(r"(?:, soit|\() ?(?:environ |près de |plus de )?$", joint)
            if not said or len(joint) > _NEAR or not amount(whole).low:
                continue
            reached = amount(part).low / amount(whole).low * _HUNDRED
            given = amount(share)
            agreed = given.low - SHARE_OFF <= reached <= given.high + SHARE_OFF
            sign = "≈" if agreed else f"= {written(reached)} % ≠"
            words = f"{scene.said(part)} / {scene.said(whole)} {sign} {scene.said(share)}"
            yield check("ratio", (part, whole, share), words, verdict=agreed)


def _groups(scene: Scene) -> Iterator[Check]:
    """`quatre brigades de 12 000 soldats` where the article gives 12 000 as all there are."""
    names = {noun(word, scene.lexicon.language) for word in scene.words.groups}
    known = [c.figure for c in scene.figures]
    for groups, each in pairwise(known):
        if scene.noun(groups) not in names or not _OF.fullmatch(scene.between(groups, each)):
            continue
        if not is_exact(groups) or not is_exact(each) or amount(groups).low <= 1 or not is_count(each):
            continue
        alone = next((f for f in known if f not in (groups, each) and _is_all(scene, f, each)), None)
        if alone is not None:
            product = amount(each).times(amount(groups).low).low
            words = f"{scene.said(groups)} × {scene.said(each)} = {written(product)} ≠ {scene.said(alone)}"
            yield check("ratio", (groups, each, alone), words, verdict=False)


def _is_all(scene: Scene, figure: Figure, each: Figure) -> bool:
    """Say whether a figure gives the number of each group as the number of all of what is counted."""
    return is_exact(figure) and amount(figure) == amount(each) and scene.noun(figure) == scene.noun(each)
