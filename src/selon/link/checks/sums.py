"""Sums that a text asserts: a tally and its total, what is added to an earlier count, a number over another.

A sum that does not add up is reported only where the text says in so many words that it does and every number is
exact: what else may belong to a whole, nobody can know. Sums that add up are taken from looser signs, since numbers
rarely meet by chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from selon.link.checks.amounts import Amount, amount, is_count, is_exact, is_measure_of_time_or_share
from selon.link.checks.outcomes import ones, outcome
from selon.link.checks.scene import Scene
from selon.link.checks.telling import total
from selon.link.whole_words import first, has
from selon.model import Check, Figure

LISTED = 45
"""Characters between two items of one list, most: a noun with an adjective or two, a comma, a place."""

CHANCE = 20
"""Sums below this meet by chance too often to be taken from two numbers that no words tie."""

LOOKED_BACK = 20
"""Figures in front of an increment among which the count that it adds to is looked for."""

_ITEMS = 6
_NEXT = 3
_LIST = re.compile(r"^[^.;:!?\n«»\"]*(?:,| et )[^.;:!?\n«»\"]*$")


def sums(scene: Scene) -> Iterator[Check]:
    """Yield the sums of one article."""
    rules: Sequence[Callable[[Scene], Iterator[Check]]] = (
        _lists, _increments, _excesses, _accounts, _with_others, _completed, _gathered, _pairs,
    )  # fmt: skip
    for rule in rules:
        yield from rule(scene)


def summed(figures: Sequence[Figure]) -> Amount:
    """Return what the sum of figures may be."""
    reached = Amount(0.0, 0.0)
    for figure in figures:
        reached = reached + amount(figure)
    return reached


def _lists(scene: Scene) -> Iterator[Check]:
    """`14 morts, un disparu et 42 rescapés, soit 57 personnes`."""
    for _, own in scene.by_sentence():
        for at, whole in enumerate(own[2:], 2):
            joint = scene.between(own[at - 1], whole)
            if len(joint) > LISTED or not _joins(scene, joint):
                continue
            items = _items(scene, own[max(0, at - _ITEMS) : at])
            if len(items) > 1 and _one_sort(scene, [*items, whole]):
                singles = ones(scene, scene.text[items[0].span.end : whole.span.start])
                agreed = (summed(items) + Amount(len(singles), len(singles))).agrees(amount(whole))
                if agreed or all(map(is_exact, (*items, whole))):
                    yield total(scene, items, whole, verdict=agreed, singles=singles)


def _joins(scene: Scene, joint: str) -> bool:
    found = first(scene.words.sum_joints, joint)
    return found is not None and not joint[found.end() :].strip(" ,'") and not has(scene.words.than, joint)


def _items(scene: Scene, own: Sequence[Figure]) -> list[Figure]:
    """Return the figures of the list that ends with the last of `own`."""
    items = [own[-1]]
    for figure in reversed(own[:-1]):
        gap = scene.between(figure, items[0])
        if len(items) >= _ITEMS or len(gap) > LISTED or not _LIST.match(gap) or items[0].part_of == figure.id:
            break
        items.insert(0, figure)
    return items


def _one_sort(scene: Scene, figures: Sequence[Figure]) -> bool:
    """Say whether figures can be added: counts of persons, or of one thing in one unit; no shares, no times."""
    if any(f.part_of or f.scope == "recalled" or f.move == "multiple" for f in figures):
        return False
    if any(map(is_measure_of_time_or_share, figures)):
        return False
    if all(is_count(f) and scene.counts_people(f) for f in figures):
        return True
    return len({(scene.noun(f), f.unit) for f in figures}) == 1 and figures[0].counted != ""


def _increments(scene: Scene) -> Iterator[Check]:
    """`1 500 soldats … 1 500 soldats supplémentaires … le total à 3 000`."""
    known = [c.figure for c in scene.figures]
    for at, added in enumerate(known):
        if added.move != "increment" or not is_exact(added) or not is_count(added):
            continue
        whole = next((f for f in known[at + 1 : at + 1 + _NEXT] if _is_total(scene, f, added)), None)
        earlier = reversed(known[max(0, at - LOOKED_BACK) : at])
        base = next((f for f in earlier if _same_thing(scene, f, added)), None)
        if whole is None or base is None or not is_exact(base):
            continue
        agreed = summed((base, added)).agrees(amount(whole))
        if agreed or is_exact(whole):
            yield total(scene, (base, added), whole, verdict=agreed)


def _same_thing(scene: Scene, figure: Figure, added: Figure) -> bool:
    return is_count(figure) and figure.move is None and scene.noun(figure) == scene.noun(added)


def _is_total(scene: Scene, figure: Figure, added: Figure) -> bool:
    """Say whether a figure is the total that an increment leads to: of the same things, in words of a total."""
    if scene.place(figure) - scene.place(added) > 1 or figure.move == "increment" or not is_count(figure):
        return False
    alike = scene.noun(figure) == scene.noun(added) or (scene.counts_people(figure) and scene.counts_people(added))
    since = scene.text[max(added.span.end, scene.bounds(scene.place(figure))[0]) : figure.span.start]
    return alike and has(scene.words.totals, since)


def _excesses(scene: Scene) -> Iterator[Check]:
    """`54 passagers, soit neuf de plus que les 45 autorisés`: a number, what it is over or under, by how many."""
    for _, own in scene.by_sentence():
        for reached, by, base in zip(own, own[1:], own[2:], strict=False):
            gap = scene.between(by, base)
            sign = 1 if has(scene.words.excess, gap) else -1 if has(scene.words.shortfall, gap) else 0
            led = has(("soit",), scene.between(reached, by)) and len(scene.between(reached, by)) <= LISTED
            if not sign or not led or len(gap) > LISTED or not all(map(is_exact, (reached, by, base))):
                continue
            if is_measure_of_time_or_share(by) and not is_measure_of_time_or_share(base):
                continue
            low, high = (base, reached) if sign > 0 else (reached, base)
            agreed = summed((low, by)).agrees(amount(high))
            yield total(scene, (low, by), high, verdict=agreed)


def _accounts(scene: Scene) -> Iterator[Check]:
    """`Neuf morts. Cinq disparus et 23 secourus. Ce décompte correspond aux 41 personnes à bord.`."""
    for place, own in scene.by_sentence():
        words = scene.sentence(place)
        if not (has(scene.words.accounts, words) and has(scene.words.matching, words)):
            continue
        whole = next((f for f in own if is_exact(f) and scene.counts_people(f)), None)
        if whole is None or outcome(scene, whole):
            continue
        items = _tally(scene, [f for f in scene.near(place - 1, 1) if f.span < whole.span])
        if len(items) > 1 and all(map(is_exact, items)):
            yield total(scene, items, whole, verdict=summed(items).agrees(amount(whole)))


def _tally(scene: Scene, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that tell what became of people, one for each outcome; none where an outcome has two."""
    kept: dict[str, Figure] = {}
    for figure in figures:
        kind = outcome(scene, figure)
        if kind and not figure.part_of:
            if kind in kept and amount(kept[kind]) != amount(figure):
                return []
            kept.setdefault(kind, figure)
    return list(kept.values())


def _with_others(scene: Scene) -> Iterator[Check]:
    """`54 passagers … . Avec les trois membres d'équipage, 57 personnes étaient donc à bord.`."""
    for place, own in scene.by_sentence():
        for added, whole in pairwise(own):
            opened = scene.ahead(added).rstrip()
            if not opened.endswith(scene.words.addition_openers) or not has(scene.words.results, scene.sentence(place)):
                continue
            if not _one_sort(scene, (added, whole)) or not all(map(is_exact, (added, whole))):
                continue
            for base in scene.near(place, 1):
                exact = base.span < added.span and is_exact(base) and _one_sort(scene, (base, whole))
                if exact and summed((base, added)).agrees(amount(whole)):
                    yield total(scene, (base, added), whole, verdict=True)
                    break


def _completed(scene: Scene) -> Iterator[Check]:
    """`15 morts … 42 des 57 personnes ont survécu`: all of a whole are accounted for."""
    known = {c.figure.id: c.figure for c in scene.figures}
    for counted in scene.figures:
        part = counted.figure
        whole = known.get(part.part_of or "")
        if whole is None or not is_exact(part) or not is_exact(whole) or not scene.counts_anybody(whole):
            continue
        for other in scene.near(scene.place(part), 2, 2):
            fits = other.id not in {part.id, whole.id} and is_exact(other) and outcome(scene, other)
            if fits and other.part_of is None and summed((part, other)).agrees(amount(whole)):
                yield total(scene, (other, part), whole, verdict=True)
                break


def _gathered(scene: Scene) -> Iterator[Check]:
    """Yield a tally with its whole anywhere near, and two counts that were added to a third."""
    for place, own in scene.by_sentence():
        items = _tally(scene, own)
        wholes = [f for f in scene.near(place, _NEXT, _NEXT) if is_exact(f) and scene.counts_anybody(f)]
        if len(items) > 2 and all(map(is_exact, items)):  # noqa: PLR2004  two may be a part of the whole
            found = next((w for w in wholes if w not in items and summed(items).agrees(amount(w))), None)
            if found is not None:
                yield total(scene, items, found, verdict=True)
        for one, other in pairwise(own):
            if not has(scene.words.additions, scene.between(one, other)):
                continue
            fits = is_exact(one) and is_exact(other) and _one_sort(scene, (one, other))
            near = [f for f in scene.near(place, 1, 1) if f.id not in {one.id, other.id} and is_exact(f)]
            reached = next((f for f in near if fits and summed((one, other)).agrees(amount(f))), None)
            if reached is not None and _one_sort(scene, (one, reached)):
                yield total(scene, (one, other), reached, verdict=True)


def _pairs(scene: Scene) -> Iterator[Check]:
    """`38 passagers et trois membres d'équipage` in an article that gives all of them as `41 personnes`."""
    wholes = [c.figure for c in scene.figures if is_exact(c.figure) and scene.counts_anybody(c.figure)]
    for _, own in scene.by_sentence():
        for one, other in pairwise(own):
            if other.span.start - one.span.end > LISTED or scene.between(one, other).strip() not in {"et", "et les"}:
                continue
            if not all(is_exact(f) and is_count(f) and scene.counts_people(f) for f in (one, other)):
                continue
            reached = summed((one, other))
            found = next((w for w in wholes if w not in (one, other) and reached.agrees(amount(w))), None)
            apart = outcome(scene, one) is None and scene.noun(one) != scene.noun(other)
            if found is not None and apart and reached.low >= CHANCE and found.part_of is None:
                yield total(scene, (one, other), found, verdict=True)
