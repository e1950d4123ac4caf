"""`selon lexicon`: the word lists."""

from __future__ import annotations

from pathlib import Path

import click

from selon.cli import options

_EXAMPLE = options.example("selon lexicon check")


@click.group("lexicon", short_help="look after the word lists", epilog=_EXAMPLE)
def command() -> None:
    """Look after the word lists."""


@command.command("check", short_help="name every fault at once", epilog=_EXAMPLE)
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--language", default="fr", show_default=True, help="Language of the lists.")
def check(folder: Path | None, language: str) -> int:
    """Name every fault of the word lists in FOLDER at once; Selon's own lists if no FOLDER is given."""
    from selon.errors import LexiconError
    from selon.lexicon import folder_of, read_lexicon

    _, faults = read_lexicon(folder or folder_of(language), language)
    if faults:
        raise LexiconError(faults)
    click.echo("No faults.")
    return 0
