"""What is made for the pages is shown on them: no field of a view without a template or a view that uses it."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from pathlib import Path

import selon.dossier
import selon.dossier.views

FOLDER = Path(selon.dossier.__file__).parent
OTHERWISE = {
    "EdgeEntry.certain": "its reason says it, which is empty where it is certain",
    "ChangeEntry.from": "called `before` where it is not JSON",
    "ChangeEntry.to": "called `after` where it is not JSON",
}
SHOWING = [*FOLDER.rglob("*.j2"), *(FOLDER.parent / "web").rglob("*.j2")]
USING = [*FOLDER.rglob("*.py"), *(FOLDER.parent / "web").rglob("*.py")]


def views() -> dict[str, type]:
    """Every dataclass that the views make, by its name with its module's."""
    found = {}
    for module in pkgutil.iter_modules(selon.dossier.views.__path__):
        loaded = importlib.import_module(f"selon.dossier.views.{module.name}")
        for name, kind in vars(loaded).items():
            if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == loaded.__name__:
                found[f"{module.name}.{name}"] = kind
    return found


def test_every_field_of_every_view_is_shown_or_used() -> None:
    named = {name for path in (*SHOWING, *USING) for name in re.findall(r"\.([a-z_]+)\b", path.read_text("utf-8"))}
    idle = {
        f"{view}.{f.name}" for view, kind in views().items() for f in dataclasses.fields(kind) if f.name not in named
    }
    assert idle == set()
    assert len(views()) > 25


def test_every_key_of_the_dossier_is_shown_or_used_by_some_rendering() -> None:
    """A key that no page, table or text ever takes would be known to programs only."""
    named = {name for path in (*SHOWING, *USING) for name in re.findall(r"\.([a-z_]+)\b", path.read_text("utf-8"))
             if "contract" not in path.parts and path.name not in {"build.py", "linked.py", "findings.py"}}  # fmt: skip
    tables = selon.dossier.schema()["$defs"]
    idle = {
        f"{kind}.{key}" for kind, table in tables.items() for key in table.get("properties", {}) if key not in named
    }
    assert idle == set(OTHERWISE)
