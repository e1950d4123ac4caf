"""Signed cookies: who is let in, in what language, under which name they correct; and the tokens of forms."""

from __future__ import annotations

import hmac
import secrets
from typing import Literal

import msgspec
from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from selon.web.throttle import Throttle

COOKIE = "selon"
HOURS = 12
_LONGEST_NAME = 80

Language = Literal["fr", "en"]


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """What a browser keeps for us, signed. `key` makes the tokens of its forms; `let_in`: it gave the token."""

    key: str
    let_in: bool = False
    language: Language | None = None
    who: str = ""


class Sessions:
    """Reads and writes the cookie. The secret is drawn when the program starts: who restarts it logs everybody out."""

    def __init__(self, token: str | None) -> None:
        self._token = token
        self._secret = secrets.token_bytes(32)
        self._signer = URLSafeTimedSerializer(self._secret, salt="selon-session")
        self.throttle = Throttle()

    def of(self, request: Request) -> Session:
        """Return the session of a request; a new one where there is none, or none of ours, or an old one."""
        kept = getattr(request.state, "session", None)
        if isinstance(kept, Session):
            return kept
        session = self._read(request.cookies.get(COOKIE, ""))
        request.state.session = session
        return session

    def new(self) -> Session:
        """Return a session of somebody who was not here before."""
        return Session(key=secrets.token_urlsafe(16))

    def keep(self, response: Response, session: Session, *, secure: bool) -> None:
        """Put the session into a response. The name of who corrects is cut to a length that a cookie can hold."""
        kept = msgspec.structs.replace(session, who=session.who[:_LONGEST_NAME])
        response.set_cookie(
            COOKIE,
            self._signer.dumps(msgspec.to_builtins(kept)),
            max_age=HOURS * 3600,
            path="/",
            secure=secure,
            httponly=True,
            samesite="strict",
        )

    def admits(self, request: Request) -> bool:
        """Say whether a request may see the ledger: none is asked for a token where there is none."""
        if self._token is None:
            return True
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        return (scheme.lower() == "bearer" and self.is_token(request, given)) or self.of(request).let_in

    def wait(self, request: Request) -> int:
        """Return for how many seconds no token is taken from where a request comes from, 0 when it is."""
        return self.throttle.wait(_from(request))

    def is_token(self, request: Request, given: str) -> bool:
        """Say whether `given` is the token, in a time that tells nothing of it. A wrong one is counted."""
        if self._token is None or self.wait(request):
            return False
        right = hmac.compare_digest(given.strip().encode(), self._token.encode())
        if not right:
            self.throttle.failed(_from(request))
        return right

    def form_token(self, session: Session) -> str:
        """Return what a form has to send back that was made for this reader."""
        return hmac.new(self._secret, f"form {session.key}".encode(), "sha256").hexdigest()

    def is_form_token(self, session: Session, given: str) -> bool:
        """Say whether a form was made here, and for this reader."""
        return hmac.compare_digest(given.encode(), self.form_token(session).encode())

    def _read(self, cookie: str) -> Session:
        try:
            return msgspec.convert(self._signer.loads(cookie, max_age=HOURS * 3600), Session)
        except (BadData, msgspec.ValidationError):
            return self.new()


def _from(request: Request) -> str:
    return request.client.host if request.client else ""
