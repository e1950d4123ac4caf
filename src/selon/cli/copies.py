"""`selon copies`: which articles repeat one another, and a person's corrections of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.corrected import LAST, take_back, tell
from selon.cli.corrected import who as who_says
from selon.cli.corrected import why as why_so
from selon.cli.output import deliver, plain

if TYPE_CHECKING:
    from selon.ingest import Copied
    from selon.model import CopyKind

_ADDED = "selon add samples/bac --story bac --quiet"
_REJECTED = "selon copies reject 02-courrier-de-castelauze.txt 01-agence-fanal.txt"
_form = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form.")


@click.group(
    "copies",
    short_help="which articles repeat one another, and corrections of it",
    epilog=options.example(_ADDED, "selon copies list bac"),
)
def command() -> None:
    """Show which articles repeat one another, and correct it for good.

    An article is given by its id, the start of its id, its path or the name of its file. A correction is kept in the
    ledger with who made it and when.
    """


@command.command("list", short_help="the copies in a story", epilog=options.example(_ADDED, "selon copies list bac"))
@click.argument("story")
@options.ledger
@_form
def list_(story: str, ledger: str, form: str) -> int:
    """List the copies among the articles of STORY: the copy, its kind, of which article, how much of it.

    `<` stands where the days or a credit tell which came first, `~` where nothing does.
    """
    from selon.ingest import copies_in_story
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        return _show(copies_in_story(opened, story), form)


@command.command(
    "of",
    short_help="the copies of an article, anywhere in the ledger",
    epilog=options.example(_ADDED, "selon copies of 01-agence-fanal.txt"),
)
@click.argument("article")
@options.ledger
@_form
def of_(article: str, ledger: str, form: str) -> int:
    """List the copies that ARTICLE makes with any article of the ledger, the nearest first, as `list` does."""
    from selon.ingest import copies_of_article
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        return _show(copies_of_article(opened, article), form)


@command.command(
    "add",
    short_help="say that an article is a copy of another",
    epilog=options.example(_ADDED, "selon copies add 04-toutinfo365.txt 01-agence-fanal.txt --kind rewrite"),
)
@click.argument("article")
@click.argument("of")
@click.option(
    "--kind",
    type=click.Choice(["identical", "near_duplicate", "excerpt", "rewrite", "translation", "update"]),
    default="near_duplicate",
    show_default=True,
    help="What kind of copy.",
)
@who_says
@why_so
@options.ledger
def add(article: str, of: str, kind: CopyKind, who: str, why: str, ledger: str) -> int:
    """Say that ARTICLE is a copy of the article OF."""
    from selon.ingest import add_copy
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        made = add_copy(opened, article, of, kind, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command("reject", short_help="say that it is no copy", epilog=options.example(_ADDED, _REJECTED))
@click.argument("article")
@click.argument("of")
@who_says
@why_so
@options.ledger
def reject(article: str, of: str, who: str, why: str, ledger: str) -> int:
    """Say that ARTICLE is no copy of the article OF, nor OF one of it."""
    from selon.ingest import reject_copy
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        made = reject_copy(opened, article, of, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command(
    "undo", short_help="take a correction back", epilog=options.example(_ADDED, _REJECTED, f"selon copies undo {LAST}")
)
@click.argument("correction")
@who_says
@options.ledger
def undo(correction: str, who: str, ledger: str) -> int:
    """Take the CORRECTION of this id back; `last` is the last one made. `selon corrections --of copies` lists them."""
    from selon.ingest import undo_copy

    return take_back(correction, who, ledger, "copies", undo_copy)


def copy_line(one: Copied) -> str:
    """Return a line, without its end: the kind, how much of the copy it is, the original, `<` or `~`, the copy."""
    copy, sign = one.copy, "<" if one.copy.directed else "~"
    return f"{copy.kind:<14}  {copy.overlap:>5.0%}  {plain(one.of.label)} {sign} {plain(one.article.label)}"


def _show(found: Sequence[Copied], form: str) -> int:
    from selon.model import encode

    for one in found:
        deliver((encode(one.copy).decode() if form == "json" else copy_line(one)) + "\n", None)
    return 0
