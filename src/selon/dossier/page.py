"""The dossier as one self-contained page: no script, no request to anywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from selon.dossier import points
from selon.dossier.contract import Dossier
from selon.dossier.marks import SHADES
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


def to_html(dossier: Dossier, language: str = "fr") -> str:
    """Return the page, with its fixed wording in `language`.

    Everything that comes from an article is escaped, and its hidden characters are made visible. Raises
    ValueError for a language without wording.
    """
    index = Index(dossier, Phrases(language, story_year(dossier)))
    page = environment().get_template("page.html.j2")
    return page.render(parts(index), style=stylesheet(), reading=reading.reading(index))


def parts(index: Index) -> dict[str, object]:
    """Return what the templates of a dossier show, all but the articles themselves.

    The reading view holds what these parts cite: make it after them.
    """
    calculations, conflicts = checks.checks(index)
    return {
        "say": index.say,
        "language": index.say.language,
        "shades": SHADES,
        "copies": sum(a.copy_of is not None for a in index.dossier.articles),
        "header": header.header(index),
        "changes": changes.changes(index),
        "groups": claims.groups(index),
        "figures": figures.figures(index),
        "grids": positions.grids(index),
        "episodes": timeline.episodes(index),
        "sources": sources.sources(index),
        "calculations": calculations,
        "conflicts": conflicts,
        "quotations": quotations.quotations(index),
    }


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
    """Return the page's style sheet."""
    return (_FOLDER / "dossier.css").read_text(encoding="utf-8")
