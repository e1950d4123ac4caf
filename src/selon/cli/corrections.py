"""`selon corrections`: everything that persons ever corrected in a ledger, in one history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.corrected import described
from selon.cli.output import deliver, plain

if TYPE_CHECKING:
    from selon.model import Kept

_ADDED = "selon add samples/bac --story bac --quiet"
_MERGED = 'selon actors merge bac "Secours lacustre" "Lake Rescue"'


@click.command(
    "corrections",
    short_help="everything that persons corrected",
    epilog=options.example(_ADDED, _MERGED, "selon corrections"),
)
@click.option(
    "--of",
    type=click.Choice(["actors", "stories", "statements", "copies", "claims"]),
    help="Corrections of these only.",
)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form.")
@options.ledger
def command(of: str | None, shape: str, ledger: str) -> int:
    """List all corrections, the oldest first: id, when, who, of what, which, why.

    Those that were taken back say by whom and when, those that no longer apply why. `--format json` prints one JSON
    object a line, with the readings before and after.
    """
    from selon.model import encode
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        kept = opened.history()
    for one in kept:
        if of is None or one.correction.of == of:
            deliver((encode(one).decode() if shape == "json" else _line(one)) + "\n", None)
    return 0


def _line(kept: Kept) -> str:
    made = kept.correction
    line = f"{made.id}  {made.when:%Y-%m-%d %H:%M}  {plain(made.who)}  {made.of}  {described(made)}"
    if kept.undone is not None:
        line += f"  [undone by {plain(kept.undone_by or '?')} on {kept.undone:%Y-%m-%d %H:%M}]"
    return line + (f"  [no longer applies: {plain(kept.idle)}]" if kept.idle else "")
