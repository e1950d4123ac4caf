"""Comparisons that a text makes in words: more than, the highest since, over a limit, up or down from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from selon.link.checks.amounts import Amount, amount, is_exact, is_read
from selon.link.checks.scene import Scene
from selon.link.checks.telling import check
from selon.link.whole_words import has
from selon.model import Check, Figure

BESIDE = 25
"""Characters between words of comparison and the figure that they announce."""

REACH = 60
"""Characters between a figure and the recalled one that it is compared with."""

LOOKED_BACK = 10
"""Sentences in front of a figure among which the one that it is said to exceed is looked for."""

_BACK = 3
_AGAINST = re.compile(r"(?:^|[\s,(])contre(?: un total de| les)? ?$")
_LIMIT = re.compile(r"(?:^|[\s,(])pour(?: seulement| à peine)? ?$")
_ANNOUNCED = re.compile(r"\s?:\s?$")


def comparisons(scene: Scene) -> Iterator[Check]:
    """Yield the comparisons of one article."""
    yield from _parenthesised(scene)
    yield from _announced(scene)
    yield from _recalled(scene)
    yield from _limited(scene)


def _like(scene: Scene, one: Figure, other: Figure) -> bool:
    return (scene.noun(one), one.unit) == (scene.noun(other), other.unit) and one.id != other.id


def _order(one: Amount, other: Amount) -> int | None:
    """Return 1 when the first is certainly more, -1 when certainly less, 0 when equal, None when it can't be told."""
    if one.low > other.high:
        return 1
    if one.high < other.low:
        return -1
    return 0 if one == other else None


def _told(scene: Scene, one: Figure, other: Figure, wanted: int) -> Check | None:
    """Return the check of one figure that is said to be more (1) or less (-1) than another."""
    found = _order(amount(one), amount(other))
    if found is None:
        return None
    sign = {1: ">", 0: "=", -1: "<"}[found]
    words = f"{scene.said(one)} {sign} {scene.said(other)}"
    return check("comparison", (one, other), words, verdict=found == wanted)


def _parenthesised(scene: Scene) -> Iterator[Check]:
    """`478 km2 … . Ils ont gagné plus de terrain que lors des mois d'août et de septembre (477 et 459 km2).`."""
    for place, own in scene.by_sentence():
        inside = [f for f in own if _in_brackets(scene, f)]
        if not inside:
            continue
        opening = scene.text.rfind("(", scene.bounds(place)[0], inside[0].span.start)
        claim = scene.text[scene.bounds(place)[0] : opening]
        wanted = _direction(scene, claim)
        if wanted == 0 or not has(scene.words.than, claim):
            continue
        before = [f for f in scene.near(place, _BACK) if f.span.end <= opening]
        base = next((f for f in reversed(before) if f.unit and _like(scene, f, inside[0])), None)
        if base is None or any(not is_exact(f) for f in (base, *inside)):
            continue
        for other in inside:
            found = _told(scene, base, other, wanted) if _like(scene, base, other) else None
            if found is not None:
                yield found


def _direction(scene: Scene, words: str) -> int:
    """Return 1 for words of more, -1 for words of less, 0 for neither or both."""
    return int(has(scene.words.more, words)) - int(has(scene.words.less, words))


def _in_brackets(scene: Scene, figure: Figure) -> bool:
    ahead = scene.ahead(figure)
    return ahead.rfind("(") > ahead.rfind(")") and ")" in scene.behind(figure)


def _announced(scene: Scene) -> Iterator[Check]:
    """`le nombre est bien plus élevé : environ 12 000 soldats`, after another's 3 000."""
    for place, own in scene.by_sentence():
        for figure in own:
            ahead = scene.ahead(figure)
            colon = _ANNOUNCED.search(ahead)
            if not colon:
                continue
            claim = ahead[: colon.start()][-BESIDE:]
            wanted = int(has(scene.words.higher, claim)) - int(has(scene.words.lower, claim))
            before = [f for f in scene.near(place, LOOKED_BACK) if f.span < figure.span]
            base = next((f for f in reversed(before) if _like(scene, f, figure)), None)
            found = _told(scene, figure, base, wanted) if wanted and base is not None else None
            if found is not None and found.holds:
                yield found
                break


def _recalled(scene: Scene) -> Iterator[Check]:
    """`26 000 manifestants, contre 31 000 samedi dernier`, where the text says whether that is more or less."""
    for _, own in scene.by_sentence():
        for now, before in pairwise(own):
            between = scene.between(now, before)
            if not _AGAINST.search(between) or len(between) > REACH or not _like(scene, now, before):
                continue
            words = scene.ahead(now)
            wanted = int(has(scene.words.rises, words)) - int(has(scene.words.falls, words))
            clear = not has(scene.words.rises, words) or not has(scene.words.falls, words)
            if wanted and clear and is_exact(now) and is_exact(before) and sum(f.span < now.span for f in own) == 0:
                found = _told(scene, now, before, wanted)
                if found is not None:
                    yield found


def _limited(scene: Scene) -> Iterator[Check]:
    """`54 passagers se trouvaient à bord, pour 45 places autorisées`."""
    for _, own in scene.by_sentence():
        for reached, limit in pairwise(own):
            between = scene.between(reached, limit)
            opened = _LIMIT.search(between) and len(between) <= REACH and is_read(limit)
            told = scene.text[limit.span.start : limit.span.end] + scene.behind(limit)[:BESIDE]
            over = opened and has(scene.words.limits, told) and is_exact(reached) and is_exact(limit)
            if over and reached.unit == limit.unit and amount(reached).low > amount(limit).high:
                words = f"{scene.said(reached)} > {scene.said(limit)}"
                yield check("comparison", (reached, limit), words, verdict=True)
