"""Options that several verbs share, as decorators."""

from __future__ import annotations

from pathlib import Path

import click

STANCES = ("affirm", "confirm", "deny", "uncertain", "call", "judge")
FORMS = ("direct", "indirect", "mixed")
CERTAINTIES = ("certain", "probable", "possible", "conditional")
"""As in the model, which a verb loads only when it runs. A test compares them."""

files = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES...")
"""Articles: files or folders. Whether they can be read is said of each, later, not by stopping at the first."""

quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing of progress; faults are still named.")

ledger = click.option(
    "--ledger",
    envvar="SELON_LEDGER",
    default="selon.db",
    metavar="PLACE",
    help="The ledger: a file, or the address of a database.  [default: $SELON_LEDGER, else ./selon.db]",
)

output = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Write to this file instead of printing; `-` prints.",
)

language = click.option(
    "--language",
    type=click.Choice(["fr", "en"]),
    default="fr",
    show_default=True,
    help="Language of the fixed wording; what the articles say stays as it is.",
)


def example(*lines: str) -> str:
    """Return the end of a verb's help: commands that work in a checkout, kept on lines of their own."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)
