"""Search with its filters; words that were sought are marked where they stand."""

from __future__ import annotations

import datetime as dt
from typing import get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from markupsafe import Markup, escape

from selon.dossier.marks import shade
from selon.dossier.visible import visible
from selon.model import Form, Stance
from selon.store import Filters, Hit
from selon.web.addresses import StoryPages
from selon.web.api.asked import Asked
from selon.web.pages.showing import page, tag_for

router = APIRouter(default_response_class=Response)
PORTION = 20
_LONGEST = 500
_FIELDS = ("q", "of", "actor", "outlet", "stance", "form", "since", "until")


@router.get("/search")
def search(request: Request, desk: Asked) -> Response:
    """Return the form of the search, and what was found."""
    tag = tag_for(request, desk)
    asked = {name: request.query_params.get(name, "")[:_LONGEST].strip() for name in _FIELDS}
    offset = _count(request.query_params.get("offset", ""))
    of = asked["of"] if asked["of"] in {"articles", "statements"} else None
    found = None
    if any(asked.values()):
        found = desk.ledger.search(asked["q"], _filters(asked), of, limit=PORTION, offset=offset)  # type: ignore[arg-type]
    context = {
        "asked": asked,
        "found": found,
        "hits": [(hit, _marked(hit), _place(hit, desk.settings.read_only)) for hit in found.hits] if found else [],
        "shade": shade,
        "stances": get_args(Stance),
        "forms": get_args(Form),
        "earlier": _beside(asked, offset - PORTION) if offset > 0 else "",
        "later": _beside(asked, offset + PORTION) if found and found.more else "",
    }
    return page(request, "search.html.j2", context, tag=tag)


def _filters(asked: dict[str, str]) -> Filters:
    return Filters(
        actor=asked["actor"] or None,
        outlet=asked["outlet"] or None,
        stance=asked["stance"] if asked["stance"] in get_args(Stance) else None,  # type: ignore[arg-type]
        form=asked["form"] if asked["form"] in get_args(Form) else None,  # type: ignore[arg-type]
        since=_day(asked["since"]),
        until=_day(asked["until"]),
    )


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _count(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0  # noqa: PLR2004


def _beside(asked: dict[str, str], offset: int) -> str:
    given = {name: value for name, value in asked.items() if value}
    return "/search?" + urlencode(given | ({"offset": str(offset)} if offset > 0 else {}))


def _marked(hit: Hit) -> Markup:
    """Return the passage of a hit, the words that were sought in `mark`."""
    if hit.passage is None:
        return Markup()
    parts, at = [], 0
    for span in hit.words:
        start, end = span.start - hit.passage.start, span.end - hit.passage.start
        parts += [escape(visible(hit.text[at:start])), Markup("<mark>{}</mark>").format(visible(hit.text[start:end]))]
        at = end
    return Markup().join([*parts, escape(visible(hit.text[at:]))])


def _place(hit: Hit, read_only: bool) -> str:
    """Return the address of a hit: a statement lights up where it stands."""
    if hit.story is None:
        return ""
    home = StoryPages(hit.story, read_only).article(hit.article)
    if hit.statement is None:
        return home
    spans = "-".join(f"{s.start}-{s.end}" for s in hit.statement.content)
    return f"{home}#p-{spans}"
