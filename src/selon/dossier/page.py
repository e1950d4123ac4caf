"""The dossier as pages that ask nothing of anybody: all on one page, or a folder that opens on what matters."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from selon.dossier.contract import Dossier
from selon.dossier.pages import Folder
from selon.dossier.parts import TEMPLATES, own_pages, parts, shared, whole
from selon.dossier.passages import Index
from selon.dossier.phrases import Phrases, story_year
from selon.dossier.views import reading, sources
from selon.dossier.visible import shown

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent
STYLE, SCRIPT = "dossier.css", "dossier.js"
"""The files of a folder of pages that hold the style of all, and the script that shows chosen days only."""


class Script(NamedTuple):
    """A script that stands in a page, and how the page's policy names it: by its hash, so that it alone may run."""

    text: str
    source: Markup


def to_html(dossier: Dossier, language: str = "fr") -> str:
    """Return the dossier as one self-contained page, with its fixed wording in `language`.

    Everything that comes from an article is escaped, and its hidden characters are made visible. Raises
    ValueError for a language without wording.
    """
    index = Index(dossier, Phrases(language, story_year(dossier)))
    page = environment().get_template("page.html.j2")
    return page.render({**parts(index), "style": stylesheet(), "script": _inlined(), "reading": reading.reading(index)})


def to_pages(dossier: Dossier, language: str = "fr") -> Iterator[tuple[str, str]]:
    """Yield the files of a folder of pages, name and text: `index.html` first, then parts, articles, style and script.

    `index.html` shows what matters of every part and leads to the rest. The files lead to one another by name:
    they work from a disk and from any server. Raises ValueError for a language without wording.
    """
    pages = Folder(tuple(a.id for a in dossier.articles))
    index = Index(dossier, Phrases(language, story_year(dossier)), pages)
    page = environment().get_template("page.html.j2")
    main = parts(index)
    yield pages.story, page.render({**main, "sheet": STYLE})
    around = {**shared(index), "nav": main["nav"], "sheet": STYLE}
    for part, which in own_pages(index, main["nav"]):
        own = {
            "part": part,
            "body": TEMPLATES[part],
            "page_title": index.say(f"title.{part}"),
            **whole(index, part, which),
        }
        yield pages.whole(part, which), page.render({**around, **own})
    for article in dossier.articles:  # last: they hold what the others cite
        told = sources.source(index, article.id)
        title = told.title.words if told.title else article.label
        own = {"source": told, "reading": reading.reading_of(index, article.id)}
        yield pages.article(article.id), page.render({**around, "body": "article.html.j2", "page_title": title, **own})
    yield STYLE, stylesheet()
    yield SCRIPT, script()


@cache
def environment(*folders: Path) -> Environment:
    """Return the templates, those of `folders` before the dossier's: escaping everything, refusing unknown names."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only pages need it

    return Environment(
        loader=FileSystemLoader([*folders, _FOLDER / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def stylesheet() -> str:
    """Return the pages' style sheet."""
    return (_FOLDER / STYLE).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Return the pages' script, which shows chosen days only."""
    return (_FOLDER / SCRIPT).read_text(encoding="utf-8")


@cache
def _inlined() -> Script:
    """Return the script as a page holds it (CSP: `'sha256-…'`)."""
    digest = b64encode(sha256(script().encode()).digest()).decode()
    return Script(script(), Markup("'sha256-{}'").format(digest))
