"""How a language's folder is read: one TOML file a part, one frozen type a file.

A part is a msgspec Struct whose fields are the file's top-level keys. Every fault of every file is found in
one pass: a missing file or key, an unknown key, an entry of the wrong shape, and what the part's own
`faults()` method says of its entries together (two entries for one word, say).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import msgspec

P = TypeVar("P", bound="Part")


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a language's folder."""

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with the entries taken together."""
        return iter(())


def read_part(path: Path, kind: type[P]) -> tuple[P | None, list[str]]:
    """Return the part in the file at `path` (None when it has faults) and all of its faults."""
    name = path.name
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None, [f"{name}: expected a file, found none"]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return None, [f"{name}: expected TOML in UTF-8, got {error}"]
    fields = {f.encode_name: f for f in msgspec.structs.fields(kind)}
    faults = [f"{name}: unknown key `{key}`, expected one of {', '.join(fields)}" for key in table.keys() - fields]
    for key, field in fields.items():
        if key in table:
            faults.extend(f"{name}: {fault}" for fault in _shape_faults(table[key], field.type, key))
        elif field.required:
            faults.append(f"{name}: missing key `{key}`")
    if faults:
        return None, sorted(faults)
    part = msgspec.convert(table, kind)
    return part, [f"{name}: {fault}" for fault in part.faults()]


def _shape_faults(value: Any, kind: Any, place: str) -> Iterator[str]:
    """Convert list items and table values one by one, so that one fault does not hide the next."""
    if get_origin(kind) is tuple and isinstance(value, list):
        for i, item in enumerate(value):
            yield from _shape_faults(item, get_args(kind)[0], f"{place}[{i}]")
        return
    if get_origin(kind) is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from _shape_faults(item, get_args(kind)[1], f"{place}.{key}")
        return
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        words = f" ({value['lemma']})" if isinstance(value, dict) and "lemma" in value else ""
        yield f"{place}{words}: {error}"


def repeated(words: Iterator[str] | list[str] | tuple[str, ...], what: str) -> Iterator[str]:
    """Yield a fault for every word that stands twice."""
    seen: set[str] = set()
    for word in words:
        if word in seen:
            yield f"{what}: `{word}` stands twice"
        seen.add(word)
