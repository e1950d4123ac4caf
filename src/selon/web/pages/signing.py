"""Whoever corrects signs, and need not write the name twice."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from selon.web.pages.showing import keep, sessions_of


def signed(request: Request, response: Response, who: str) -> Response:
    """Keep in the browser under which name somebody corrects."""
    session = sessions_of(request).of(request)
    keep(request, response, msgspec.structs.replace(session, who=who))
    return response
