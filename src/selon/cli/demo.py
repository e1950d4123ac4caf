"""`selon demo`: the dossier of the sample story."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from selon.cli import options
from selon.cli.output import deliver
from selon.cli.progress import Progress
from selon.errors import MissingInput


@click.command("demo", short_help="the dossier of a sample story", epilog=options.example("selon demo -o dossier.html"))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default="dossier.html",
    show_default=True,
    help="Where to write the page.",
)
@options.language
@options.quiet
def command(output: Path, language: str, quiet: bool) -> int:
    """Write the dossier of the story that comes with Selon, and say where it is.

    The story is fiction: twelve articles on the sinking of a ferry, written to hold what real coverage holds.
    """
    from selon.dossier import to_html
    from selon.ingest import dossier_of_files

    with Progress(quiet=quiet) as progress:
        dossier, _ = dossier_of_files([sample_folder()], progress=progress)
    deliver(to_html(dossier, language), output)
    if str(output) != "-":
        click.echo(f"The dossier is in {output.resolve()}; open it in a browser.")
    return 0


def sample_folder() -> Path:
    """Return the folder of the sample story: in the installed package, else in the checkout.

    Raises MissingInput when it is in neither.
    """
    installed = Path(str(files("selon"))) / "samples" / "bac"
    checkout = Path(__file__).resolve().parents[3] / "samples" / "bac"
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise MissingInput(str(installed), "the sample story is not there", "Expected an installation with its samples")
