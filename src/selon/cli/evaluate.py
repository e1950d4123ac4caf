"""`selon evaluate`: how good the reader is on annotated articles."""

from __future__ import annotations

from pathlib import Path

import click

from selon.cli import options
from selon.cli.output import deliver

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(
    "evaluate",
    short_help="scores against annotated articles",
    epilog=options.example("selon evaluate samples/bac/gold --worst 2"),
)
@click.argument("gold", type=_FOLDER)
@click.argument("texts", type=_FOLDER, required=False)
@click.option(
    "--resamples",
    type=click.IntRange(min=0),
    metavar="N",
    default=1000,
    show_default=True,
    help="Draws of the documents from which the 95 % intervals are taken; 0 for none.",
)
@click.option(
    "--worst",
    type=click.IntRange(min=0),
    metavar="N",
    default=0,
    help="Show the mistakes in the N documents that have most of them.",
)
@click.option("--json", "as_json", is_flag=True, help="Print all of it as one JSON object.")
def command(gold: Path, texts: Path | None, resamples: int, worst: int, as_json: bool) -> int:
    """Read articles and score what is found in them against what people found.

    GOLD holds a NAME.json for each article; its text NAME.txt stands beside it, in the folder GOLD-texts or in the
    folder above, or else in TEXTS. docs/attribution.md says what the measures are.
    """
    from selon.evaluate import measure, to_text

    evaluation = measure(gold, texts, resamples=resamples, faulty=worst)
    deliver(evaluation.to_json() if as_json else to_text(evaluation), None)
    return 0
