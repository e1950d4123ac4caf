"""Who is who in a story of the ledger, and what persons say of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from selon.errors import ActorNotFound
from selon.ingest.annotating import LANGUAGE
from selon.model import Actor, Correction, Mark, digest
from selon.text.naming import name_key

if TYPE_CHECKING:
    from selon.store import Ledger

_SHOWN = 5


def actors_of_story(ledger: Ledger, story: str) -> tuple[Actor, ...]:
    """Return the actors of a story of the ledger, as persons corrected them, by name.

    Raises StoryNotFound, StoreError.
    """
    from selon.lexicon import load  # noqa: PLC0415
    from selon.link.actors import link_actors  # noqa: PLC0415

    found = ledger.story(story)
    articles, annotations = ledger.articles(found.id), ledger.annotations(found.articles)
    return link_actors(articles, annotations, load(LANGUAGE), ledger.corrections()).actors


def merge_actors(
    ledger: Ledger, story: str, names: Sequence[str], who: str, when: dt.datetime, why: str = ""
) -> Correction:
    """Keep that the actors named are one, under the name of the first. Names, ids and starts of ids are taken.

    Raises ActorNotFound when one of them can't be told, or when they are one already.
    """
    known = actors_of_story(ledger, story)
    found = [find_actor(known, name) for name in names]
    if len({actor.id for actor in found}) < 2:  # noqa: PLR2004
        msg = f"expected actors to make one, got `{found[0].name}` alone. Name a second one"
        raise ActorNotFound(msg)
    marks = tuple(dict.fromkeys(mark for actor in found for mark in actor.members))
    kept = tuple(actor.name for actor in found)
    return _kept(ledger, "merge", marks, kept, who, when, why)


def split_actor(
    ledger: Ledger, story: str, name: str, articles: Sequence[str], who: str, when: dt.datetime, why: str = ""
) -> Correction:
    """Keep that the actor named is somebody else in some articles, given by id, start of id, or path.

    Raises ActorNotFound when it can't be told, or is in none of these articles, or in no other.
    """
    actor = find_actor(actors_of_story(ledger, story), name)
    wanted = {a.id for a in ledger.articles(story) if any(a.id.startswith(w) or a.path == w for w in articles)}
    marks = tuple(mark for mark in actor.members if mark.article in wanted)
    if not marks or len(marks) == len(actor.members):
        held = ", ".join(sorted({mark.article for mark in actor.members}))
        msg = f"expected some of the articles that have `{actor.name}` ({held}), got {', '.join(articles)}"
        raise ActorNotFound(msg)
    return _kept(ledger, "split", marks, (actor.name,), who, when, why)


def find_actor(actors: Sequence[Actor], wanted: str) -> Actor:
    """Return the actor of an id, of the start of an id, of a name, else of an alias.

    Raises ActorNotFound, with the nearest names, for none and for several.
    """
    key = name_key(wanted)
    for fitting in (
        [a for a in actors if a.id == wanted],
        [a for a in actors if key and name_key(a.name) == key],
        [a for a in actors if key and key in map(name_key, a.aliases)],
        [a for a in actors if wanted and a.id.startswith(wanted)],
    ):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            msg = f"expected one actor, got several that `{wanted}` fits: {_listed(fitting)}. Give an id"
            raise ActorNotFound(msg)
    by_key = {name_key(name): a for a in actors for name in (*a.aliases, a.name)}
    near = [by_key[k] for k in get_close_matches(key, by_key, _SHOWN, 0.4)]
    msg = f"no actor `{wanted}` in the story. {f'Nearest: {_listed(near)}' if near else 'List them: selon actors list'}"
    raise ActorNotFound(msg)


def _listed(actors: Sequence[Actor]) -> str:
    return ", ".join(f"{a.id} ({a.name})" for a in dict.fromkeys(actors))


def _kept(
    ledger: Ledger, kind: str, marks: tuple[Mark, ...], names: tuple[str, ...], who: str, when: dt.datetime, why: str
) -> Correction:
    id_ = digest("k", kind, *(part for mark in marks for part in (mark.article, mark.name)))
    made = Correction(
        id=id_, kind="merge" if kind == "merge" else "split", marks=marks, names=names, who=who, when=when, why=why
    )
    ledger.correct(made)
    return made


def undo_actors(ledger: Ledger, correction: str, who: str = "", when: dt.datetime | None = None) -> None:
    """Take a correction of actors back; with `when` it stays in the history.

    Raises ActorNotFound when there is none of that id.
    """
    if correction not in {made.id for made in ledger.corrections("actors")}:
        msg = f"no correction `{correction}` of actors in the ledger. List them: selon actors corrections"
        raise ActorNotFound(msg)
    ledger.withdraw(correction, who, when)
