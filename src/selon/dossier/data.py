"""The dossier as data, there and back: JSON, and one record a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from selon.dossier.contract import Dossier
from selon.errors import FormatFault

KINDS = (
    ("article", "articles"),
    ("actor", "actors"),
    ("statement", "statements"),
    ("claim", "claims"),
    ("change", "changes"),
    ("figure", "figures"),
    ("series", "series"),
    ("check", "checks"),
    ("quotation", "quotations"),
    ("copy", "copies"),
    ("timeline", "timeline"),
)
"""The kinds of entries: what a record is called, and the key of the dossier that lists them."""


def to_json(dossier: Dossier) -> str:
    """Return the contract JSON, two spaces a level. The same dossier gives the same characters."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=2).decode()


def from_json(text: str | bytes) -> Dossier:
    """Return the dossier that `to_json` wrote. Raises FormatFault, which says where it is none."""
    try:
        return msgspec.json.decode(text, type=Dossier)
    except msgspec.DecodeError as error:
        raise _no_dossier(error) from error


def to_jsonl(dossier: Dossier) -> str:
    """Return one record a line: the story, then every entry, each with its `record` (what kind it is)."""
    lines = [{"record": "story", "schema": dossier.schema, "language": dossier.language, **_fields(dossier.story)}]
    for record, field in KINDS:
        lines.extend({"record": record, **_fields(entry)} for entry in getattr(dossier, field))
    return "".join(msgspec.json.encode(line).decode() + "\n" for line in lines)


def from_jsonl(text: str) -> Dossier:
    """Return the dossier that `to_jsonl` wrote. Raises FormatFault for lines of another kind, or without a story."""
    fields = dict(KINDS)
    found: dict[str, list[Any]] = {field: [] for field in fields.values()}
    story: dict[str, Any] = {}
    try:
        for line in text.split("\n"):  # other line breaks may stand inside a record's words
            if line.strip():
                _take(msgspec.json.decode(line), fields, found, story)
    except msgspec.DecodeError as error:
        raise _no_dossier(error) from error
    return rebuilt(story, found.items())


def _take(record: object, fields: dict[str, str], found: dict[str, list[Any]], story: dict[str, Any]) -> None:
    """Put a record where it belongs."""
    kind = record.pop("record", None) if isinstance(record, dict) else None
    if isinstance(record, dict) and kind == "story":
        story.update(record)
    elif kind in fields:
        found[fields[kind]].append(record)
    else:
        msg = f"Expected a record of a kind among story, {', '.join(fields)}, got {kind!r}"
        raise msgspec.ValidationError(msg)


def rebuilt(story: dict[str, Any], entries: Iterable[tuple[str, list[Any]]]) -> Dossier:
    """Return a dossier of its story's record and of its entries by kind. Raises FormatFault."""
    head = {"schema": story.pop("schema", None), "language": story.pop("language", None), "story": story}
    try:
        return msgspec.convert({**head, **dict(entries)}, Dossier)
    except msgspec.ValidationError as error:
        raise _no_dossier(error) from error


def _no_dossier(error: Exception) -> FormatFault:
    return FormatFault("the dossier", str(error), "Expected what `selon dossier` writes in this format")


def _fields(entry: msgspec.Struct) -> dict[str, object]:
    fields: dict[str, object] = msgspec.to_builtins(entry)
    return fields
