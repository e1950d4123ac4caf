"""`selon statements`: what the articles of the ledger attribute to whom, and a person's corrections of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from selon.cli import options
from selon.cli.corrected import LAST, take_back, tell
from selon.cli.corrected import who as who_says
from selon.cli.corrected import why as why_so
from selon.cli.output import deliver, plain
from selon.errors import CorrectionRefused, StoreError

if TYPE_CHECKING:
    from selon.ingest import Edit
    from selon.model import Interval, Statement
    from selon.text import Span

T = TypeVar("T", bound=Callable[..., Any])

_ADDED = "selon add samples/bac --story bac --quiet"
_CORRECTED = 'selon statements correct "encore des vivants" --speaker "le Secours lacustre" --why "in its name"'
_REJECTED = 'selon statements reject "Une dizaine de personnes"'
_READ = 'selon statements add 03-radio-merance.txt --content "Le bilan du naufrage" --speaker "le Secours lacustre"'
_SHOWN = 100  # characters of a content on a line
_DAY = re.compile(r"(?P<low>\d{4}-\d\d-\d\d)(?:\.\.(?P<high>\d{4}-\d\d-\d\d))?")


def _reading(command: T) -> T:
    """Add the options that say how a person reads a statement."""
    words = "as they stand in the article, or as START:END"
    for option in (
        why_so,
        click.option("--said", metavar="DAY", help="When it was said: 2025-03-11, 2025-03-11..2025-03-12, or `none`."),
        click.option("--relay", multiple=True, help="Who stands between speaker and article, outermost first."),
        click.option("--certainty", type=click.Choice(options.CERTAINTIES), help="How sure it is made."),
        click.option("--form", type=click.Choice(options.FORMS), help="Form.  [default: by the quotation marks]"),
        click.option("--stance", type=click.Choice(options.STANCES), help="What the speaker does with the content."),
        click.option("--speaker", help="Whose statement it is; empty if nobody can tell."),
        click.option("--content", multiple=True, metavar="WORDS", help=f"What is said: words {words}, once per part."),
        click.option("--cue", metavar="WORDS", help=f"What attributes it: words {words}, or `none`."),
        click.option("--source", metavar="WORDS", help=f"Who says it: words {words}, or `none`."),
    ):
        command = option(command)
    return command


@click.group(
    "statements",
    short_help="who said what, and corrections of it",
    epilog=options.example(_ADDED, "selon statements list bac"),
)
def command() -> None:
    """Show the statements of a story, and correct them for good.

    A correction is kept in the ledger with who made it, when and why. It holds when the same article is read again by a
    newer Selon; where it no longer applies, `selon corrections` says so.
    """


@command.command(
    "list", short_help="the statements of a story", epilog=options.example(_ADDED, "selon statements list bac")
)
@click.argument("story")
@options.ledger
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form.")
def list_(story: str, ledger: str, shape: str) -> int:
    """List the statements of STORY, article by article: id, stance, speaker, what is said.

    A corrected one has a star before it. `--format json` prints one JSON object a line.
    """
    from selon.model import encode
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        articles = opened.articles(story)
        found = opened.annotations(a.id for a in articles)
        corrected = opened.amended(found)
    for article in articles:
        by = corrected[article.id].by if article.id in corrected else {}
        if shape == "text":
            deliver(f"{article.id}  {plain(article.label)}\n", None)
        for statement in found[article.id].statements:
            if shape == "json":
                made = {"article": article.id, "statement": statement, "corrections": by.get(statement.id, ())}
                deliver(encode(made).decode() + "\n", None)
            else:
                deliver(("* " if statement.id in by else "  ") + _line(statement, article.text), None)
    return 0


@command.command("correct", short_help="say how a statement is to be read", epilog=options.example(_ADDED, _CORRECTED))
@click.argument("statement")
@_reading
@who_says
@options.ledger
def correct(statement: str, who: str, why: str, ledger: str, **given: Any) -> int:
    """Say how STATEMENT is to be read: given by its id, the start of its id, or words of its content.

    What no option names stays as Selon reads it.
    """
    from selon.ingest import correct_statement, find_statement
    from selon.store import Ledger
    from selon.text import covering

    with Ledger.open(ledger, create=False) as opened:
        standing = find_statement(opened, statement)
        edit = _edit(standing.article.text, given, covering(standing.statement.content))
        made = correct_statement(opened, standing.statement.id, edit, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command("reject", short_help="say that it is no statement", epilog=options.example(_ADDED, _REJECTED))
@click.argument("statement")
@why_so
@who_says
@options.ledger
def reject(statement: str, who: str, why: str, ledger: str) -> int:
    """Say that STATEMENT, given as to `correct`, is none."""
    from selon.ingest import reject_statement
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        made = reject_statement(opened, statement, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command("add", short_help="a statement that was not read", epilog=options.example(_ADDED, _READ))
@click.argument("article")
@_reading
@who_says
@options.ledger
def add(article: str, who: str, why: str, ledger: str, **given: Any) -> int:
    """Add a statement to ARTICLE, given by its id, the start of its id, its path or the name of its file.

    The words of `--content` are needed.
    """
    from selon.ingest import add_statement, find_article
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        found = find_article(opened, article)
        made = add_statement(opened, found.id, _edit(found.text, given, None), who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command(
    "undo",
    short_help="take a correction back",
    epilog=options.example(_ADDED, _REJECTED, f"selon statements undo {LAST}"),
)
@click.argument("correction")
@who_says
@options.ledger
def undo(correction: str, who: str, ledger: str) -> int:
    """Take the CORRECTION of this id back; `last` is the last one made."""
    from selon.ingest import undo_statement

    return take_back(correction, who, ledger, "statements", undo_statement)


@command.command(
    "export",
    short_help="corrected articles as annotated cases",
    epilog=options.example(_ADDED, _REJECTED, "selon statements export build/cases"),
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.argument("story", required=False)
@options.ledger
def export(folder: Path, story: str | None, ledger: str) -> int:
    """Write the articles that persons corrected, of one STORY or of all, into FOLDER: tests, or matter to learn from.

    Every article makes NAME.txt, its text, and NAME.json, all of its statements and figures as they are now: look
    through those that nobody corrected before you trust them. `selon evaluate FOLDER` reads them.
    """
    from selon.evaluate import cases
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        within = None if story is None else set(opened.story(story).articles)
        made = opened.amended({c.article for c in opened.corrections("statements")})
        articles = opened.articles_by_id(id_ for id_ in made if within is None or id_ in within)
    found = cases((article, made[article.id]) for article in articles)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"{folder}: the folder can't be made ({error.strerror}). Name one inside a folder that is yours"
        raise StoreError(msg) from error
    for case in found:
        deliver(case.text, folder / f"{case.name}.txt")
        deliver(case.json, folder / f"{case.name}.json")
    click.echo(f"{len(found)} written to {folder}", err=True)
    return 0


def _edit(text: str, given: dict[str, Any], near: Span | None) -> Edit:
    """Return what the options say, their words found in the text: near the content that they give, else the old one."""
    from selon.ingest import Edit, located

    known: dict[str, Any] = {k: given[k] for k in ("form", "stance", "certainty", "speaker") if given[k] is not None}
    if given["content"]:
        known["content"] = tuple(sorted(located(text, words, near) for words in given["content"]))
        near = known["content"][0]
    for name in ("source", "cue"):
        if given[name] is not None:
            known[name] = None if given[name] == "none" else located(text, given[name], near)
    if given["relay"]:
        known["relay"] = given["relay"]
    if given["said"] is not None:
        known["when"] = _interval(given["said"])
    return Edit(**known)


def _interval(words: str) -> Interval | None:
    from selon.model import Interval

    if words == "none":
        return None
    found = _DAY.fullmatch(words)
    try:
        if found:
            low = dt.date.fromisoformat(found["low"])
            return Interval(low, dt.date.fromisoformat(found["high"]) if found["high"] else low)
    except ValueError:
        pass
    msg = f"expected a day such as 2025-03-11, two such as 2025-03-11..2025-03-12, or `none`, got `{words[:80]}`"
    raise CorrectionRefused(msg)


def _line(statement: Statement, text: str) -> str:
    from selon.text import words_of

    said = plain(words_of(statement.content, text))
    said = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
    return f"{statement.id}  {statement.stance:<9}  {plain(statement.speaker) or '?'}: {said}\n"
