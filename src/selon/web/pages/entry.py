"""The way in and out, the language, and what pages are dressed with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from selon.dossier.page import SCRIPT, STYLE, script, stylesheet
from selon.model import digest
from selon.web.answers import tag_of
from selon.web.pages.showing import keep, onward, own_form, page, sessions_of
from selon.web.sessions import Session

router = APIRouter(default_response_class=Response)
_FOLDER = Path(__file__).parent.parent / "static"
_KINDS = {".css": "text/css", ".js": "text/javascript"}
_FILES: dict[str, Callable[[], str]] = {
    STYLE: stylesheet,
    SCRIPT: script,
    **{path.name: partial(path.read_text, encoding="utf-8") for path in sorted(_FOLDER.iterdir())},
}


@router.get("/static/{name}")
def static(request: Request, name: str) -> Response:
    """Return a style sheet or script of the package."""
    if name not in _FILES:
        raise HTTPException(404, "no such file")
    text = _FILES[name]()
    tag = tag_of(request, digest("v", text))
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    return Response(text, headers=headers, media_type=_KINDS[Path(name).suffix])


@router.get("/login")
def login_page(request: Request, to: str = "/") -> Response:
    """Return the form that asks for the token."""
    return page(request, "login.html.j2", {"to": to, "wrong": False, "wait": 0})


@router.post("/login")
async def login(request: Request) -> Response:
    """Let in who gives the token, with a new session."""
    form, sessions = await own_form(request), sessions_of(request)
    if not sessions.is_token(request, form["secret"]):
        seconds = sessions.wait(request)
        context = {"to": form["to"], "wrong": True, "wait": seconds}
        refused = page(request, "login.html.j2", context, status=429 if seconds else 403)
        if seconds:
            refused.headers["Retry-After"] = str(seconds)
        return refused
    before = sessions.of(request)
    session = msgspec.structs.replace(sessions.new(), let_in=True, language=before.language, who=before.who)
    response = onward(form["to"])
    keep(request, response, session)
    return response


@router.post("/logout")
async def logout(request: Request) -> Response:
    """Forget who was let in."""
    await own_form(request)
    response = onward("/login")
    session: Session = sessions_of(request).new()
    keep(request, response, session)
    return response


@router.get("/language/{code}")
def language(request: Request, code: str, to: str = "/") -> Response:
    """Keep the language of the wording, and go back."""
    if code not in {"fr", "en"}:
        raise HTTPException(404, "expected fr or en")
    response = onward(to)
    session = sessions_of(request).of(request)
    keep(request, response, msgspec.structs.replace(session, language="en" if code == "en" else "fr"))
    return response
