"""Adding articles: files, a pasted text, an address; and what became of each."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.errors import InputError
from selon.ingest import Taken, Upload
from selon.web.adding import take
from selon.web.answers import json_of
from selon.web.api.asked import Asked
from selon.web.bodies import Form
from selon.web.desk import Desk
from selon.web.fetching import fetched
from selon.web.pages.showing import own_form, page
from selon.web.settings import UPLOAD_BYTES

router = APIRouter(default_response_class=Response)


@router.get("/add")
def form_page(request: Request, desk: Asked) -> Response:
    """Return the form that adds articles."""
    return page(request, "add.html.j2", {"taken": None, "names": _names(desk), "most": UPLOAD_BYTES})


@router.post("/add")
async def add(request: Request, desk: Asked) -> Response:
    """Add articles, and say of each what became of it."""
    form = await own_form(request)
    taken = await run_in_threadpool(_taken, desk, form)
    names = await run_in_threadpool(_names, desk)
    return page(request, "add.html.j2", {"taken": taken, "names": names, "most": UPLOAD_BYTES})


@router.get("/add/{word}")
def progress(desk: Asked, word: str) -> Response:
    """Return how far the upload is that the browser called so."""
    return json_of(desk.uploads.step(word))


def _names(desk: Desk) -> list[str]:
    return sorted(set(desk.ledger.assignments().values()))


def _taken(desk: Desk, form: Form) -> list[Taken]:
    uploads, refused = list(form.files), []
    if form["text"]:
        name = " ".join(form["text"].split()[:8])[:80].replace("/", "-").replace(".", "") or "article"
        uploads.append(Upload(f"{name}.txt", form["text"].replace("\r\n", "\n").encode()))
    if form["url"]:
        try:
            uploads.append(fetched(form["url"], allowed=desk.settings.fetch))
        except InputError as error:
            refused = [Taken(name=error.place, result="refused", reason=f"{error.reason}. {error.accepted}.")]
    return [*take(desk, uploads, form["story"], form["word"]), *refused] if uploads or refused else []
