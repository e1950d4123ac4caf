"""`selon export`: statements, figures or positions of the ledger, one record a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.output import deliver
from selon.cli.records import as_csv, as_jsonl

if TYPE_CHECKING:
    from selon.dossier import Dossier
    from selon.store import Ledger

KINDS = ("statements", "figures", "positions")


@click.command(
    "export",
    short_help="statements, figures, positions as JSON Lines or CSV",
    epilog=options.example("selon add samples/bac", "selon export statements -o statements.jsonl"),
)
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("story", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    help="[default: by the name of the output file, else jsonl]",
)
@options.output
@options.ledger
def command(kind: str, story: str | None, form: str | None, output: Path | None, ledger: str) -> int:
    """Export records of one STORY of the ledger, or of all its stories.

    Every record names its story, its article and its spans, so that it leads back to the exact words.
    """
    from selon.store import Ledger

    form = form or ("csv" if output and output.suffix.lower() == ".csv" else "jsonl")
    with Ledger.open(ledger, create=False) as opened:
        dossiers = _dossiers(opened, story)
        text = as_csv(dossiers, kind) if form == "csv" else as_jsonl(dossiers, kind)
    deliver(text, output)
    return 0


def _dossiers(ledger: Ledger, story: str | None) -> Iterator[Dossier]:
    from selon.ingest import dossier_of_story

    wanted = [story] if story else [one.id for one in ledger.stories()]
    for name in wanted:
        yield dossier_of_story(ledger, name)
