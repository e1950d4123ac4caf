"""`selon search`: articles and statements of the ledger by their words."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Literal

import click

from selon.cli import options
from selon.cli.output import deliver, plain

if TYPE_CHECKING:
    from selon.model import Interval
    from selon.store import Found, Hit

_ADDED = "selon add samples/bac --story bac --quiet"
_MARKS = ("\x1b[1m", "\x1b[0m")
_LONGEST = 2_000  # characters of a passage that are printed


@click.command(
    "search",
    short_help="articles and statements by their words",
    epilog=options.example(_ADDED, "selon search naufrage", "selon search --stance deny --format json compagnie"),
)
@click.argument("words", nargs=-1)
@click.option("--actor", metavar="NAME", help="Statements of this speaker: a name, or a part of one in whole words.")
@click.option("--outlet", metavar="NAME", help="Of articles of this outlet.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Said, or out, that day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Said, or out, that day or before.")
@click.option(
    "--stance",
    type=click.Choice(options.STANCES),
    help="Statements that do this.",
)
@click.option("--form", type=click.Choice(options.FORMS), help="Statements of this form.")
@click.option("--story", metavar="STORY", help="Of this story: its id, the start of its id, its name or its title.")
@click.option(
    "--of",
    type=click.Choice(["articles", "statements"]),
    help="What to find.  [default: articles; statements with --actor, --stance or --form]",
)
@click.option("--limit", type=click.IntRange(1, 200), default=20, show_default=True, help="Hits of a page.")
@click.option("--page", type=click.IntRange(1), default=1, show_default=True, help="Which page.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form.")
@options.ledger
def command(words: tuple[str, ...], of: Literal["articles", "statements"] | None, **given: object) -> int:
    """Find what holds all of WORDS, in any form, with or without accents; the best first.

    Words in quotation marks have to follow one another: '"cellule de crise"'. Without WORDS, everything that the
    options let through is listed, the latest first. A line says story, day, outlet, title; of a statement its id,
    stance and speaker; beneath it stands the passage. `--format json` prints one JSON object a hit, with the places of
    the words in the article's text.
    """
    from selon.model import encode
    from selon.store import Filters, Ledger

    limit, page, shape, place = (given.pop(name) for name in ("limit", "page", "shape", "ledger"))
    assert isinstance(limit, int)
    assert isinstance(page, int)
    narrowed = {key: value.date() if isinstance(value, dt.datetime) else value for key, value in given.items()}
    filters = Filters(**narrowed)  # type: ignore[arg-type]
    with Ledger.open(str(place), create=False) as opened:
        found = opened.search(" ".join(words), filters, of, limit=limit, offset=limit * (page - 1))
    for hit in found.hits:
        deliver((encode(hit).decode() if shape == "json" else _told(hit)) + "\n", None)
    if shape == "text":
        _say_rest(found, page)
    return 0


def _told(hit: Hit) -> str:
    head = [hit.story or "", _day(hit.published), hit.outlet or "", hit.title or hit.label]
    if hit.statement is not None:
        head[1:1] = [hit.statement.id, hit.statement.stance, hit.statement.speaker]
    return "  ".join(plain(part) for part in head if part) + "\n    " + _marked(hit) + "\n"


def _marked(hit: Hit) -> str:
    """Return the passage on one line, the words sought in bold where it is printed on a terminal."""
    if hit.passage is None:
        return ""
    before, after = _MARKS if sys.stdout.isatty() else ("", "")
    parts, at = [], 0
    for span in hit.words:
        start, end = span.start - hit.passage.start, span.end - hit.passage.start
        if end > _LONGEST:
            break
        parts += [plain(hit.text[at:start]), before, plain(hit.text[start:end]), after]
        at = end
    parts.append(plain(hit.text[at:_LONGEST]))
    return "".join(parts).strip()


def _day(when: Interval | None) -> str:
    return str((when.low or when.high or "") if when else "")


def _say_rest(found: Found, page: int) -> None:
    if not found.hits:
        click.echo("Nothing found." if page == 1 else "No more.", err=True)
    elif found.more:
        click.echo(f"There are more: --page {page + 1}", err=True)
