"""The history of corrections, and taking one back."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.model import Correction, Interval, Reading
from selon.web.api.asked import Asked
from selon.web.correcting import history, undo
from selon.web.pages.showing import onward, own_form, page
from selon.web.pages.signing import signed

router = APIRouter(default_response_class=Response)
PORTION = 100


@router.get("/corrections")
def corrections(request: Request, desk: Asked, offset: int = 0) -> Response:
    """Return every correction that was ever made, the newest first."""
    at = max(0, min(offset, 10**9))
    kept = history(desk)
    shown = [(one, _changes(one.correction)) for one in kept[at : at + PORTION]]
    context = {"kept": shown, "total": len(kept), "offset": at, "portion": PORTION}
    return page(request, "corrections.html.j2", context)


@router.post("/corrections")
async def take_back(request: Request, desk: Asked) -> Response:
    """Take a correction back."""
    form = await own_form(request)
    await run_in_threadpool(undo, desk, form["correction"], form["who"])
    return signed(request, onward("/corrections"), form["who"])


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
