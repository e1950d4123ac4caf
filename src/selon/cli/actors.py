"""`selon actors`: who is who in a story, and a person's corrections of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.corrected import LAST, take_back, tell
from selon.cli.corrected import who as who_says
from selon.cli.corrected import why as why_so
from selon.cli.output import deliver

if TYPE_CHECKING:
    from selon.model import Actor

_ADDED = "selon add samples/bac --story bac --quiet"
_MERGED = 'selon actors merge bac "Secours lacustre" "Lake Rescue"'
_SPLIT = 'selon actors split bac "Maryse Dorvange" samples/bac/01-agence-fanal.txt'


@click.group(
    "actors",
    short_help="who is who, and corrections of it",
    epilog=options.example(_ADDED, "selon actors list bac"),
)
def command() -> None:
    """Show who is who in a story, and correct it for good.

    A correction is kept in the ledger with who made it and when. It holds when the same articles are added and read
    again.
    """


@command.command("list", short_help="the actors of a story", epilog=options.example(_ADDED, "selon actors list bac"))
@click.argument("story")
@options.ledger
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form.")
def list_(story: str, ledger: str, form: str) -> int:
    """List the actors of STORY by name: id, kind, name, whom they speak for, other names.

    `--format json` prints one JSON object a line, with the evidence of every link.
    """
    from selon.ingest import actors_of_story
    from selon.model import encode
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        found = actors_of_story(opened, story)
    names = {actor.id: actor.name for actor in found}
    for actor in found:
        line = encode(actor).decode() if form == "json" else _line(actor, names)
        deliver(line + "\n", None)
    return 0


@command.command(
    "merge",
    short_help="say that actors are one",
    epilog=options.example(_ADDED, _MERGED),
)
@click.argument("story")
@click.argument("actors", nargs=-1, required=True)
@who_says
@why_so
@options.ledger
def merge(story: str, actors: tuple[str, ...], who: str, why: str, ledger: str) -> int:
    """Say that ACTORS of STORY are one, under the name of the first.

    An actor is given by its name, one of its other names, its id or the start of its id.
    """
    from selon.ingest import merge_actors
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        made = merge_actors(opened, story, actors, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command(
    "split",
    short_help="say that an actor is somebody else in some articles",
    epilog=options.example(_ADDED, _SPLIT),
)
@click.argument("story")
@click.argument("actor")
@click.argument("articles", nargs=-1, required=True)
@who_says
@why_so
@options.ledger
def split(story: str, actor: str, articles: tuple[str, ...], who: str, why: str, ledger: str) -> int:
    """Say that ACTOR of STORY is somebody else in ARTICLES, given by id, by the start of an id or by path."""
    from selon.ingest import split_actor
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        made = split_actor(opened, story, actor, articles, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command(
    "corrections",
    short_help="what persons have corrected",
    epilog=options.example(_ADDED, _MERGED, "selon actors corrections"),
)
@options.ledger
def corrections(ledger: str) -> int:
    """List the corrections of actors, the oldest first: id, when, who, what."""
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        for made in opened.corrections():
            tell(made)
    return 0


@command.command(
    "undo",
    short_help="take a correction back",
    epilog=options.example(_ADDED, _MERGED, f"selon actors undo {LAST}"),
)
@click.argument("correction")
@who_says
@options.ledger
def undo(correction: str, who: str, ledger: str) -> int:
    """Take the CORRECTION of this id back; `last` is the last one made."""
    from selon.ingest import undo_actors

    return take_back(correction, who, ledger, "actors", undo_actors)


def _line(actor: Actor, names: dict[str, str]) -> str:
    voice = f"  → {names.get(actor.speaks_for, actor.speaks_for)}" if actor.speaks_for else ""
    others = f"  ({', '.join(actor.aliases)})" if actor.aliases else ""
    return f"{actor.id}  {actor.kind:<9}  {actor.name}{voice}{others}"
