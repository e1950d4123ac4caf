"""Regrouped: which articles are one story after what persons have said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selon.model import Correction


def regrouped(groups: Sequence[Sequence[str]], corrections: Sequence[Correction]) -> list[list[str]]:
    """Return `groups` of articles' ids, with all corrections of stories applied, the oldest first.

    Every article is in one group. A merge makes one of all groups that hold one of its articles; a split takes its
    articles out of theirs, and no others, into one group. So an article that comes later follows the articles that it
    is grouped with.
    """
    homes = {id_: (n, "") for n, members in enumerate(groups) for id_ in members}
    for correction in _in_time(corrections):
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


def named_after(named: Mapping[str, str], corrections: Sequence[Correction]) -> dict[str, str]:
    """Return which articles are in a story of a name, with all corrections of stories applied, the oldest first.

    `named` says into which of them persons put articles when they added them. A merge with a story of a name puts all
    of its articles into it, of two such stories into the one that it names first. A split takes its articles out.
    """
    known = dict(named)
    for correction in _in_time(corrections):
        marked = [mark.article for mark in correction.marks]
        if correction.kind == "split":
            known = {id_: name for id_, name in known.items() if id_ not in set(marked)}
        elif name := next((known[id_] for id_ in marked if id_ in known), None):
            known.update(dict.fromkeys(marked, name))
    return known


def _in_time(corrections: Sequence[Correction]) -> list[Correction]:
    return sorted(corrections, key=lambda c: (c.when, c.id))
