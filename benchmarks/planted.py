"""Articles recombined from the corpora, with copies of every kind planted among them.

An article is a walk along the corpora's words: each follows one that it follows somewhere. So the texts have the
words, names, figures and formulas of the press, and any number of them can be made. A copy is made from one of them by
one damage; an original has one copy. Every number of an article seeds its own chance: more articles change none.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.texts import SEED

from selon.model import Article, CopyKind, Dating, article_id

Chance = random.Random
_MARKS = str.maketrans("", "", '«»“”"()[]')
SHORTEST = 60
"""Words outside quotation marks of a part that is set into another text."""

FURNITURE = ("Publié aujourd’hui. Mis à jour il y a une heure. Partager cet article", "À lire aussi sur notre site")


class Plant(NamedTuple):
    """A planted pair: the number of the copy, that of its original, the kind (None: no copy), which damage."""

    copy: int
    of: int
    kind: CopyKind | None
    damage: str


class Words:
    """Which words follow which in the corpora."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.after: dict[str, list[str]] = {}
        self.openings: list[str] = []
        previous = "."
        for word in (word for text in texts for word in text.translate(_MARKS).split()):
            (self.openings if previous.endswith(".") else self.after.setdefault(previous, [])).append(word)
            previous = word
        self.small = sorted({word for word in self.after if word.isalpha() and word.islower() and len(word) > 3})

    def sentence(self, chance: Chance) -> str:
        """Return a sentence of at most 40 words."""
        words = [chance.choice(self.openings)]
        while len(words) < 40 and not words[-1].endswith(".") and words[-1] in self.after:
            words.append(chance.choice(self.after[words[-1]]))
        return " ".join(words).rstrip(".") + "."

    def sentences(self, chance: Chance, count: int) -> list[str]:
        """Return so many sentences, every sixth a quotation."""
        found = [self.sentence(chance) for _ in range(count)]
        for at in range(4, count, 6):
            found[at] = f"« {found[at]} »"
        return found


def changed(share: float) -> Callable[[list[str], Words, Chance], list[str]]:
    """Return what puts other words in the place of a share of those that are neither names nor numbers."""

    def work(sentences: list[str], words: Words, chance: Chance) -> list[str]:
        def one(word: str) -> str:
            keep = not word.islower() or len(word) < 2 or chance.random() >= share
            return word if keep else chance.choice(words.small)

        return [" ".join(map(one, s.split(" "))) for s in sentences]

    return work


def cut(sentences: list[str], words: Words, chance: Chance) -> list[str]:
    return sentences[: max(1, len(sentences) * 7 // 10)]


def furnished(sentences: list[str], words: Words, chance: Chance) -> list[str]:
    return [FURNITURE[0] + "\n", *sentences, "\n" + FURNITURE[1], *words.sentences(chance, 2)]


def reordered(sentences: list[str], words: Words, chance: Chance) -> list[str]:
    return chance.sample(sentences, len(sentences))


def merged(sentences: list[str], words: Words, chance: Chance) -> list[str]:
    pairs = zip(sentences[::2], [*sentences[1::2], ""], strict=False)
    return [f"{one.rstrip('.')}, et {other[:1].lower()}{other[1:]}" if other else one for one, other in pairs]


def renumbered(sentences: list[str], words: Words, chance: Chance) -> list[str]:
    return [re.sub(r"(\d)[ .,\u00a0]?(\d{3})\b", r"\1.\2", s) for s in sentences]


def retyped(sentences: list[str], words: Words, chance: Chance) -> list[str]:
    return [s.replace("’", "'").replace("« ", "“").replace(" »", "”").upper() for s in sentences]


def damaged(share: float) -> Callable[[list[str], Words, Chance], list[str]]:
    """Return a round trip through another language: words changed, sentences merged, names and marks lost."""

    def work(sentences: list[str], words: Words, chance: Chance) -> list[str]:
        out = changed(share)(renumbered(sentences, words, chance), words, chance)
        out = merged(out, words, chance) if chance.random() < 0.5 else out
        kept = (" ".join(w for w in s.split(" ") if w.islower() or chance.random() > 0.06) for s in out)
        return [s.replace("« ", "“").replace(" »", ". ”" if chance.random() < 0.2 else "”") for s in kept]

    return work


def within(share: float, then: float = 0.0) -> Callable[[list[str], Words, Chance], list[str]]:
    """Return what sets a part of a text, by its words outside quotation marks, into another one of that length."""

    def work(sentences: list[str], words: Words, chance: Chance) -> list[str]:
        own = [0 if "«" in s else len(s.split()) for s in sentences]
        first = last = chance.randrange(max(1, len(sentences) // 2))
        while last < len(sentences) and sum(own[first:last]) < max(SHORTEST, share * sum(own)):
            last += 1
        part = changed(then)(sentences[first:last], words, chance)
        return [*words.sentences(chance, 4), *part, *words.sentences(chance, len(sentences) - 4)]

    return work


def quoting(sentences: list[str], words: Words, chance: Chance) -> list[str]:
    """Return another article that quotes the same speech."""
    return [*words.sentences(chance, len(sentences) - 3), "« " + " ".join(sentences[:5]).translate(_MARKS) + " »"]


def same_event(sentences: list[str], words: Words, chance: Chance) -> list[str]:
    """Return another article with the same names and figures, in another order and other words."""
    every = [w for s in reordered(sentences, words, chance) for w in s.split(" ")]
    names = chance.sample(names := [w for w in every if not w.islower()], len(names))
    other = (w for s in words.sentences(chance, len(sentences)) for w in s.split(" "))
    return [" ".join(names.pop() if not w.islower() and names else w for w in other)]


DAMAGES: dict[str, tuple[CopyKind | None, Callable[[list[str], Words, Chance], list[str]]]] = {
    "typography": ("identical", retyped),
    "furniture added": ("near_duplicate", furnished),
    "last third cut": ("near_duplicate", cut),
    "5 % of words changed": ("near_duplicate", changed(0.05)),
    "10 % of words changed": ("near_duplicate", changed(0.1)),
    "20 % of words changed": ("near_duplicate", changed(0.2)),
    "30 % of words changed": ("near_duplicate", changed(0.3)),
    "sentences reordered": ("near_duplicate", reordered),
    "sentences merged": ("near_duplicate", merged),
    "numbers reformatted": ("identical", renumbered),
    "a quarter in another text": ("excerpt", within(0.27)),
    "two fifths in another text": ("excerpt", within(0.4)),
    "two fifths, 10 % of words changed": ("excerpt", within(0.4, 0.1)),
    "round trip, 55 % of words changed": ("rewrite", damaged(0.55)),
    "round trip, 70 % of words changed": ("rewrite", damaged(0.7)),
    "round trip, 85 % of words changed": ("rewrite", damaged(0.85)),
    "quotes the same speech": (None, quoting),
    "same names and figures": (None, same_event),
}


def planted(texts: Sequence[str], size: int, each: int) -> tuple[list[Article], list[Plant]]:
    """Return `size` articles, of which `each` copies of every damage come last, and where these are."""
    words = Words(texts)
    copies = [(name, n) for n in range(each) for name in DAMAGES]
    bodies = []
    for number in range(size - len(copies)):
        chance = Chance(SEED * 1_000_003 + number)
        bodies.append(words.sentences(chance, chance.randint(10, 32)))
    plants = []
    for at, (name, n) in enumerate(copies):
        chance = Chance(f"{SEED} {name} {n}")
        kind, damage = DAMAGES[name]
        plants.append(Plant(len(bodies), at, kind, name))
        bodies.append(damage(list(bodies[at]), words, chance))
    return [
        _article(number, " ".join(body), late=number >= size - len(copies)) for number, body in enumerate(bodies)
    ], plants


def _article(number: int, text: str, *, late: bool) -> Article:
    """Return a dated article; every fourth is undated."""
    day = dt.date(2024, 5, 1 + 7 * late)
    dating = None if number % 4 == 3 else Dating(day, day, "metadata")
    return Article(id=article_id(f"n{number}", text), text=text, path=f"n{number}", published=dating)
