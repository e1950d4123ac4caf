"""`selon annotate`: the contract JSON of each article."""

from __future__ import annotations

from pathlib import Path

import click

from selon.cli import options
from selon.cli.output import deliver, name_faults
from selon.cli.progress import Progress
from selon.errors import InputError


@click.command(
    "annotate",
    short_help="what each article attributes, and to whom",
    epilog=options.example("selon annotate samples/bac/01-agence-fanal.txt"),
)
@options.files
@click.option(
    "--format",
    type=click.Choice(["json"]),
    expose_value=False,
    default="json",
    show_default=True,
    help="Form of output.",
)
@options.quiet
def command(files: tuple[Path, ...], quiet: bool) -> int:
    """Print what each article attributes, and to whom: one JSON object a line, in the order of FILES.

    Offsets are Unicode code points into the text as received; docs/formats.md describes every key.
    """
    from selon.ingest import read_and_annotate

    faults: list[InputError] = []
    with Progress(quiet=quiet) as progress:
        for found in read_and_annotate(files, progress):
            if isinstance(found, InputError):
                faults.append(found)
            else:
                deliver(found.to_json() + "\n", None)
    return name_faults(faults)
