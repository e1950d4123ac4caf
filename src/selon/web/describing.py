"""The OpenAPI of the API: schemas made from the types that the answers are made from."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from selon.web.answers import Envelope, Failure

_PREFIX = "#/components/schemas/{name}"
_KINDS: list[Any] = [Failure]
"""The types that routes name. They are described in one go, so that each has one name."""

REASONS = {
    "401": "The token of the desk is missing.",
    "403": "A request from a foreign page, or a change where nothing may be changed.",
    "404": "There is none of that id or name.",
    "400": "The body can't be taken apart.",
    "413": "More than may be sent at once.",
    "415": "The body is in no form that is taken here.",
    "421": "A foreign name in Host.",
    "422": "Something in the request is not what was expected.",
    "429": "Too many wrong tokens from there: wait for as long as Retry-After says.",
    "503": "The ledger can't be read or written.",
}
_DESCRIPTION = (
    "The ledger of developing stories: who said what, when, and on whose authority. Every answer is an envelope "
    "`{api, data, page}`, every refusal a body `{api, error: {status, code, message}}`. The objects are those of "
    "`selon dossier --format json`. Spans are code points of an article's text, end exclusive. An answer has an ETag; "
    "sent back in If-None-Match it gives 304 until the ledger changes."
)


def returns(kind: Any, *reasons: int, example: object = None, status: int = 200) -> dict[str, Any]:
    """Return what a route's decorator says of its answers: the envelope of `kind`, and the refusals there may be."""
    envelope = Envelope[kind]
    content: dict[str, Any] = {"schema": _ref(envelope)}
    if example is not None:
        content["example"] = {"api": "selon-api/1", "data": example, "page": None}
    answers: dict[int | str, dict[str, Any]] = {
        status: {"description": "What was asked for.", "content": {"application/json": content}}
    }
    if status == 200:  # noqa: PLR2004
        answers[304] = {"description": "Nothing has changed since the answer with that ETag."}
    for reason in sorted({401, 403, 421, 422, 429, 503, *reasons}):
        answers[reason] = {
            "description": REASONS[str(reason)],
            "content": {"application/json": {"schema": _ref(Failure)}},
        }
    return {"responses": answers, "status_code": status}


def takes(kind: Any, example: object, **forms: object) -> dict[str, Any]:
    """Return what a route's decorator says of a body in JSON, or in one of the other `forms`, by media type."""
    content = {"application/json": {"schema": _ref(kind), "example": example}, **forms}
    return {"openapi_extra": {"requestBody": {"required": True, "content": content}}}


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, made once."""
    if app.openapi_schema is None:
        made = get_openapi(
            title="Selon", version="1", openapi_version="3.1.0", description=_DESCRIPTION, routes=app.routes
        )
        _, schemas = msgspec.json.schema_components(_KINDS, ref_template=_PREFIX)
        made["components"] = {
            "schemas": schemas,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "Where the desk has a token."}
            },
        }
        made["security"] = [{}, {"token": []}]
        app.openapi_schema = _renamed(made)
    return app.openapi_schema


def _renamed(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with `Envelope_list_selon.store.browsing.StoryLine__` called `StoryLineListEnvelope`."""
    text = json.dumps(document)
    for name in sorted(document["components"]["schemas"], key=len, reverse=True):
        listed, last = name.startswith("Envelope_list_"), name.rstrip("_").rpartition(".")[2].removeprefix("Envelope_")
        if name.startswith("Envelope_"):
            text = text.replace(name, f"{last}{'List' if listed else ''}Envelope")
    renamed: dict[str, Any] = json.loads(text)
    return renamed


def _ref(kind: Any) -> dict[str, Any]:
    if kind not in _KINDS:
        _KINDS.append(kind)
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=_PREFIX)
    return schema
