"""Vouched: which copies are left, and which added, after what persons have said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

import msgspec

from selon.model import Article, Copy, CopyKind, Correction

Pair = frozenset[str]


class Vouched:
    """What persons said of pairs of articles. Of one pair, the last word counts.

    A correction of copies marks the copy first, then what it is a copy of; its first name is the kind.
    """

    def __init__(self, corrections: Iterable[Correction]) -> None:
        """Take the corrections of copies among `corrections`; others say nothing here."""
        self._said: dict[Pair, Correction] = {}
        for correction in sorted(corrections, key=lambda c: (c.when, c.id)):
            if correction.of == "copies":
                self._said[frozenset(mark.article for mark in correction.marks)] = correction

    def refuses(self, one: str, other: str) -> bool:
        """Say whether a person said that two articles are no copies of one another."""
        said = self._said.get(frozenset((one, other)))
        return said is not None and said.kind == "reject"

    def wanted(self, among: Mapping[str, Article]) -> list[tuple[Article, Article, CopyKind]]:
        """Return the copies that persons named: the copy, what it is a copy of, and the kind."""
        known: tuple[CopyKind, ...] = get_args(CopyKind)
        return [
            (among[copy], among[of], next(kind for kind in known if kind == said.names[0]))
            for said in self._said.values()
            if said.kind == "add"
            for copy, of in [(said.marks[0].article, said.marks[1].article)]
            if copy in among and of in among
        ]

    def applied(self, found: Iterable[Copy], named: Iterable[Copy]) -> list[Copy]:
        """Return the copies `found` without those that persons speak of, and those that they `named`."""
        left = [copy for copy in found if frozenset((copy.article, copy.of)) not in self._said]
        return [*left, *named]

    def names(self, copy: Copy) -> bool:
        """Say whether a person named this copy."""
        return frozenset((copy.article, copy.of)) in self._said


def as_named(article: str, of: str, kind: CopyKind, found: Copy | None) -> Copy:
    """Return a copy as a person says that it is, with what was `found` of it by its words."""
    if found is None:
        return Copy(article=article, of=of, kind=kind, overlap=0.0)
    evidence = found.evidence if found.article == article else ()
    return msgspec.structs.replace(found, article=article, of=of, kind=kind, directed=True, evidence=evidence)
