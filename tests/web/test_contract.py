"""The API and its description hold each other: no key that is not described, none described that is never sent."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from desks import TestClient

V1 = "/api/v1"


class Walk:
    """Values held against their schemas: `seen` are the keys that were sent, `wrong` those that nothing describes."""

    def __init__(self, schemas: dict[str, Any]) -> None:
        self.schemas = schemas
        self.seen: dict[str, set[str]] = defaultdict(set)
        self.wrong: set[str] = set()

    def hold(self, value: Any, schema: dict[str, Any], place: str) -> None:
        name = schema.get("$ref", "").rpartition("/")[2]
        schema = self.schemas[name] if name else schema
        for key in ("anyOf", "oneOf", "allOf"):
            for one in schema.get(key, ()):
                if fits(value, self.schemas[one["$ref"].rpartition("/")[2]] if "$ref" in one else one):
                    self.hold(value, one, place)
                    return
        if isinstance(value, dict):
            known = schema.get("properties", {})
            self.seen[name] |= set(value)
            if known or "additionalProperties" not in schema:
                self.wrong |= {f"{place}.{key}" for key in value if key not in known}
            for key, one in value.items():
                self.hold(one, known.get(key, schema.get("additionalProperties") or {}), f"{name or place}.{key}")
        elif isinstance(value, list):
            for one in value:
                self.hold(one, schema.get("items") or {}, place)


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether a value may be of a schema, as far as its type tells."""
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": int | float}
    kind = schema.get("type")
    if kind == "null" or value is None:
        return kind == "null" and value is None
    return kind is None or isinstance(value, kinds[kind])


def addresses(client: TestClient) -> dict[str, str]:
    """A place to ask for every GET route of the description, by its path."""
    dossier = client.get(f"{V1}/stories/bac").json()["data"]
    ids = {
        "{story}": "bac",
        "{article}": dossier["articles"][4]["id"],
        "{claim}": dossier["claims"][0]["id"],
        "{statement}": dossier["statements"][0]["id"],
        "{actor}": next(a["id"] for a in dossier["actors"] if a["name"] == "Maryse Dorvange"),
    }
    described = client.get(f"{V1}/openapi.json").json()
    found = {}
    for path, methods in described["paths"].items():
        if "get" in methods:
            filled = path
            for name, value in ids.items():
                filled = filled.replace(name, value)
            found[path] = filled + {
                f"{V1}/search": "?actor=Dorvange",
                f"{V1}/stories/{{story}}/changes": "?since=2025-03-12",
            }.get(path, "")
    return found


def test_what_is_sent_is_described_and_what_is_described_is_sent(client: TestClient) -> None:
    statement = client.get(f"{V1}/stories/bac/statements").json()["data"][5]["id"]
    asked = {
        "of": "statements",
        "kind": "change",
        "statement": statement,
        "edit": {"speaker": "Ivo Lastre"},
        "who": "A",
    }
    assert client.post(f"{V1}/corrections", json=asked).status_code == 201
    described = client.get(f"{V1}/openapi.json").json()
    walk = Walk(described["components"]["schemas"])
    for path, address in addresses(client).items():
        answer = client.get(address)
        assert answer.status_code == 200, address
        schema = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        walk.hold(answer.json(), schema, path)
    assert walk.wrong == set()
    unsent = {
        f"{name}.{key}"
        for name, keys in walk.seen.items()
        if name
        for key in set(walk.schemas[name].get("properties", {})) - keys
    }
    assert unsent == set()
    assert len(walk.seen) > 30
