"""`selon dossier`: the state of a story, from a ledger or straight from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.output import deliver, name_faults
from selon.cli.progress import Progress
from selon.errors import InputError, StoreError, StoryNotFound

if TYPE_CHECKING:
    from selon.dossier import Dossier

FORMS = {".html": "html", ".htm": "html", ".md": "markdown", ".json": "json", ".jsonl": "jsonl", ".csv": "csv"}
"""The format that a file's name asks for."""


@click.command(
    "dossier",
    short_help="known, claimed, contested, changed: one story as a page or data",
    epilog=options.example(
        "selon dossier samples/bac -o dossier.html",
        "selon dossier samples/bac/01-agence-fanal.txt --format markdown",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="FILES... | STORY")
@options.output
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(set(FORMS.values()))),
    help="Form of the dossier.  [default: by the name of the output file, else html]",
)
@options.language
@options.ledger
@options.quiet
def command(
    sources: tuple[str, ...], output: Path | None, form: str | None, language: str, ledger: str, quiet: bool
) -> int:
    """Show what is known, what is claimed, what is contested and what changed, each line with its passage.

    FILES are articles of one story. A single argument that is no file or folder is a STORY of the ledger: its
    id, the beginning of its id, its name or its title.

    CSV is three tables: `-o ferry.csv` writes ferry.statements.csv, ferry.figures.csv and ferry.positions.csv.
    """
    form = form or FORMS.get(output.suffix.lower() if output else "", "html")
    from selon.ingest import dossier_of_files

    if form == "csv" and (output is None or str(output) == "-"):
        msg = "CSV is three tables; name a file with -o, or print one table with `selon export`"
        raise click.UsageError(msg)
    faults: list[InputError] = []
    if len(sources) == 1 and not Path(sources[0]).exists():
        dossier = _of_story(sources[0], ledger)
    else:
        with Progress(quiet=quiet) as progress:
            dossier, faults = dossier_of_files([Path(source) for source in sources], progress=progress)
    code = name_faults(faults)
    if form == "csv":
        assert output is not None, "checked above"
        _tables(dossier, output)
    else:
        deliver(rendered(dossier, form, language), output)
    return code


def _of_story(story: str, place: str) -> Dossier:
    from selon.ingest import dossier_of_story
    from selon.store import Ledger

    try:
        with Ledger.open(place, create=False) as ledger:
            return dossier_of_story(ledger, story)
    except (StoreError, StoryNotFound) as error:
        msg = f"{story}: no such file or folder, so taken as a story of the ledger {place}. {error}"
        raise type(error)(msg) from error


def _tables(dossier: Dossier, output: Path) -> None:
    from selon.dossier import to_csv

    for name, text in to_csv(dossier).items():
        deliver(text, output.with_name(f"{output.stem}.{name}"))


def rendered(dossier: Dossier, form: str, language: str) -> str:
    """Return the dossier in one of the formats of FORMS but CSV, its fixed wording in `language`."""
    from selon import dossier as renderings

    if form == "html":
        return renderings.to_html(dossier, language)
    if form == "markdown":
        return renderings.to_markdown(dossier, language)
    return renderings.to_json(dossier) if form == "json" else renderings.to_jsonl(dossier)
