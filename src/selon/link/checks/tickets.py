"""Tickets against heads: who denies that too many came, and counts fewer tickets than another counts persons.

`La compagnie dément toute surcharge : 38 billets ont été vendus`, and a witness counted sixty aboard. Tickets are no
persons, and some travel without one; it is the denial beside their number that sets it against the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from selon.lexicon import Lexicon
from selon.link.checks.amounts import amount, is_count
from selon.link.checks.scene import Scene, noun
from selon.link.checks.telling import check
from selon.link.words import TOKEN, dictionary_form, plain
from selon.model import Check, Figure

FAR = 8
"""Sentences between the two numbers, most."""

TIMES = 5
"""How many times the tickets the persons are, most: beyond, something else is counted."""


def tickets_apart(scene: Scene, bodies: Mapping[str, str]) -> Iterator[Check]:
    """Yield the tickets that a body counts where it denies, with the greater number of persons that another gives."""
    counts = [c.figure for c in scene.figures if is_count(c.figure) and c.figure.part_of is None]
    for sold in counts:
        if scene.noun(sold) in _tickets(scene.lexicon) and bodies.get(sold.id) and _is_beside_denial(scene, sold):
            yield from _against(sold, counts, scene, bodies)


def _is_beside_denial(scene: Scene, figure: Figure) -> bool:
    """Say whether the sentence of a figure, or the one before it, holds a verb of denying."""
    place = scene.place(figure)
    words = (m.group() for n in range(max(0, place - 1), place + 1) for m in TOKEN.finditer(scene.sentence(n)))
    denying = _denying(scene.lexicon)
    return any(plain(w) in denying or dictionary_form(w, scene.lexicon.language) in denying for w in words)


def _against(sold: Figure, counts: Sequence[Figure], scene: Scene, bodies: Mapping[str, str]) -> Iterator[Check]:
    seen: set[str] = set()
    for persons in counts:
        giver = bodies.get(persons.id)
        near = abs(scene.place(persons) - scene.place(sold)) <= FAR and scene.counts_anybody(persons)
        if not giver or giver in {bodies.get(sold.id), *seen} or not near:
            continue
        few, many = amount(sold), amount(persons)
        if few.high < many.low <= TIMES * few.high:
            seen.add(giver)
            first, second = sorted((sold, persons), key=lambda f: f.span)
            yield check("conflict", (first, second), f"{scene.said(first)} ≠ {scene.said(second)}", verdict=False)


@cache
def _tickets(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(noun(word, lexicon.language) for word in lexicon.checks.tickets)


@cache
def _denying(lexicon: Lexicon) -> frozenset[str]:
    verbs = (verb for verb in lexicon.cues.verbs if verb.stance == "deny" and not verb.reflexive)
    return frozenset(plain(form) for verb in verbs for form in (verb.lemma, *verb.forms))
