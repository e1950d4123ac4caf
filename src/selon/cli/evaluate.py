"""`selon evaluate`: how good the reader is on annotated articles."""

from __future__ import annotations

from pathlib import Path

import click

from selon.cli import options

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(
    "evaluate",
    short_help="scores against annotated articles",
    epilog=options.example("selon evaluate samples/bac/gold samples/bac"),
)
@click.argument("gold", type=_FOLDER)
@click.argument("texts", type=_FOLDER)
def command(gold: Path, texts: Path) -> int:
    """Read the articles NAME.txt of the folder TEXTS and score them against NAME.json of the folder GOLD."""
    from selon.evaluate import run, table

    click.echo(table(run(gold, texts)))
    return 0
