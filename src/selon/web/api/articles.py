"""Articles by their own ids, whatever their story."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.errors import EntryNotFound
from selon.ingest import Taken
from selon.model import Annotations
from selon.web.adding import take, upload_of
from selon.web.answers import answer, tag_of
from selon.web.api.asked import Asked, Ident
from selon.web.bodies import filled_form, form_of, json_of
from selon.web.describing import returns, takes
from selon.web.objects import NewArticle, ReadArticle
from selon.web.views import read_article

router = APIRouter(prefix="/articles", tags=["articles"], default_response_class=Response)
_FORM: dict[str, Any] = {
    "type": "object",
    "properties": {
        "files": {"type": "array", "items": {"type": "string", "format": "binary"}, "maxItems": 1000},
        "story": {"type": "string", "description": "A story, by name, to put them into."},
    },
    "required": ["files"],
}
_EXAMPLE = {"name": "pont.txt", "text": "Le pont est fermé\n\nLe maire a démenti la rumeur.\n", "story": "pont"}


@router.get("/{article}", summary="An annotated article", **returns(ReadArticle, 404))
def article(request: Request, desk: Asked, article: Ident) -> Response:
    """Return an article with its statements and figures, as its story has them."""
    tag = tag_of(request, desk.version())
    return answer(read_article(desk.story_of(article), article), tag=tag)


@router.get("/{article}/annotations", summary="What was read in an article", **returns(Annotations, 404))
def read_in(request: Request, desk: Asked, article: Ident) -> Response:
    """Return the object of `selon annotate`: what one article says, before it is compared with others."""
    tag = tag_of(request, desk.version())
    found = desk.ledger.annotations([article])
    if article not in found:
        msg = f"no article `{article}` in the ledger. List them: /api/v1/articles"
        raise EntryNotFound(msg)
    return answer(found[article], tag=tag)


@router.post(
    "",
    summary="Add articles",
    **returns(list[Taken], 400, 404, 413, 415),
    **takes(NewArticle, _EXAMPLE, **{"multipart/form-data": {"schema": _FORM}}),
)
async def post(request: Request, desk: Asked) -> Response:
    """Add files (`.txt`, `.html`, `.jsonl`) or one text, and say of each article what became of it.

    Adding what is there already changes nothing.
    """
    if form_of(request) == "multipart/form-data":
        form = await filled_form(request)
        uploads, story = form.files, form["story"]
    else:
        asked = await json_of(request, NewArticle)
        uploads, story = (await run_in_threadpool(upload_of, desk, asked),), asked.story or ""
    return answer(await run_in_threadpool(take, desk, uploads, story))
