"""The dossier as data: JSON, and one record a line."""

from __future__ import annotations

import msgspec

from selon.dossier.contract import Dossier

_KINDS = (
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


def to_json(dossier: Dossier) -> str:
    """Return the contract JSON, two spaces a level. The same dossier gives the same characters."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=2).decode()


def to_jsonl(dossier: Dossier) -> str:
    """Return one record a line: the story, then every entry, each with its `record` (what kind it is)."""
    lines = [{"record": "story", "schema": dossier.schema, "language": dossier.language, **_fields(dossier.story)}]
    for record, field in _KINDS:
        lines.extend({"record": record, **_fields(entry)} for entry in getattr(dossier, field))
    return "".join(msgspec.json.encode(line).decode() + "\n" for line in lines)


def _fields(entry: msgspec.Struct) -> dict[str, object]:
    fields: dict[str, object] = msgspec.to_builtins(entry)
    return fields
