"""`selon stories`: what the ledger holds, and a person's corrections of it."""

from __future__ import annotations

import datetime as dt
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.corrected import LAST, take_back, tell
from selon.cli.corrected import who as who_says
from selon.cli.corrected import why as why_so
from selon.cli.output import deliver

if TYPE_CHECKING:
    from selon.model import Story
    from selon.store import Ledger


TITLE = 100
"""Characters of a title that fit on a line beside the rest. The JSON form gives all of it."""

_ADDED = "selon add samples/bac"
_FIRST = "samples/bac/01-agence-fanal.txt"
_SPLIT = f"selon stories split story {_FIRST}"
_MERGE = "selon stories merge story-ace1 story-b55a"


@click.group(
    "stories",
    invoke_without_command=True,
    short_help="what the ledger holds, and corrections of it",
    epilog=options.example(_ADDED, "selon stories"),
)
@options.ledger
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form.")
@click.pass_context
def command(context: click.Context, ledger: str, form: str) -> int:
    """List the stories of the ledger, the one that began first first: id, days, number of articles, title.

    The title is words of one of the articles. `--format json` prints one JSON object a line.

    A correction (`merge`, `split`) is kept in the ledger with who made it and when, and holds when articles are added.
    """
    if context.invoked_subcommand is not None:
        return 0
    from selon.model import encode
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        for story in opened.stories():
            title = title_of(story, opened)
            if form == "json":
                line = encode(
                    {
                        "id": story.id,
                        "title": title,
                        "first": story.first,
                        "last": story.last,
                        "articles": story.articles,
                    }
                ).decode()
            else:
                line = (
                    f"{story.id}  {_days(story)}  {len(story.articles):>4}  {shorten(title, TITLE, placeholder=' …')}"
                )
            deliver(line + "\n", None)
    return 0


@command.command("merge", short_help="say that stories are one", epilog=options.example(_ADDED, _SPLIT, _MERGE))
@click.argument("stories", nargs=-1, required=True)
@who_says
@why_so
@options.ledger
def merge(stories: tuple[str, ...], who: str, why: str, ledger: str) -> int:
    """Say that STORIES are one. A story is given by its id, the start of its id or its title."""
    from selon.ingest import merge_stories
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        made = merge_stories(opened, stories, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command("split", short_help="say that some articles are another story", epilog=options.example(_ADDED, _SPLIT))
@click.argument("story")
@click.argument("articles", nargs=-1, required=True)
@who_says
@why_so
@options.ledger
def split(story: str, articles: tuple[str, ...], who: str, why: str, ledger: str) -> int:
    """Say that ARTICLES of STORY, given by id, by the start of an id or by path, are another story."""
    from selon.ingest import split_story
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        made = split_story(opened, story, articles, who, dt.datetime.now(dt.UTC), why)
    tell(made)
    return 0


@command.command(
    "corrections",
    short_help="what persons have corrected",
    epilog=options.example(_ADDED, _SPLIT, "selon stories corrections"),
)
@options.ledger
def corrections(ledger: str) -> int:
    """List the corrections of stories, the oldest first: id, when, who, what."""
    from selon.store import Ledger

    with Ledger.open(ledger, create=False) as opened:
        for made in opened.corrections("stories"):
            tell(made)
    return 0


@command.command(
    "undo", short_help="take a correction back", epilog=options.example(_ADDED, _SPLIT, f"selon stories undo {LAST}")
)
@click.argument("correction")
@who_says
@options.ledger
def undo(correction: str, who: str, ledger: str) -> int:
    """Take the CORRECTION of this id back; `last` is the last one made."""
    from selon.ingest import undo_stories

    return take_back(correction, who, ledger, "stories", undo_stories)


def title_of(story: Story, ledger: Ledger) -> str:
    """Return the words that name a story, their spaces made plain; empty when it has none."""
    if story.title is None:
        return ""
    (article,) = (a for a in ledger.articles(story.id) if a.id == story.title.article)
    return " ".join(" ".join(span.of(article.text) for span in story.title.spans).split())


def _days(story: Story) -> str:
    first, last = (str(day) if day else "?" for day in (story.first, story.last))
    return f"{first:>10} – {last:<10}"
