"""Corrected: which actors are one after what persons have said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from selon.link.identity import Key
from selon.model import Correction, Mark


class Corrected:
    """The keys of a story's actors with all corrections applied, the oldest first.

    `keys` leads from an actor of an article to its key, `moved` from the key of an actor that another one has taken
    in to that one's, `by` from an actor of an article to the last correction that gave it its key, `shown` from a key
    to the name that a merge keeps.
    """

    def __init__(self, keys: Mapping[Mark, Key], corrections: Iterable[Correction]) -> None:
        self.keys = dict(keys)
        self.moved: dict[Key, Key] = {}
        self.by: dict[Mark, str] = {}
        self.shown: dict[Key, str] = {}
        for correction in sorted(corrections, key=lambda c: (c.when, c.id)):
            marks = [mark for mark in correction.marks if mark in self.keys]
            if correction.kind == "merge":
                self._merge(correction, marks)
            else:
                self._split(correction, marks)

    def _merge(self, correction: Correction, marks: list[Mark]) -> None:
        together = list(dict.fromkeys(self.keys[mark] for mark in marks))
        if len(together) < 2:  # noqa: PLR2004 the other side is in no article of this story
            return
        kept, taken = together[0], set(together[1:])
        for mark, key in self.keys.items():
            if key in taken:
                self.keys[mark] = kept
                self.by[mark] = correction.id
        self.moved.update({key: kept for key, end in self.moved.items() if end in taken})
        self.moved.update(dict.fromkeys(taken, kept))
        self.moved.pop(kept, None)
        self.shown[kept] = correction.names[0]

    def _split(self, correction: Correction, marks: list[Mark]) -> None:
        for mark in marks:
            self.keys[mark] = (*self.keys[mark], "split", correction.id)
            self.by[mark] = correction.id
