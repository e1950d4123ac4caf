"""Placement: the stories of the articles that wait for one, and of those that they change. No others are looked at.

The groups of a ledger are those that all of its articles would make at once, in whatever order they came. What a new
article can change is its own group and those that this group touches. So that part is grouped anew; where a group next
to it changes too, it is part of it, and so are those next to that one, until what surrounds it comes back unchanged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from selon.ingest.annotating import LANGUAGE, reader
from selon.ingest.keeping import memory_of
from selon.ingest.watching import Progress, Watch
from selon.model import Correction, Sketched, Story

if TYPE_CHECKING:
    from selon.store import Ledger

_SKETCHED_AT_ONCE = 25
"""Articles whose sketches are made and compared in one transaction: less than a second."""


class _Region(NamedTuple):
    """Sketches that are grouped anew, by id, and the groups that their articles make."""

    sketched: Mapping[str, Sketched]
    groups: list[list[Sketched]]


def regroup(ledger: Ledger, progress: Progress | None = None, touched: Iterable[str] = ()) -> None:
    """Place the articles that wait for their story, and look again at the stories of `touched` articles.

    Articles that a person put into a story make that story, with what other stories were merged with it and without
    what was split off; the others are grouped by what they are about, and by what persons said of their stories.
    """
    place(ledger, Watch(progress), tuple(touched))


def named_articles(ledger: Ledger, corrections: Sequence[Correction] | None = None) -> dict[str, str]:
    """Return the name of the story of each article that is in one of a name, as persons left it.

    `corrections` are all of stories, where they are known already. Raises StoreError.
    """
    from selon.link.regrouped import named_after  # noqa: PLC0415

    said = ledger.corrections("stories") if corrections is None else corrections
    named = named_after(ledger.assignments(), said)
    there = ledger.known(named)
    return {id_: name for id_, name in named.items() if id_ in there}


def _misnamed(ledger: Ledger) -> set[str]:
    """Return the articles of corrections that are in a story of a name and should not, or should and are not.

    What one correction or one name changes may change what others say of further articles.
    """
    from selon.store import named_story_id  # noqa: PLC0415

    corrections = ledger.corrections("stories")
    named = named_articles(ledger, corrections)
    marked = {mark.article for made in corrections for mark in made.marks}
    ids = {name: named_story_id(name) for name in {*named.values(), *ledger.assignments().values()}}
    known = set(ids.values())
    homes = ledger.homes(marked)
    return {a for a, home in homes.items() if (home in known or a in named) and home != ids.get(named.get(a, ""))}


def place(ledger: Ledger, watch: Watch, touched: Sequence[str] = ()) -> None:
    """Do what `regroup` says, and tell how far it is."""
    done = False
    while not done:  # another process may group at the same time
        after = ledger.grouping(_made_with())
        waiting = sorted({*ledger.unplaced(), *ledger.known(touched), *_misnamed(ledger)})
        if not waiting:
            return
        watch.step("link", 0, len(waiting))
        with watch.on("link"):
            _sketch(ledger, ledger.unsketched(waiting))
            done = _place(ledger, after, waiting)
    watch.step("link", len(waiting), len(waiting))


@cache
def _made_with() -> str:
    return f"{reader().selon} {reader().lexicon}"


def _sketch(ledger: Ledger, ids: Sequence[str]) -> None:
    from selon.lexicon import load  # noqa: PLC0415
    from selon.link.candidates import keys  # noqa: PLC0415
    from selon.link.shingles import shingled  # noqa: PLC0415
    from selon.link.sketching import likeness, sketch  # noqa: PLC0415

    lexicon = load(LANGUAGE)
    for start in range(0, len(ids), _SKETCHED_AT_ONCE):
        some = ledger.articles_by_id(ids[start : start + _SKETCHED_AT_ONCE])
        ledger.add_sketches([(a.id, sketch(a, lexicon), keys(shingled(a))) for a in some], likeness)


def _place(ledger: Ledger, after: int, waiting: Sequence[str]) -> bool:
    """Place the articles `waiting`, unless another grouping came since `after`; say whether it is done."""
    from selon.store import Placing  # noqa: PLC0415

    corrections = ledger.corrections("stories")
    named = named_articles(ledger, corrections)
    region = _region(ledger, waiting, named)
    members = {**_found(ledger, region, corrections, named), **_named(ledger, waiting, named)}
    homes = ledger.homes([*waiting, *(id_ for own in members.values() for id_ in own)])
    changed = {id_: members[id_] for id_ in _changed(members, homes, waiting)}
    stories = [_story(ledger, id_, own, homes) for id_, own in changed.items()]
    groups: dict[str, str | None] = dict.fromkeys(region.sketched)
    groups.update((s.sketch, min(a for t in group for a in t.articles)) for group in region.groups for s in group)
    gone = {homes[id_] for id_ in (*waiting, *(id_ for own in changed.values() for id_ in own)) if id_ in homes}
    placing = Placing(after=after, gone=tuple(sorted(gone)), groups=groups, placed=tuple(waiting))
    return ledger.set_stories(stories, placing)


def _region(ledger: Ledger, waiting: Sequence[str], named: Collection[str]) -> _Region:
    """Return the sketches of `waiting` with all whose groups change by them, and the groups that they make."""
    from selon.link.grouping import grouped  # noqa: PLC0415

    own = ledger.sketched(articles=waiting)
    own.extend(ledger.sketched(groups={s.group for s in own if s.group is not None}))
    region = {s.sketch: s for s in own}
    while True:
        alike = ledger.likenesses(region)
        near = ledger.sketched(sketches={id_ for pair in alike for id_ in pair} - region.keys())
        around = ledger.sketched(groups={s.group for s in near if s.group is not None})
        around = [s for s in around if s.sketch not in region]
        alike |= ledger.likenesses((s.sketch for s in around), within=True)
        groups = grouped(_free([*region.values(), *around], named), alike)
        came_back = {frozenset(s.sketch for s in group) for group in groups}
        held: dict[str | None, list[Sketched]] = {}
        for s in around:
            held.setdefault(s.group, []).append(s)
        changed = [s for group in held.values() if frozenset(s.sketch for s in group) not in came_back for s in group]
        if not changed:
            return _Region(region, [group for group in groups if group[0].sketch in region])
        region |= {s.sketch: s for s in changed}


def _free(sketched: Iterable[Sketched], named: Collection[str]) -> list[Sketched]:
    """Return the sketches with the articles that no person put into a story of a name."""
    left = ((s, tuple(id_ for id_ in s.articles if id_ not in named)) for s in sketched)
    return [msgspec.structs.replace(s, articles=articles) for s, articles in left if articles]


def _found(
    ledger: Ledger, region: _Region, corrections: Sequence[Correction], named: Collection[str]
) -> dict[str, Sequence[str]]:
    """Return the articles of each story that the region's groups make, with all groups that persons speak of."""
    from selon.link.grouping import in_rank, rank, story_id  # noqa: PLC0415
    from selon.link.regrouped import regrouped  # noqa: PLC0415

    marked = {mark.article for made in corrections for mark in made.marks}
    near = {
        s.group for s in ledger.sketched(articles=marked) if s.group is not None and s.sketch not in region.sketched
    }
    spoken_of: dict[str | None, list[Sketched]] = {}
    for s in _free(ledger.sketched(groups=near), named):
        spoken_of.setdefault(s.group, []).append(s)
    groups = sorted([*region.groups, *map(in_rank, spoken_of.values())], key=lambda group: rank(group[0]))
    ids = [[id_ for s in group for id_ in s.articles] for group in groups]
    return {story_id(members): members for members in regrouped(ids, corrections)}


def _named(ledger: Ledger, waiting: Sequence[str], named: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """Return the articles of each story that a person named and that `waiting` articles are in, or were in."""
    from selon.store import named_story_id  # noqa: PLC0415

    ids = {name: named_story_id(name) for name in set(named.values())}
    homes = set(ledger.homes(waiting).values())
    concerned = {named[id_] for id_ in waiting if id_ in named} | {name for name, id_ in ids.items() if id_ in homes}
    members: dict[str, list[str]] = {ids[name]: [] for name in concerned}
    for article, name in named.items():
        if name in concerned:
            members[ids[name]].append(article)
    return dict(members)


def _changed(members: Mapping[str, Sequence[str]], homes: Mapping[str, str], waiting: Collection[str]) -> Iterator[str]:
    """Yield the stories that are not as they were: that have some of `waiting`, lost an article or took one in."""
    sizes, new = Counter(homes.values()), set(waiting)
    for id_, own in members.items():
        was = {homes.get(article) for article in own}
        if not new.isdisjoint(own) or len(was) > 1 or sizes[was.pop() or ""] != len(own):
            yield id_


def _story(ledger: Ledger, id_: str, members: Sequence[str], homes: Mapping[str, str]) -> Story:
    from selon.lexicon import load  # noqa: PLC0415
    from selon.link.grouping import story  # noqa: PLC0415

    articles, annotations = ledger.articles_by_id(members), ledger.annotations(members)
    sketched = ledger.sketched(articles=members)
    alike = ledger.likenesses((s.sketch for s in sketched), within=True)
    before = Counter(homes[article] for article in members if article in homes)
    was = id_ if id_ in before else max(before, key=lambda home: before[home], default="")
    with memory_of(ledger, id_, members, was) as memory:
        made = story(articles, sketched, alike, annotations, load(LANGUAGE), memory)
    return msgspec.structs.replace(made, id=id_)
