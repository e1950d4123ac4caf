"""JSON and back, for every type of the model."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from selon.errors import FormatFault

T = TypeVar("T")


def encode(value: object) -> bytes:
    """Return `value` as UTF-8 JSON on one line, fields in the order of their definition."""
    return msgspec.json.encode(value)


def decode(data: bytes | str, kind: type[T], place: str = "JSON") -> T:
    """Return the value of type `kind` written in `data`.

    Raises FormatFault, which names `place` and the path inside the JSON, for anything else.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        accepted = f"Expected the JSON of {kind.__name__}"
        raise FormatFault(place, str(error), accepted) from error
