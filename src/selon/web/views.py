"""Parts of a dossier as the API and the pages show them."""

from __future__ import annotations

import datetime as dt

from selon.dossier.contract import Dossier, SeriesEntry
from selon.ingest import said_elsewhere
from selon.model import Interval
from selon.web.desk import Desk, Held
from selon.web.objects import Changed, HeardActor, ReadArticle, ToldClaim

ELSEWHERE = 200


def read_article(held: Held, wanted: str) -> ReadArticle:
    """Return an article with its statements and figures. Raises EntryNotFound."""
    article, dossier = held.article(wanted), held.dossier
    return ReadArticle(
        story=held.story,
        article=article,
        statements=tuple(s for s in dossier.statements if s.article == article.id),
        figures=tuple(f for f in dossier.figures if f.article == article.id),
    )


def heard_actor(desk: Desk, held: Held, wanted: str) -> HeardActor:
    """Return an actor with everything that it said, here and under one of its names in other stories.

    In other stories nobody is looked for who is nobody in particular, nor under a surname alone. Raises ActorNotFound.
    """
    actor, dossier = held.actor(wanted), held.dossier
    statements = tuple(s for s in dossier.statements if s.actor == actor.id)
    named = {actor.name, *actor.aliases, *(s.speaker for s in statements)}
    _, elsewhere = said_elsewhere(desk.ledger, held.story, actor.kind, named, ELSEWHERE)
    return HeardActor(
        story=held.story,
        actor=actor,
        voices=tuple(a.id for a in dossier.actors if a.speaks_for == actor.id),
        statements=statements,
        figures=tuple(f for f in dossier.figures if f.actor == actor.id),
        elsewhere=tuple(elsewhere),
    )


def told_claim(held: Held, wanted: str) -> ToldClaim:
    """Return a claim with all that is said of it, and by whom. Raises EntryNotFound."""
    claim, dossier = held.claim(wanted), held.dossier
    wanted_ids = set(claim.statements)
    statements = tuple(s for s in dossier.statements if s.id in wanted_ids)
    named = {a for s in statements for a in (s.actor, *s.relays) if a}
    named |= {a for p in claim.positions for a in (p.actor, p.body)}
    return ToldClaim(
        story=held.story,
        claim=claim,
        statements=statements,
        actors=tuple(a for a in dossier.actors if a.id in named),
    )


def changed(held: Held, since: dt.date) -> Changed:
    """Return what is new in a story since a day."""
    dossier = held.dossier
    said = {s.id: s.when for s in dossier.statements}
    new = {id_ for id_, when in said.items() if _new(when, since)}
    return Changed(
        since=since,
        articles=tuple(a for a in dossier.articles if a.published is None or _new(a.published, since)),
        changes=tuple(c for c in dossier.changes if _new(c.after.when, since)),
        statements=tuple(s for s in dossier.statements if s.id in new),
        series=_moved(dossier, since),
    )


def _moved(dossier: Dossier, since: dt.date) -> tuple[SeriesEntry, ...]:
    new = {f.id for f in dossier.figures if _new(f.said, since)}
    return tuple(s for s in dossier.series if new & set(s.figures))


def _new(when: Interval | None, since: dt.date) -> bool:
    """Say whether days surely or possibly reach `since`; unknown ones do not."""
    last = (when.high or when.low) if when else None
    return last is not None and last >= since
