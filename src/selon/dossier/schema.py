"""The JSON Schema of a dossier, made from the types, so that it says what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from selon.dossier.contract import Dossier

SCHEMA_FILE = Path(__file__).parent / "dossier.schema.json"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `selon dossier --format json`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Dossier)}


def written() -> str:
    """Return the text of `dossier.schema.json`."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
