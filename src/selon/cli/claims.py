"""`selon claims`: what a story's statements are about, and a person's corrections of it."""

from __future__ import annotations

import datetime as dt
from textwrap import shorten

import click

from selon.cli import options
from selon.cli.corrected import LAST, take_back, tell
from selon.cli.corrected import who as who_says
from selon.cli.corrected import why as why_so
from selon.cli.output import deliver, plain

_TITLE = 100
_ADDED = "selon add samples/bac --story bac --quiet"
_MERGED = 'selon claims merge bac "le bac était surchargé" "transportait plus de passagers"'


@click.group(
    "claims",
    short_help="what statements are about, and corrections of it",
    epilog=options.example(_ADDED, "selon claims list bac"),
)
def command() -> None:
    """Show what the statements of a story are about, and correct it for good.

    A claim is given by its id, the start of its id, or words of the passage that names it. A correction is kept in the
    ledger with who made it, when and why. It holds when articles are added and read again: statements that are found to
    be about the same as most of a merged claim follow it.
    """


@command.command("list", short_help="the claims of a story", epilog=options.example(_ADDED, "selon claims list bac"))
@click.argument("story")
@options.ledger
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form.")
def list_(story: str, ledger: str, form: str) -> int:
    """List the claims of STORY: id, status, independent origins, statements, the passage that names it.

    `--format json` prints one JSON object a line, as the dossier has them.
    """
    from selon.ingest import dossier_of_story
    from selon.model import encode
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        dossier = dossier_of_story(opened, story)
    for claim in dossier.claims:
        words = shorten(plain(claim.label.text), _TITLE, placeholder=" …")
        line = f"{claim.id}  {claim.status:<13}  {claim.origins_high:>2}  {len(claim.statements):>3}  {words}"
        deliver((encode(claim).decode() if form == "json" else line) + "\n", None)
    return 0


@command.command("merge", short_help="say that claims are one", epilog=options.example(_ADDED, _MERGED))
@click.argument("story")
@click.argument("claims", nargs=-1, required=True)
@who_says
@why_so
@options.ledger
def merge(story: str, claims: tuple[str, ...], who: str, why: str, ledger: str) -> int:
    """Say that CLAIMS of STORY are one, under the name of the first."""
    from selon.ingest import dossier_of_story, merge_claims
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        made = merge_claims(opened, dossier_of_story(opened, story), claims, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command(
    "split",
    short_help="say that some statements are about something else",
    epilog=options.example(
        _ADDED, 'selon claims split bac "soixante personnes étaient à bord" "57 personnes présentes à bord ont survécu"'
    ),
)
@click.argument("story")
@click.argument("claim")
@click.argument("statements", nargs=-1, required=True)
@who_says
@why_so
@options.ledger
def split(story: str, claim: str, statements: tuple[str, ...], who: str, why: str, ledger: str) -> int:
    """Say that STATEMENTS of CLAIM, given by id, start of id or words of theirs, are a claim of their own in STORY."""
    from selon.ingest import dossier_of_story, split_claim
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        dossier = dossier_of_story(opened, story)
        made = split_claim(opened, dossier, claim, statements, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command(
    "undo", short_help="take a correction back", epilog=options.example(_ADDED, _MERGED, f"selon claims undo {LAST}")
)
@click.argument("correction")
@who_says
@options.ledger
def undo(correction: str, who: str, ledger: str) -> int:
    """Take the CORRECTION of this id back; `last` is the last one made. `selon corrections --of claims` lists them."""
    from selon.ingest import undo_claims

    return take_back(correction, who, ledger, "claims", undo_claims)
