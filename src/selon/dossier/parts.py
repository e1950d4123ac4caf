"""What the templates of a dossier take: its parts as the main page shows them, and each of them whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from selon.dossier.marks import SHADES
from selon.dossier.pages import PARTS, Part
from selon.dossier.passages import Index
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
from selon.model import ClaimStatus

OTHER = "other"
"""Names the group of the claims that have no status: demands and judgements."""

TEMPLATES: dict[Part, str] = {part: f"{part}.html.j2" for part in PARTS} | {"reading": "listing.html.j2"}

_STATUSES: dict[str, ClaimStatus | None] = {**{status: status for status in header.STATUSES}, OTHER: None}
_WHOLE: dict[Part, Callable[[Index], object]] = {
    "changes": changes.whole,
    "figures": figures.whole,
    "sources": sources.whole,
    "checks": checks.whole,
    "quotations": quotations.whole,
}


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
        "script": None,
        "reading": None,
    }


def own_pages(index: Index, has: Collection[Part]) -> Iterator[tuple[Part, str]]:
    """Yield the parts that have pages of their own, of those that the story `has`, with the group that is on each."""
    for part in PARTS:
        if part == "claims":
            yield from ((part, status or OTHER) for status, _ in claims.by_status(index))
        elif part == "timeline":
            yield from ((part, str(number)) for number in timeline.numbers(index))
        elif part in has:
            yield part, ""


def whole(index: Index, part: Part, which: str = "") -> dict[str, Any]:
    """Return what the template of a part takes that shows all of it, or of its group `which`. Raises KeyError."""
    match part:
        case "claims":
            return {"groups": (claims.whole(index, _STATUSES[which]),)}
        case "timeline":
            return {"timeline": timeline.Timeline((timeline.whole(index, int(which)),), ())}
        case "positions":
            return {"grids": positions.whole(index), "grids_rest": 0}
        case "reading":
            return {"listing": reading.all_listed(index)}
    return {part: _WHOLE[part](index)}


def cite_all(index: Index) -> None:
    """Cite all that any page of the dossier may cite: a passage has its place in an article only once it was cited."""
    dossier = index.dossier
    for statement in dossier.statements:
        index.cite_statement(statement.id)
    for figure in dossier.figures:
        index.cite_figure(figure.id)
    for claim in dossier.claims:
        index.cite_label(claim.label)
    passages = [edge.passage for c in dossier.claims for origin in c.origins for edge in origin.edges]
    passages += [passage for check in dossier.checks for passage in check.passages]
    passages += [dossier.story.passage, *(episode.passage for episode in dossier.story.episodes)]
    for passage in passages:
        if passage is not None:
            index.cite(passage.article, passage.spans)
    sources.whole(index)
