"""What the verbs that correct have in common: who says so, the list of what was said, and which of it is meant."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Literal

import click

from selon.cli.output import deliver

if TYPE_CHECKING:
    from selon.model import Correction
    from selon.store import Ledger

LAST = "last"
who = click.option("--who", default=getpass.getuser, help="Who says so.  [default: the name of the user]")


def tell(made: Correction) -> None:
    """Print a correction on a line: id, when, who, what."""
    what = " = ".join(made.names) if made.kind == "merge" else f"{made.names[0]}: {len(made.marks)} apart"
    deliver(f"{made.id}  {made.when:%Y-%m-%d %H:%M}  {made.who}  {made.kind}  {what}\n", None)


def tell_all(ledger: str, of: Literal["actors", "stories"]) -> int:
    """Print the corrections of actors, or of stories, the oldest first."""
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        for made in opened.corrections(of):
            tell(made)
    return 0


def meant(correction: str, opened: Ledger, of: Literal["actors", "stories"]) -> str:
    """Return the id of the last correction of actors, or of stories, for `last`; else what was given."""
    made = opened.corrections(of)
    return made[-1].id if correction == LAST and made else correction
