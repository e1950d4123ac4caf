"""Which articles are one story of the ledger, as persons say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from selon.errors import StoryNotFound
from selon.ingest.placement import regroup
from selon.model import Correction, Mark, digest

if TYPE_CHECKING:
    from selon.store import Ledger


def merge_stories(ledger: Ledger, stories: Sequence[str], who: str, when: dt.datetime, why: str = "") -> Correction:
    """Keep that the stories given are one, and group anew. Ids, starts of ids, names and titles are taken.

    Where a person has named one of them, all of their articles go into it; of several, into the first. Raises
    StoryNotFound when one can't be told, and when they are one already.
    """
    found = list(dict.fromkeys(map(ledger.story, stories)))
    if len(found) < 2:  # noqa: PLR2004
        msg = f"expected stories to make one, got {found[0].id} alone. Name a second one"
        raise StoryNotFound(msg)
    return _kept(ledger, "merge", [id_ for s in found for id_ in s.articles], [s.id for s in found], who, when, why)


def split_story(
    ledger: Ledger, story: str, articles: Sequence[str], who: str, when: dt.datetime, why: str = ""
) -> Correction:
    """Keep that some articles of a story, given by id, start of id or path, are another one, and group anew.

    Of a story that a person named, the others keep the name. Raises StoryNotFound when the story can't be told, or
    has none of them or no other.
    """
    found = ledger.story(story)
    held = ledger.articles(found.id)
    marked = [a.id for a in held if any(a.id.startswith(w) or a.path == w for w in articles)]
    if not marked or len(marked) == len(held):
        msg = f"expected some of the {len(held)} articles of {found.id}, got {', '.join(articles)}"
        raise StoryNotFound(msg)
    return _kept(ledger, "split", marked, [found.id], who, when, why)


def undo_stories(ledger: Ledger, correction: str, who: str = "", when: dt.datetime | None = None) -> None:
    """Take a correction of stories back, and group anew. With `when` it stays in the history.

    Raises StoryNotFound when there is none of that id.
    """
    made = {made.id: made for made in ledger.corrections("stories")}
    if correction not in made:
        msg = f"no correction `{correction}` of stories in the ledger. List them: selon stories corrections"
        raise StoryNotFound(msg)
    ledger.withdraw(correction, who, when)
    regroup(ledger, touched=[mark.article for mark in made[correction].marks])


def _kept(
    ledger: Ledger,
    kind: Literal["merge", "split"],
    articles: Sequence[str],
    names: Sequence[str],
    who: str,
    when: dt.datetime,
    why: str,
) -> Correction:
    made = Correction(
        id=digest("k", "stories", kind, *articles),
        kind=kind,
        marks=tuple(Mark(id_, "") for id_ in articles),
        names=tuple(names),
        who=who,
        when=when,
        of="stories",
        why=why,
    )
    ledger.correct(made)
    regroup(ledger, touched=articles)
    return made
