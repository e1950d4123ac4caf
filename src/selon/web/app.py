"""The application: routes behind the guard, and every error in the one shape of its kind."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from selon.errors import SelonError
from selon.store import Ledger
from selon.web import api, pages
from selon.web.answers import Unchanged, code_of, failure, status_of
from selon.web.desk import Desk
from selon.web.guard import HEADERS, Guard
from selon.web.pages.showing import page, warm
from selon.web.sessions import Sessions
from selon.web.settings import Settings

_CODES = {404: "no_such_page", 405: "no_such_method", 413: "oversize_input", 415: "unknown_form", 400: "bad_request"}


def create_app(settings: Settings) -> FastAPI:
    """Return the desk over the ledger of `settings`. Raises ServingError, StoreError.

    The ledger is closed when the application shuts down.
    """
    settings.check()
    ledger = Ledger.open(settings.ledger, create=not settings.read_only)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        threading.Thread(target=warm, name="warm", daemon=True).start()
        yield
        app.state.desk.renewal.stop()
        ledger.close()

    # Its own pages for reading the description load scripts from elsewhere.
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, lifespan=life)
    app.state.desk = Desk(settings, ledger)
    app.state.sessions = Sessions(settings.token)
    app.include_router(api.router)
    app.include_router(pages.router)
    _explain_errors(app)
    app.add_middleware(Guard, settings=settings, sessions=app.state.sessions, refuse=_failed)
    return app


def _explain_errors(app: FastAPI) -> None:
    @app.exception_handler(Unchanged)
    def unchanged(_request: Request, error: Unchanged) -> Response:
        return Response(status_code=304, headers={"ETag": error.tag, "Cache-Control": "private, no-cache"})

    @app.exception_handler(SelonError)
    def refused(request: Request, error: SelonError) -> Response:
        return _failed(request, status_of(error), code_of(error), str(error))

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        faults = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        return _failed(request, 422, "invalid_request", "; ".join(faults))

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        code = _CODES.get(error.status_code, "refused")
        response = _failed(request, error.status_code, code, str(error.detail))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    def broken(request: Request, error: Exception) -> Response:
        reason = f"an error inside Selon ({type(error).__name__}). Please report it, with what was asked for"
        response = _failed(request, 500, "internal_error", reason)
        response.headers.update(HEADERS)  # this answer is made outside the guard
        return response


def _failed(request: Request, status: int, code: str, message: str) -> Response:
    """Return a refusal in the form of what was asked for: the error body of the API, or a page."""
    if request.url.path.startswith("/api/"):
        return failure(status, code, message)
    return page(request, "problem.html.j2", {"status": status, "message": message}, status=status)
