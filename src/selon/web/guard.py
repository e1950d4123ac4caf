"""What stands before every route: which requests are heard at all, and the headers of every answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from selon.web.answers import failure
from selon.web.sessions import Sessions
from selon.web.settings import UPLOAD_BYTES, Settings

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = ("/login", "/static/")
"""What is seen without the token."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
    "connect-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]{2,45})\]|([^\s:\[\]@/]{1,255}))(?::[0-9]{1,5})?")
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with `no-referrer`, browsers hide the origin of our own forms from us
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}


Refuse = Callable[[Request, int, str, str], Response]
"""Makes the answer to a request that is refused: with this status, this code, these words."""


class Guard:
    """Refuses, in this order: a foreign Host, a foreign page's request, who gave no token, changes where none may be.

    A body larger than UPLOAD_BYTES is refused by its stated length, and cut off where it is longer than stated.
    """

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions, refuse: Refuse) -> None:
        self._app = app
        self._settings = settings
        self._sessions = sessions
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refusal(Request(scope))
        if refused is None:
            await self._app(scope, _bounded(receive), send_with_headers)
        else:
            await refused(scope, receive, send_with_headers)

    def _refusal(self, request: Request) -> Response | None:
        """Return the answer to a request that is not heard, None for one that is."""
        host, path = _name_of(request.headers.get("host", "")), request.url.path
        if not self._settings.knows(host):
            # in the one form that needs nothing of the request: whoever sends it is not talking to us
            words = (
                f"expected a name of this desk in Host, got `{host}`. Start it with --name to give it a further name"
            )
            return failure(421, "foreign_host", words)
        if request.method not in SAFE and not _own(request):
            words = "expected a request from a page of this desk, got one from elsewhere"
            return self._refuse(request, 403, "foreign_origin", words)
        if not self._sessions.admits(request) and not path.startswith(OPEN):
            if not path.startswith("/api/"):
                return RedirectResponse(f"/login?to={quote(path)}", 303)
            if seconds := self._sessions.wait(request):
                refused = self._refuse(request, 429, "too_many_tries", _wait(seconds))
                refused.headers["Retry-After"] = str(seconds)
                return refused
            words = "expected the token of this desk. Send it: Authorization: Bearer …"
            refused = self._refuse(request, 401, "no_token", words)
            refused.headers["WWW-Authenticate"] = "Bearer"
            return refused
        if self._settings.read_only and request.method not in SAFE and path not in {"/login", "/logout"}:
            words = "nothing can be changed here: the desk was started with --read-only"
            return self._refuse(request, 403, "read_only", words)
        if _length(request) > UPLOAD_BYTES:
            words = f"expected at most {UPLOAD_BYTES:,} bytes. Send it in parts"
            return self._refuse(request, 413, "oversize_input", words)
        return None


def _wait(seconds: int) -> str:
    return f"expected the token of this desk, got too many others. Wait {seconds} seconds"


def _own(request: Request) -> bool:
    """Say whether a page of another site did not make the browser send this (RFC 6454, Fetch Metadata).

    Browsers name the page's origin in every request that changes something; programs such as curl name none.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _name_of(host: str) -> str:
    """Return a host without its port, `[::1]:8000` without its brackets too; empty for what is no host."""
    found = _HOST.fullmatch(host)
    return (found[1] or found[2]) if found else ""


def _length(request: Request) -> int:
    stated = request.headers.get("content-length", "")
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 20 else 0  # noqa: PLR2004


def _bounded(receive: Receive) -> Receive:
    """Return `receive` that raises an HTTPException with 413 where more comes than was stated, or than may."""
    taken = 0

    async def receive_some() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > UPLOAD_BYTES:
            raise HTTPException(413, f"expected at most {UPLOAD_BYTES:,} bytes. Send it in parts")
        return message

    return receive_some
