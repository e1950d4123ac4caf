"""Persons across articles: one person under several spellings, and surnames that lead to a full name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from selon.text.naming import name_key

# Ways in which one name of another script is written in French, reduced to one: Zelensky, Zelenskyy, Zelenski.
_SPELLINGS = (
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "ch"),
    ("sh", "ch"),
    ("zh", "j"),
    ("ck", "k"),
    ("ph", "f"),
    ("kh", "h"),
    ("x", "ks"),
    ("w", "v"),
    ("ou", "u"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("y", "i"),
    ("j", "i"),
)
# French writes Russian -in with a mute e (Poutine); in a given name that would make one of Martin and Martine.
_MUTE = "ine"
_YE = re.compile(r"\bie")  # Evgueni, Yevgeny
_DOUBLED = re.compile(r"(.)\1+")


def skeleton(name: str) -> str:
    """Return a name's key with differences of transliteration taken out."""
    key = name_key(name)
    for old, new in _SPELLINGS:
        key = key.replace(old, new)
    key = _YE.sub("e", _DOUBLED.sub(r"\1", key))
    return key[: -len(_MUTE)] + _MUTE[:-1] if " " in key and key.endswith(_MUTE) else key


def surname_skeleton(surname: str) -> str:
    """Return what the skeleton of a full name that ends in this surname ends in."""
    return skeleton(f"x {surname}").partition(" ")[2]


def full_names(names: Mapping[str, int]) -> dict[str, str]:
    """Return for every name of two words and more the one it is shown under.

    `names` are counted. Names of one skeleton are one person, and so is a name that another one holds with the
    same first and, but for particles, no contrary last word, when only one does. The name shown is the longest,
    then the most frequent, then the first by alphabet.
    """
    groups: dict[str, list[str]] = {}
    for name in sorted(names):
        groups.setdefault(skeleton(name), []).append(name)
    by_first: dict[str, list[str]] = {}
    for key in groups:
        by_first.setdefault(key.partition(" ")[0], []).append(key)
    target = {key: _longer(key, by_first[key.partition(" ")[0]]) for key in groups}
    members: dict[str, list[str]] = {}
    for key in sorted(groups):
        members.setdefault(target[key], []).extend(groups[key])
    shown = {key: min(found, key=lambda n: (-len(n.split()), -names[n], n)) for key, found in members.items()}
    return {name: shown[target[key]] for key, found in groups.items() for name in found}


def _longer(key: str, known: list[str]) -> str:
    """Return the only longer skeleton that starts with the words of `key`, else `key`."""
    starting = [other for other in known if other.startswith(key + " ")]
    return starting[0] if len(starting) == 1 else key


class Bearers:
    """The full names of a story, found by their last or their first words."""

    def __init__(self, full: Iterable[str]) -> None:
        self._ending: dict[str, set[str]] = {}
        self._starting: dict[str, set[str]] = {}
        for name in full:
            words = skeleton(name).split(" ")
            for at in range(1, len(words)):
                self._ending.setdefault(" ".join(words[at:]), set()).add(name)
                self._starting.setdefault(" ".join(words[:at]), set()).add(name)

    def of(self, short: str) -> str | None:
        """Return the only full name that ends, else that starts in `short`; None when none or several do."""
        found = self._ending.get(surname_skeleton(short)) or self._starting.get(skeleton(short)) or ()
        return next(iter(found)) if len(found) == 1 else None
