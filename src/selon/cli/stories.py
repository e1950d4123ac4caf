"""`selon stories`: what the ledger holds."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

import click

from selon.cli import options
from selon.cli.output import deliver

if TYPE_CHECKING:
    from selon.model import Story
    from selon.store import Ledger


TITLE = 100
"""Characters of a title that fit on a line beside the rest. The JSON form gives all of it."""


@click.command(
    "stories", short_help="what the ledger holds", epilog=options.example("selon add samples/bac", "selon stories")
)
@options.ledger
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form.")
def command(ledger: str, form: str) -> int:
    """List the stories of the ledger, the one that began first first: id, days, number of articles, title.

    The title is words of one of the articles. `--format json` prints one JSON object a line.
    """
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


def title_of(story: Story, ledger: Ledger) -> str:
    """Return the words that name a story, their spaces made plain; empty when it has none."""
    if story.title is None:
        return ""
    (article,) = (a for a in ledger.articles(story.id) if a.id == story.title.article)
    return " ".join(" ".join(span.of(article.text) for span in story.title.spans).split())


def _days(story: Story) -> str:
    first, last = (str(day) if day else "?" for day in (story.first, story.last))
    return f"{first:>10} – {last:<10}"
