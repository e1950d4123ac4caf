"""Corrections as the desk takes them: from the API and from forms alike."""

from __future__ import annotations

import datetime as dt

from selon.errors import CorrectionRefused, EntryNotFound
from selon.ingest import (
    add_statement,
    correct_statement,
    merge_actors,
    merge_stories,
    reject_statement,
    split_actor,
    split_story,
    undo_actors,
    undo_statement,
    undo_stories,
)
from selon.model import Correction, Kept
from selon.web.desk import Desk
from selon.web.objects import NewCorrection

_UNDO = {"actors": undo_actors, "stories": undo_stories, "statements": undo_statement}


def correct(desk: Desk, asked: NewCorrection) -> Correction:
    """Keep a correction, and return it.

    Raises StoryNotFound, ActorNotFound, StatementNotFound, CorrectionRefused, StoreError.
    """
    if not asked.who.strip():
        msg = "expected the name of who corrects, got none"
        raise CorrectionRefused(msg)
    now = dt.datetime.now(dt.UTC)
    ledger, who, why = desk.ledger, asked.who, asked.why
    with desk.writing:
        match asked.of, asked.kind:
            case "statements", "change":
                return correct_statement(ledger, asked.statement, asked.edit, who, now, why)
            case "statements", "reject":
                return reject_statement(ledger, asked.statement, who, now, why)
            case "statements", "add" if len(asked.articles) == 1:
                return add_statement(ledger, asked.articles[0], asked.edit, who, now, why)
            case "stories", "merge" if asked.names:
                return merge_stories(ledger, asked.names, who, now)
            case "stories", "split" if len(asked.names) == 1:
                return split_story(ledger, asked.names[0], asked.articles, who, now)
            case "actors", "merge" if asked.names:
                return merge_actors(ledger, asked.story, asked.names, who, now)
            case "actors", "split" if len(asked.names) == 1:
                return split_actor(ledger, asked.story, asked.names[0], asked.articles, who, now)
    msg = (
        f"expected what a correction of {asked.of} needs, got `{asked.kind}` without it. See the description of the API"
    )
    raise CorrectionRefused(msg)


def history(desk: Desk) -> list[Kept]:
    """Return every correction that was ever made, the newest first."""
    return desk.ledger.history()[::-1]


def undo(desk: Desk, wanted: str, who: str) -> Correction:
    """Take a correction back, for `who`, and return it. Raises EntryNotFound."""
    with desk.writing:
        for kept in history(desk):
            made = kept.correction
            if made.id == wanted and kept.undone is None:
                _UNDO[made.of](desk.ledger, wanted, who, dt.datetime.now(dt.UTC))
                return made
    msg = f"no correction `{wanted}` in the ledger that holds. List them: /api/v1/corrections"
    raise EntryNotFound(msg)
