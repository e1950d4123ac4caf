"""`selon add`: articles into the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.copies import copy_line
from selon.cli.output import name_faults
from selon.cli.progress import Progress

if TYPE_CHECKING:
    from selon.ingest import Report

LONGEST = 20
"""Copies that are named one by one."""


@click.command(
    "add",
    short_help="articles into the ledger",
    epilog=options.example("selon add samples/bac --ledger selon.db"),
)
@options.files
@options.ledger
@click.option("--story", metavar="NAME", help="Put all of FILES into the story of this name, whatever they look like.")
@options.quiet
def command(files: tuple[Path, ...], ledger: str, story: str | None, quiet: bool) -> int:
    """Read articles and add them to the ledger.

    What is in the ledger already stays as it is, so that adding twice changes nothing. An article is added
    wholly or not at all; an interruption loses none of those reported as added. What is a copy of another article of
    the ledger is named with it, as `selon copies of` does.
    """
    from selon.ingest import add
    from selon.store import Ledger

    with Ledger.open(ledger) as opened, Progress(quiet=quiet) as progress:
        report = add(files, opened, progress, story, dt.datetime.now(dt.UTC))
    if not quiet:
        click.echo("\n".join([summary(report), *copy_lines(report)]), err=True)
    return name_faults(report.faults)


def copy_lines(report: Report) -> Iterator[str]:
    """Yield a line for each copy among what was added, as `selon copies list` does, at most LONGEST and one more."""
    copies = {(c.copy.article, c.copy.of): c for c in report.copies.values()}
    yield from (copy_line(one) for one in islice(copies.values(), LONGEST))
    if len(copies) > LONGEST:
        yield f"and {len(copies) - LONGEST} copies more: selon copies list"


def summary(report: Report) -> str:
    """Return what was done, in one line for the articles and one for the time that each stage took."""
    counts = f"{len(report.added)} added, {len(report.unchanged)} unchanged, {len(report.faults)} faulty"
    stages = ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in report.seconds.items())
    return f"{counts}; {report.words} words read" + (f"\n{stages}" if stages else "")
