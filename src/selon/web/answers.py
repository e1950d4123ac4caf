"""What every route of the API answers with: one envelope, one error body; and what tells that nothing has changed."""

from __future__ import annotations

import re
from typing import Annotated, Generic, Literal, TypeVar
from urllib.parse import urlencode

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from selon.errors import (
    ActorNotFound,
    CorrectionRefused,
    EntryNotFound,
    InputError,
    OversizeInput,
    SelonError,
    SpanError,
    StatementNotFound,
    StoreError,
    StoryNotFound,
)
from selon.model import digest, encode

T = TypeVar("T")
Version = Literal["selon-api/1"]
API: Version = "selon-api/1"
MOST, USUAL = 500, 50
"""Items of a portion."""

_WORD = re.compile(r"(?<!^)(?=[A-Z])")


class Portion(msgspec.Struct, frozen=True, kw_only=True):
    """Which items of a list these are."""

    total: Annotated[int, Meta(description="Number of items in all.", ge=0)]
    limit: Annotated[int, Meta(description="Most items of a portion.", ge=1)]
    offset: Annotated[int, Meta(description="Number of items before these.", ge=0)]
    next: Annotated[str | None, Meta(description="Address of the next portion, null at the end.")]
    previous: Annotated[str | None, Meta(description="Address of the portion before, null at the start.")]


class Envelope(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """An answer."""

    api: Annotated[Version, Meta(description="Name and version of the API.")] = API
    data: Annotated[T, Meta(description="What was asked for.")]
    page: Annotated[Portion | None, Meta(description="Which portion of a list this is, null for all else.")] = None


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no answer."""

    status: Annotated[int, Meta(description="The HTTP status.", ge=400, le=599)]
    code: Annotated[str, Meta(description="What sort of problem it is: `story_not_found`. These words stay.")]
    message: Annotated[str, Meta(description="What was expected, what was found, what to do; for people.")]


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every answer with a status of 400 or more."""

    api: Annotated[Version, Meta(description="Name and version of the API.")] = API
    error: Annotated[Problem, Meta(description="Why there is no answer.")]


class Unchanged(Exception):
    """The one who asks has it already. `tag` is its ETag."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def json_of(body: object, status: int = 200, tag: str | None = None) -> Response:
    """Return a response of that body."""
    headers = {"Cache-Control": "private, no-cache", "ETag": tag} if tag else {"Cache-Control": "no-store"}
    return Response(encode(body), status, headers, "application/json")


def answer(data: object, *, tag: str | None = None, status: int = 200) -> Response:
    """Return the envelope of `data`."""
    return json_of(Envelope(data=data), status, tag)


def portion(request: Request, data: object, total: int, limit: int, offset: int, tag: str | None) -> Response:
    """Return the envelope of a portion of a list, with the addresses of the portions beside it."""
    after = offset + limit if offset + limit < total else None
    before = max(0, offset - limit) if offset > 0 else None
    page = Portion(
        total=total, limit=limit, offset=offset, next=_beside(request, after), previous=_beside(request, before)
    )
    return json_of(Envelope(data=data, page=page), tag=tag)


def tag_of(request: Request, *state: str) -> str:
    """Return the ETag of what `request` asks for in that state of the ledger. Raises Unchanged if it is known."""
    url = request.url
    tag = f'"{digest("e", url.path, url.query, *state)}"'
    known = request.headers.get("if-none-match", "")
    if request.method in {"GET", "HEAD"} and tag in (part.strip().removeprefix("W/") for part in known.split(",")):
        raise Unchanged(tag)
    return tag


def failure(status: int, code: str, message: str) -> Response:
    """Return the error body."""
    return json_of(Failure(error=Problem(status=status, code=code, message=message)), status)


def status_of(error: SelonError) -> int:
    """Return the HTTP status that an error stands for."""
    if isinstance(error, StoryNotFound | ActorNotFound | StatementNotFound | EntryNotFound):
        return 404
    if isinstance(error, OversizeInput):
        return 413
    if isinstance(error, InputError | CorrectionRefused | SpanError):
        return 422
    return 503 if isinstance(error, StoreError) else 500


def code_of(error: BaseException) -> str:
    """Return the code of an error: `story_not_found`."""
    return _WORD.sub("_", type(error).__name__).lower()


def _beside(request: Request, offset: int | None) -> str | None:
    if offset is None:
        return None
    asked = [(k, v) for k, v in request.query_params.multi_items() if k != "offset"]
    return f"{request.url.path}?{urlencode([*asked, ('offset', str(offset))])}"
