"""Corrections as the desk takes them: from the API and from forms alike."""

from __future__ import annotations

import datetime as dt

from selon.errors import CorrectionRefused, EntryNotFound
from selon.ingest import (
    add_copy,
    add_statement,
    correct_statement,
    merge_actors,
    merge_claims,
    merge_stories,
    reject_copy,
    reject_statement,
    split_actor,
    split_claim,
    split_story,
    undo_actors,
    undo_claims,
    undo_copy,
    undo_statement,
    undo_stories,
)
from selon.model import Correction, Kept
from selon.web.desk import Desk
from selon.web.objects import NewCorrection

_UNDO = {
    "actors": undo_actors,
    "stories": undo_stories,
    "statements": undo_statement,
    "copies": undo_copy,
    "claims": undo_claims,
}


def correct(desk: Desk, asked: NewCorrection) -> Correction:
    """Keep a correction, and return it.

    Raises StoryNotFound, ActorNotFound, StatementNotFound, EntryNotFound, CorrectionRefused, StoreError.
    """
    if not asked.who.strip():
        msg = "expected the name of who corrects, got none"
        raise CorrectionRefused(msg)
    with desk.writing:
        if asked.of == "statements":
            made = _of_statements(desk, asked)
        elif asked.of == "copies":
            made = _of_copies(desk, asked)
        else:
            made = _of_groups(desk, asked)
    if made is not None:
        desk.touched(_articles(made))
        return made
    msg = (
        f"expected what a correction of {asked.of} needs, got `{asked.kind}` without it. See the description of the API"
    )
    raise CorrectionRefused(msg)


def _of_statements(desk: Desk, asked: NewCorrection) -> Correction | None:
    ledger, who, why, now = desk.ledger, asked.who, asked.why, dt.datetime.now(dt.UTC)
    match asked.kind:
        case "change":
            return correct_statement(ledger, asked.statement, asked.edit, who, now, why)
        case "reject":
            return reject_statement(ledger, asked.statement, who, now, why)
        case "add" if len(asked.articles) == 1:
            return add_statement(ledger, asked.articles[0], asked.edit, who, now, why)
    return None


def _of_copies(desk: Desk, asked: NewCorrection) -> Correction | None:
    if len(asked.articles) != 2:  # noqa: PLR2004
        return None
    copy, of = asked.articles
    match asked.kind:
        case "add":
            return add_copy(desk.ledger, copy, of, asked.copy, asked.who, dt.datetime.now(dt.UTC), asked.why)
        case "reject":
            return reject_copy(desk.ledger, copy, of, asked.who, dt.datetime.now(dt.UTC), asked.why)
    return None


def _of_groups(desk: Desk, asked: NewCorrection) -> Correction | None:
    """Merge or split stories, actors or claims."""
    ledger, names, who, why, now = desk.ledger, asked.names, asked.who, asked.why, dt.datetime.now(dt.UTC)
    match asked.of, asked.kind:
        case "stories", "merge" if names:
            return merge_stories(ledger, names, who, now, why)
        case "stories", "split" if len(names) == 1:
            return split_story(ledger, names[0], asked.articles, who, now, why)
        case "actors", "merge" if names:
            return merge_actors(ledger, asked.story, names, who, now, why)
        case "actors", "split" if len(names) == 1:
            return split_actor(ledger, asked.story, names[0], asked.articles, who, now, why)
        case "claims", "merge" if names:
            return merge_claims(ledger, desk.story(asked.story).dossier, names, who, now, why)
        case "claims", "split" if len(names) == 1:
            return split_claim(ledger, desk.story(asked.story).dossier, names[0], asked.statements, who, now, why)
    return None


def _articles(made: Correction) -> list[str]:
    """Return the articles that a correction speaks of."""
    return [*([made.article] if made.article else []), *(mark.article for mark in made.marks)]


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
                desk.touched(_articles(made))
                return made
    msg = f"no correction `{wanted}` in the ledger that holds. List them: /api/v1/corrections"
    raise EntryNotFound(msg)
