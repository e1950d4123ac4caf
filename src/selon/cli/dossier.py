"""`selon dossier`: the state of a story, from a ledger or straight from files."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.output import deliver, deliver_folder, name_faults
from selon.cli.progress import Progress
from selon.errors import InputError, StoreError, StoryNotFound

if TYPE_CHECKING:
    from selon.dossier import Dossier
    from selon.ingest import Days

FORMS = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "json",
    ".jsonl": "jsonl",
    ".jsonld": "jsonld",
    ".csv": "csv",
    ".ris": "ris",
}
"""The format that a file's name asks for."""

SEVERAL = ("csv", "parquet")
"""Formats of several files."""

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command(
    "dossier",
    short_help="known, claimed, contested, changed: one story as a page or data",
    epilog=options.example(
        "selon dossier samples/bac -o dossier.html",
        "selon dossier samples/bac -o dossier/",
        "selon dossier samples/bac/01-agence-fanal.txt --format markdown",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="FILES... | STORY")
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    help="Write to this file instead of printing; a name that ends with `/` is a folder of pages; `-` prints.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted({*FORMS.values(), *SEVERAL, "csl"})),
    help="Form of the dossier.  [default: by the name of the output file, else html]",
)
@click.option("--since", type=_DAY, metavar="DAY", help="Only articles that may have appeared on this day or later.")
@click.option("--until", type=_DAY, metavar="DAY", help="Only articles that may have appeared on this day or earlier.")
@options.language
@options.ledger
@options.quiet
def command(
    *,
    sources: tuple[str, ...],
    output: str | None,
    form: str | None,
    since: dt.datetime | None,
    until: dt.datetime | None,
    language: str,
    ledger: str,
    quiet: bool,
) -> int:
    """Show what is known, what is claimed, what is contested and what changed, each line with its passage.

    FILES are articles of one story. A single argument that is no file or folder is a STORY of the ledger: its
    id, the beginning of its id, its name or its title. --since and --until (2018-12-01) choose some of its days:
    the dossier is that of the articles of these days alone.

    A folder (`-o dossier/`) has the page to open, index.html, which shows what matters and leads to the rest; one
    page for each article; and works from a disk or from any server. A big story needs it.
    CSV is three tables: `-o ferry.csv` writes ferry.statements.csv, ferry.figures.csv and ferry.positions.csv.
    Parquet is a table for each kind of entry, in a folder. RIS and CSL list the articles for a reference manager.
    """
    from selon.ingest import Days, dossier_of_files

    folder = output is not None and output != "-" and (output.endswith(("/", os.sep)) or Path(output).is_dir())
    target = Path(output) if output is not None else None
    form = form or FORMS.get(target.suffix.lower() if target and not folder else "", "html")
    _refuse_misuse(form, target, folder=folder)
    days = Days(since.date() if since else None, until.date() if until else None)
    faults: list[InputError] = []
    if len(sources) == 1 and not Path(sources[0]).exists():
        dossier = _of_story(sources[0], ledger, days)
    else:
        with Progress(quiet=quiet) as progress:
            dossier, faults = dossier_of_files([Path(source) for source in sources], progress, days)
    code = name_faults(faults)
    if folder:
        assert target is not None, "it has a name"
        _folder(dossier, form, target, language, quiet=quiet)
    elif form == "csv":
        assert target is not None, "refused above"
        _tables(dossier, target)
    else:
        deliver(rendered(dossier, form, language), target)
    return code


def _refuse_misuse(form: str, target: Path | None, *, folder: bool) -> None:
    if folder and form not in {"html", "parquet"}:
        msg = f"a folder holds pages or Parquet, not {form}; name a file, or leave --format out"
        raise click.UsageError(msg)
    if form == "parquet" and not folder:
        msg = "Parquet is several files; name a folder: -o ferry/"
        raise click.UsageError(msg)
    if form == "csv" and (target is None or str(target) == "-"):
        msg = "CSV is three tables; name a file with -o, or print one table with `selon export`"
        raise click.UsageError(msg)


def _folder(dossier: Dossier, form: str, folder: Path, language: str, *, quiet: bool) -> None:
    from selon.dossier import to_pages

    files = parquet_of(dossier).items() if form == "parquet" else to_pages(dossier, language)
    count = deliver_folder(files, folder)
    if not quiet:
        leads = f"; open {folder / 'index.html'} in a browser" if form == "html" else ""
        click.echo(f"{count} files in {folder}{leads}.", err=True)


def parquet_of(dossier: Dossier) -> dict[str, bytes]:
    """Return the dossier's Parquet files. Raises UsageError, with what to do, where pyarrow is missing."""
    from selon.dossier import to_parquet

    try:
        return to_parquet(dossier)
    except ImportError as error:
        raise click.UsageError(str(error)) from error


def _of_story(story: str, place: str, days: Days) -> Dossier:
    from selon.ingest import dossier_of_story
    from selon.store import Ledger

    try:
        with Ledger.open(place, create=False) as ledger:
            return dossier_of_story(ledger, story, days)
    except (StoreError, StoryNotFound) as error:
        msg = f"{story}: no such file or folder, so taken as a story of the ledger {place}. {error}"
        raise type(error)(msg) from error


def _tables(dossier: Dossier, output: Path) -> None:
    from selon.dossier import to_csv

    for name, text in to_csv(dossier).items():
        deliver(text, output.with_name(f"{output.stem}.{name}"))


def rendered(dossier: Dossier, form: str, language: str) -> str:
    """Return the dossier in one of the formats that make one text, its fixed wording in `language`."""
    from selon import dossier as renderings

    if form == "html":
        return renderings.to_html(dossier, language)
    if form == "markdown":
        return renderings.to_markdown(dossier, language)
    plain = {
        "csl": renderings.to_csl,
        "json": renderings.to_json,
        "jsonl": renderings.to_jsonl,
        "jsonld": renderings.to_jsonld,
        "ris": renderings.to_ris,
    }
    return plain[form](dossier)
