"""`selon export`: statements, figures, positions or articles of the ledger, one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.output import deliver
from selon.cli.records import as_csv, as_jsonl, as_parquet

if TYPE_CHECKING:
    from selon.dossier import Dossier
    from selon.store import Ledger

KINDS = ("statements", "figures", "positions", "articles")
FORMS = {".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet", ".ris": "ris"}
"""The format that a file's name asks for."""


@click.command(
    "export",
    short_help="statements, figures, positions, articles as data",
    epilog=options.example("selon add samples/bac", "selon export statements -o statements.jsonl"),
)
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("story", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["csl", "csv", "jsonl", "parquet", "ris"]),
    help="[default: by the name of the output file, else jsonl]",
)
@options.output
@options.ledger
def command(kind: str, story: str | None, form: str | None, output: Path | None, ledger: str) -> int:
    """Export records of one STORY of the ledger, or of all its stories.

    Every record names its story, its article and its spans, so that it leads back to the exact words. RIS and CSL
    are for the list of articles; CSV has the tables of statements, figures and positions.
    """
    from selon.store import Ledger

    form = form or FORMS.get(output.suffix.lower() if output else "", "jsonl")
    _refuse_misuse(kind, form, output)
    with Ledger.open(ledger, create=False) as opened:
        deliver(_made(list(_dossiers(opened, story)), kind, form), output)
    return 0


def _refuse_misuse(kind: str, form: str, output: Path | None) -> None:
    lists = kind == "articles"
    if (form in {"ris", "csl"} and not lists) or (form == "csv" and lists):
        msg = f"{form} is not for {kind}: ris and csl are for articles, csv is for what is said in them"
        raise click.UsageError(msg)
    if form == "parquet" and (output is None or str(output) == "-"):
        msg = "Parquet is not text; name a file with -o"
        raise click.UsageError(msg)


def _made(dossiers: list[Dossier], kind: str, form: str) -> str | bytes:
    from selon.dossier import to_csl, to_ris

    if form == "parquet":
        try:
            return as_parquet(dossiers, kind)
        except ImportError as error:
            raise click.UsageError(str(error)) from error
    if form == "csv":
        return as_csv(dossiers, kind)
    if form == "ris":
        return "".join(map(to_ris, dossiers))
    if form == "csl":
        items = [item for dossier in dossiers for item in json.loads(to_csl(dossier))]
        return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
    return as_jsonl(dossiers, kind)


def _dossiers(ledger: Ledger, story: str | None) -> Iterator[Dossier]:
    from selon.ingest import dossier_of_story

    wanted = [story] if story else [one.id for one in ledger.stories()]
    for name in wanted:
        yield dossier_of_story(ledger, name)
