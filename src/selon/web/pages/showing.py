"""From a template to a response: the reader's language, the navigation, the token of forms, the cache."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from selon.dossier.page import environment
from selon.dossier.phrases import LANGUAGES, Phrases
from selon.web.answers import tag_of
from selon.web.bodies import Form, filled_form
from selon.web.sessions import Language, Session, Sessions

if TYPE_CHECKING:
    from jinja2 import Environment

    from selon.web.desk import Desk

_FOLDER = Path(__file__).parent.parent / "templates"


@cache
def templates() -> Environment:
    """Return the templates of the desk, which extend those of the dossier."""
    return environment(_FOLDER)


def warm() -> None:
    """Compile the templates and load the rules of the languages, for which the first page would have to wait."""
    for name in templates().list_templates(extensions=["j2"]):
        templates().get_template(name)
    for language in LANGUAGES:
        say = Phrases(language)
        say.number(1)
        say.locale.plural_form(1)


def sessions_of(request: Request) -> Sessions:
    """Return what reads and writes cookies."""
    sessions: Sessions = request.app.state.sessions
    return sessions


def language_of(request: Request) -> Language:
    """Return the language that the reader chose, else the first of the browser's that there is, else French."""
    chosen = sessions_of(request).of(request).language
    if chosen:
        return chosen
    weighed = []
    for place, part in enumerate(request.headers.get("accept-language", "").split(",")[:20]):
        tag, _, weight = part.strip().partition(";q=")
        if tag[:2].lower() in {"fr", "en"}:
            weighed.append((-_number(weight), place, tag[:2].lower()))
    return "en" if weighed and min(weighed)[2] == "en" else "fr"


def tag_for(request: Request, desk: Desk) -> str:
    """Return the ETag of a page that shows no form. Raises Unchanged when the browser has it."""
    session = sessions_of(request).of(request)
    return tag_of(request, desk.version(), language_of(request), str(session.let_in))


def page(
    request: Request, template: str, context: dict[str, Any], *, tag: str | None = None, status: int = 200
) -> Response:
    """Return a page. Without a tag it may hold forms: it is kept nowhere, and its session is kept in the browser."""
    sessions = sessions_of(request)
    session, settings = sessions.of(request), request.app.state.desk.settings
    language = language_of(request)
    given = {
        "say": Phrases(language),
        "language": language,
        "read_only": settings.read_only,
        "fetch": settings.fetch,
        "locked": settings.token is not None and session.let_in,
        "place": request.url.path.split("/")[1] or "stories",
        "here": quote(str(request.url.path)),
        "form_token": "" if tag else sessions.form_token(session),
        "who": session.who,
        "pages": None,
        **context,
    }
    html = templates().get_template(template).render(given).encode("utf-8", "replace")
    response = HTMLResponse(html, status)
    response.headers["Vary"] = "Accept-Language, Cookie"
    if tag:
        response.headers.update({"ETag": tag, "Cache-Control": "private, no-cache"})
    else:
        response.headers["Cache-Control"] = "no-store"
        keep(request, response, session)
    return response


def keep(request: Request, response: Response, session: Session) -> None:
    """Put the session into a response; over HTTPS it comes back over HTTPS only."""
    sessions_of(request).keep(response, session, secure=request.url.scheme == "https")


def onward(to: str) -> Response:
    """Return a redirection to a page of the desk, after something was done."""
    inside = to.startswith("/") and not to.startswith(("//", "/\\"))
    return RedirectResponse(to if inside else "/", 303)


async def own_form(request: Request) -> Form:
    """Return what a form of ours sent. Raises an HTTPException with 403 for one that was not made for this reader."""
    form = await filled_form(request)
    sessions = sessions_of(request)
    if not sessions.is_form_token(sessions.of(request), form["token"]):
        raise HTTPException(403, "expected a form made for you, got another or an old one. Load its page again")
    return form


def _number(weight: str) -> float:
    try:
        return float(weight) if weight else 1.0
    except ValueError:
        return 0.0
