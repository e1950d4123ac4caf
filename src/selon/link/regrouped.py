"""Regrouped: which articles are one story after what persons have said of them."""

from __future__ import annotations

from collections.abc import Sequence

from selon.model import Correction


def regrouped(groups: Sequence[Sequence[str]], corrections: Sequence[Correction]) -> list[list[str]]:
    """Return `groups` of articles' ids, with all corrections of stories applied, the oldest first.

    Every article is in one group. A merge makes one of all groups that hold one of its articles; a split takes its
    articles out of theirs, and no others, into one group. So an article that comes later follows the articles that it
    is grouped with.
    """
    homes = {id_: (n, "") for n, members in enumerate(groups) for id_ in members}
    for correction in sorted(corrections, key=lambda c: (c.when, c.id)):
        marked = [mark.article for mark in correction.marks if mark.article in homes]
        if correction.kind == "merge":
            together = {homes[id_] for id_ in marked}
            homes.update({id_: min(together) for id_, home in homes.items() if home in together})
        else:
            homes.update((id_, (homes[id_][0], correction.id)) for id_ in marked)
    found: dict[tuple[int, str], list[str]] = {}
    for members in groups:
        for id_ in members:
            found.setdefault(homes[id_], []).append(id_)
    return list(found.values())
