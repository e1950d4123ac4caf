"""Write the generated pages anew: `make docs`. A test fails when one of them is out of date.

- docs/cli.md: the help of every verb, as the program prints it
- docs/annotations.schema.json: the JSON Schema of `selon annotate`
- src/selon/dossier/dossier.schema.json: that of the dossier, which is in the package
- docs/formats.md: the tables between the marks `<!-- generated … -->`, from the schema of the dossier
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from selon.cli.main import main
from selon.dossier.schema import SCHEMA_FILE, written
from selon.dossier.schema import schema as dossier_schema
from selon.model import Annotations

HERE = Path(__file__).resolve().parent
_MARKS = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def pages() -> dict[Path, str]:
    """Return the text that every generated page should have, by its path."""
    formats = HERE / "formats.md"
    return {
        HERE / "cli.md": cli_page(),
        HERE / "annotations.schema.json": _json(annotations_schema()),
        SCHEMA_FILE: written(),
        formats: with_tables(formats.read_text(encoding="utf-8")),
    }


def cli_page() -> str:
    """Return the help of `selon` and of every verb, one section each."""
    parts = ["# The command line\n\nGenerated from the program's own help by `make docs`.\n"]
    parts += [f"## `{name}`\n\n```text\n{text}\n```\n" for name, text in helps(main, "selon", None)]
    return "\n".join(parts)


def helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    """Yield name and help of `command`, then of the commands below it."""
    settings = {"parent": parent, "info_name": name.rsplit(" ", 1)[-1], "max_content_width": 100, "terminal_width": 100}
    context = click.Context(command, help_option_names=["-h", "--help"], **settings)
    yield name, command.get_help(context).rstrip()
    if isinstance(command, click.Group):
        for verb in command.list_commands(context):
            below = command.get_command(context, verb)
            assert below is not None
            yield from helps(below, f"{name} {verb}", context)


def annotations_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one line of `selon annotate`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Annotations)}


def with_tables(page: str) -> str:
    """Return `page` with what stands between its marks made anew: one table for every type of the dossier."""
    types = dossier_schema()["$defs"]
    return _MARKS.sub(lambda found: found[1] + table(types[found[2]]) + found[3], page)


def table(kind: dict[str, Any]) -> str:
    """Return a table of the keys of an object's schema and what they mean."""
    rows = [f"| `{key}` | {_kind(value)} | {value['description']} |" for key, value in kind["properties"].items()]
    return "\n".join(["| key | value | meaning |", "|---|---|---|", *rows]) + "\n"


def _kind(value: dict[str, Any]) -> str:
    """Return the kind of a value in a word or two."""
    if "anyOf" in value:
        return " or ".join(dict.fromkeys(_kind(one) for one in value["anyOf"]))
    if "enum" in value:
        return " ".join(f"`{one}`" for one in value["enum"] if one is not None)
    if "$ref" in value:
        return value["$ref"].rsplit("/", 1)[-1]
    if value.get("type") == "array":
        return f"list of {_kind(value['items'])}" if isinstance(value.get("items"), dict) and value["items"] else "list"
    if value.get("format"):
        return value["format"]
    return value.get("type", "any")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
