"""Everything that somebody said, in all stories of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.ingest.annotating import LANGUAGE
from selon.ingest.correcting import find_actor
from selon.model import Actor

if TYPE_CHECKING:
    from selon.store import Ledger, SaidLine

_NOBODY = frozenset({"anonymous", "unknown"})


def actor_statements(ledger: Ledger, story: str, actor: str, limit: int, offset: int = 0) -> tuple[int, list[SaidLine]]:
    """Return how many statements an actor of a story makes, in it and in others, and a portion of them.

    `actor` is taken as by `find_actor`. Those of the story come first: they are the actor's whatever the articles call
    it, as persons corrected them. In other stories they are those of speakers of one of its whole names: a surname
    alone, or somebody unnamed, may be anybody there. In both the last said comes first. Raises StoryNotFound,
    ActorNotFound, StoreError.
    """
    from selon.lexicon import load  # noqa: PLC0415
    from selon.link.actors import link_actors  # noqa: PLC0415

    found = ledger.story(story)
    articles, annotations = ledger.articles(found.id), ledger.annotations(found.articles)
    corrections = ledger.corrections()
    links = link_actors(articles, annotations, load(LANGUAGE), corrections)
    known = find_actor(links.actors, actor)
    said = {s.id: s.speaker for a in annotations.values() for s in a.statements if links.speakers.get(s.id) == known.id}
    here = [line for line in ledger.said_in(found.id, sorted(set(said.values()))) if line.id in said]
    apart = [mark for made in corrections if made.kind == "split" for mark in made.marks]
    shown = here[offset : offset + limit]
    names = _whole_names(known, set(said.values()))
    count, others = ledger.said_elsewhere(
        names, limit - len(shown), max(0, offset - len(here)), outside=found.id, but=apart
    )
    return len(here) + count, [*shown, *others]


def _whole_names(actor: Actor, spoken: set[str]) -> list[str]:
    """Return the names by which an actor is known in any story."""
    if actor.kind in _NOBODY:
        return []
    names = {actor.name, *actor.aliases, *spoken}
    return sorted(name for name in names if actor.kind != "person" or len(name.split()) > 1)
