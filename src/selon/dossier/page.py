"""The dossier as pages that ask nothing of anybody: all on one page, or a folder that opens on what matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selon.dossier import points
from selon.dossier.contract import Dossier
from selon.dossier.marks import SHADES
from selon.dossier.pages import PARTS, Folder, Part
from selon.dossier.passages import Index
from selon.dossier.phrases import Phrases, story_year
from selon.dossier.views import (
    changes,
    checks,
    claims,
    figures,
    header,
    positions,
    quotations,
    reading,
    sources,
    timeline,
)
from selon.dossier.visible import shown

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent
STYLE = "dossier.css"
"""The file of a folder of pages that holds the style of all."""


def to_html(dossier: Dossier, language: str = "fr") -> str:
    """Return the dossier as one self-contained page, with its fixed wording in `language`.

    Everything that comes from an article is escaped, and its hidden characters are made visible. Raises
    ValueError for a language without wording.
    """
    index = Index(dossier, Phrases(language, story_year(dossier)))
    page = environment().get_template("page.html.j2")
    return page.render({**parts(index), "style": stylesheet(), "reading": reading.reading(index)})


def to_pages(dossier: Dossier, language: str = "fr") -> Iterator[tuple[str, str]]:
    """Yield the files of a folder of pages, name and text: `index.html` first, then parts, articles and the style.

    `index.html` shows what matters of every part and leads to the rest. The files lead to one another by name:
    they work from a disk and from any server. Raises ValueError for a language without wording.
    """
    pages = Folder(tuple(a.id for a in dossier.articles))
    index = Index(dossier, Phrases(language, story_year(dossier)), pages)
    page = environment().get_template("page.html.j2")
    main = parts(index)
    yield pages.story, page.render({**main, "sheet": STYLE})
    around = {**shared(index), "nav": main["nav"], "sheet": STYLE}
    for name, part, body, values in _own_pages(index, main["nav"]):
        title = index.say(f"title.{part}")
        yield name, page.render({**around, "part": part, "body": body, "page_title": title, **values})
    for article in dossier.articles:  # last: they hold what the others cite
        told = sources.source(index, article.id)
        title = told.title.words if told.title else article.label
        own = {"source": told, "reading": reading.reading_of(index, article.id)}
        yield pages.article(article.id), page.render({**around, "body": "article.html.j2", "page_title": title, **own})
    yield STYLE, stylesheet()


def parts(index: Index) -> dict[str, Any]:
    """Return what the templates of a dossier show, all but the articles themselves.

    The reading view holds what these parts cite: make it after them.
    """
    made = {
        "header": header.header(index),
        "changes": changes.changes(index),
        "groups": claims.groups(index),
        "figures": figures.figures(index),
        "grids": positions.grids(index),
        "grids_rest": positions.rest(index),
        "timeline": timeline.timeline(index),
        "sources": sources.sources(index),
        "checks": checks.checks(index),
        "quotations": quotations.quotations(index),
        "listing": reading.listing(index),
    }
    held = {**made, "claims": made["groups"], "positions": made["grids"], "reading": made["sources"]}
    return {**shared(index), **made, "nav": tuple(part for part in PARTS if held[part])}


def shared(index: Index) -> dict[str, Any]:
    """Return what the templates of every page take."""
    dossier = index.dossier
    return {
        "say": index.say,
        "pages": index.pages,
        "language": index.say.language,
        "shades": SHADES,
        "story": header.title(index),
        "articles": len(dossier.articles),
        "copies": len(dossier.articles) - len(sources.families(index)) if dossier.copies else 0,
        "body": "main.html.j2",
        "part": "",
        "page_title": "",
        "nav": (),
        "sheet": "",
        "style": "",
        "reading": None,
    }


def _own_pages(index: Index, has: Sequence[Part]) -> Iterator[tuple[str, Part, str, dict[str, Any]]]:
    """Yield the pages of the parts that the story has: name, part, template and what it takes."""
    whole = index.pages.whole
    if "changes" in has:
        yield whole("changes"), "changes", "changes.html.j2", {"changes": changes.whole(index)}
    for status, _ in claims.by_status(index):
        groups = (claims.whole(index, status),)
        yield whole("claims", status or "other"), "claims", "claims.html.j2", {"groups": groups}
    if "figures" in has:
        yield whole("figures"), "figures", "figures.html.j2", {"figures": figures.whole(index)}
    if "positions" in has:
        grids = positions.whole(index)
        yield whole("positions"), "positions", "positions.html.j2", {"grids": grids, "grids_rest": 0}
    for number in timeline.numbers(index):
        episode = timeline.Timeline((timeline.whole(index, number),), ())
        yield whole("timeline", str(number)), "timeline", "timeline.html.j2", {"timeline": episode}
    if "sources" in has:
        yield whole("sources"), "sources", "sources.html.j2", {"sources": sources.whole(index)}
        yield whole("reading"), "reading", "listing.html.j2", {"listing": reading.all_listed(index)}
    if "checks" in has:
        yield whole("checks"), "checks", "checks.html.j2", {"checks": checks.whole(index)}
    if "quotations" in has:
        yield whole("quotations"), "quotations", "quotations.html.j2", {"quotations": quotations.whole(index)}


@cache
def environment(*folders: Path) -> Environment:
    """Return the templates, those of `folders` before the dossier's: escaping everything, refusing unknown names."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only pages need it

    made = Environment(
        loader=FileSystemLoader([*folders, _FOLDER / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(label_text=points.label_text, name_of=points.name_of)
    return made


@cache
def stylesheet() -> str:
    """Return the pages' style sheet."""
    return (_FOLDER / "dossier.css").read_text(encoding="utf-8")
