"""The history of corrections, and taking one back."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.model import Correction, Interval, Reading
from selon.web.api.asked import Asked
from selon.web.correcting import history, undo
from selon.web.desk import Desk
from selon.web.pages.showing import onward, own_form, page
from selon.web.pages.signing import signed

router = APIRouter(default_response_class=Response)
PORTION = 100
TITLES = 3
"""Of a correction of stories or copies, so many articles are named."""


@router.get("/corrections")
def corrections(request: Request, desk: Asked, offset: int = 0, article: str = "") -> Response:
    """Return every correction that was ever made, or those that are about an article, the newest first."""
    at = max(0, min(offset, 10**9))
    kept = [one for one in history(desk) if not article or article in _articles(one.correction)]
    shown = kept[at : at + PORTION]
    marks = [mark.article for one in shown for mark in one.correction.marks[:TITLES]]
    context = {
        "kept": [(one, _changes(one.correction)) for one in shown],
        "titles": _titles(desk, marks),
        "most": TITLES,
        "article": article,
        "total": len(kept),
        "offset": at,
        "portion": PORTION,
    }
    return page(request, "corrections.html.j2", context)


@router.post("/corrections")
async def take_back(request: Request, desk: Asked) -> Response:
    """Take a correction back."""
    form = await own_form(request)
    await run_in_threadpool(undo, desk, form["correction"], form["who"])
    return signed(request, onward("/corrections"), form["who"])


def _titles(desk: Desk, articles: Sequence[str]) -> dict[str, str]:
    """Return the titles of articles by their ids, or what they are called by where they have none."""
    read = desk.ledger.annotations(articles)
    titles = {}
    for article in desk.ledger.articles_by_id(articles):
        found = read[article.id].title if article.id in read else None
        titles[article.id] = " ".join((found.text if found else article.label).split())
    return titles


def _articles(made: Correction) -> set[str]:
    return {made.article, *(mark.article for mark in made.marks)}


def _changes(made: Correction) -> list[tuple[str, str, str]]:
    """Return what a correction of a statement changed: the field, what it was and what it is."""
    if made.after is None or made.before is None:
        reading = made.after or made.before
        return [("content", "", _words(reading, "content"))] if reading else []
    return [(name, _words(made.before, name), _words(made.after, name)) for name in made.fields]


def _words(reading: Reading, name: str) -> str:
    value = getattr(reading, name)
    if isinstance(value, Interval):
        return " – ".join(dict.fromkeys(str(day) for day in (value.low, value.high) if day))
    if isinstance(value, tuple):
        return " […] ".join(part if isinstance(part, str) else part.text for part in value)
    return str(getattr(value, "text", value or ""))
