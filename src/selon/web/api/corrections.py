"""What persons corrected: the list, one more, one taken back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.model import Correction, Kept
from selon.web.answers import USUAL, answer, portion, tag_of
from selon.web.api.asked import Asked, Ident, Limit, Offset
from selon.web.bodies import json_of
from selon.web.correcting import correct, history, undo
from selon.web.describing import returns, takes
from selon.web.objects import NewCorrection

router = APIRouter(prefix="/corrections", tags=["corrections"], default_response_class=Response)
_EXAMPLE = {
    "of": "actors",
    "kind": "merge",
    "story": "bac",
    "names": ["Maryse Dorvange", "la préfète"],
    "who": "A. Lenoir",
}


@router.get("", summary="All corrections", **returns(list[Kept]))
def corrections(request: Request, desk: Asked, limit: Limit = USUAL, offset: Offset = 0) -> Response:
    """Return every correction that was ever made, those taken back too, the newest first."""
    tag = tag_of(request, desk.version())
    made = history(desk)
    return portion(request, made[offset : offset + limit], len(made), limit, offset, tag)


@router.post(
    "", summary="Correct", **returns(Correction, 400, 404, 413, 415, status=201), **takes(NewCorrection, _EXAMPLE)
)
async def post(request: Request, desk: Asked) -> Response:
    """Keep a correction. It holds when articles are added and read again."""
    asked = await json_of(request, NewCorrection)
    return answer(await run_in_threadpool(correct, desk, asked), status=201)


@router.delete("/{correction}", summary="Take a correction back", **returns(Correction, 404))
def delete(
    desk: Asked, correction: Ident, who: Annotated[str, Query(description="Who.", max_length=200)] = ""
) -> Response:
    """Take a correction back, and return it. It stays in the history."""
    return answer(undo(desk, correction, who))
