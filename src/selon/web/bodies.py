"""Bodies of requests: JSON of a type, or the files of a form."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec
from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from selon.errors import FormatFault
from selon.ingest import Upload
from selon.model import decode

T = TypeVar("T")
_STATED = re.compile(r"charset\s*\*?\s*=(?!\s*\"?utf-8\"?\s*(?:;|$))", re.IGNORECASE)
FILES, FIELDS = 1000, 1000
PART_BYTES = 6_000_000
"""Bytes of a field that is no file: a pasted article of a million characters."""


def form_of(request: Request) -> str:
    """Return the media type of a request's body, without its parameters, in small letters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def json_of(request: Request, kind: type[T]) -> T:
    """Return the body as a value of `kind`. Raises FormatFault, and an HTTPException with 415 for another form."""
    if form_of(request) != "application/json":
        raise HTTPException(415, f"expected application/json, got `{form_of(request)[:80]}`")
    try:
        return decode(await request.body(), kind, "the body")
    except RecursionError as error:
        place, reason = "the body", "JSON nested too deeply"
        raise FormatFault(place, reason, f"Expected the JSON of {kind.__name__}") from error


class Form(msgspec.Struct, frozen=True):
    """What a form sent: its fields with their values, and its files in order."""

    fields: dict[str, tuple[str, ...]]
    files: tuple[Upload, ...]

    def __getitem__(self, name: str) -> str:
        """Return the value of a field without the space around it, empty where the form has none."""
        return (self.fields.get(name) or ("",))[-1].strip()

    def several(self, name: str) -> tuple[str, ...]:
        """Return all values of a field."""
        return self.fields.get(name, ())


async def filled_form(request: Request) -> Form:
    """Return what a form sent; files that were not chosen are none. Raises an HTTPException for too much of it.

    Browsers send forms of ours in UTF-8 and state no other encoding. One that is stated would be followed, also where
    it makes half characters or takes time that grows with the square of the text (`unicode_escape`, `punycode`).
    """
    if _STATED.search(request.headers.get("content-type", "")):
        raise HTTPException(415, "expected a form in UTF-8, got one that states another encoding")
    async with request.form(max_files=FILES, max_fields=FIELDS, max_part_size=PART_BYTES) as form:
        fields: dict[str, tuple[str, ...]] = {}
        files = []
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                if value.filename or value.size:
                    files.append(Upload(value.filename or "", await value.read()))
            else:
                fields[name] = (*fields.get(name, ()), value)
    return Form(fields, tuple(files))
