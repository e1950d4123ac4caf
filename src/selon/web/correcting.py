"""Corrections as the desk takes them: from the API and from forms alike."""

from __future__ import annotations

import datetime as dt

from selon.errors import EntryNotFound
from selon.ingest import merge_actors, merge_stories, split_actor, split_story, undo_actors, undo_stories
from selon.model import Correction
from selon.web.desk import Desk
from selon.web.objects import NewCorrection


def correct(desk: Desk, asked: NewCorrection) -> Correction:
    """Keep a correction, and return it. Raises StoryNotFound, ActorNotFound, StoreError."""
    now = dt.datetime.now(dt.UTC)
    with desk.writing:
        if asked.of == "stories":
            if asked.kind == "merge":
                return merge_stories(desk.ledger, asked.names, asked.who, now)
            return split_story(desk.ledger, asked.names[0], asked.articles, asked.who, now)
        if asked.kind == "merge":
            return merge_actors(desk.ledger, asked.story, asked.names, asked.who, now)
        return split_actor(desk.ledger, asked.story, asked.names[0], asked.articles, asked.who, now)


def history(desk: Desk) -> list[Correction]:
    """Return all corrections, the newest first."""
    made = [*desk.ledger.corrections("actors"), *desk.ledger.corrections("stories")]
    return sorted(made, key=lambda c: (c.when, c.id), reverse=True)


def undo(desk: Desk, wanted: str) -> Correction:
    """Take a correction back, and return it. Raises EntryNotFound."""
    with desk.writing:
        for made in history(desk):
            if made.id == wanted:
                (undo_actors if made.of == "actors" else undo_stories)(desk.ledger, wanted)
                return made
    msg = f"no correction `{wanted}` in the ledger. List them: /api/v1/corrections"
    raise EntryNotFound(msg)
