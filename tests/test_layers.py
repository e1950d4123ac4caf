"""The layers: a package imports only from lower ones; what has outgrown its page is found here too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "selon"
MODULES = sorted(SOURCE.rglob("*.py"))
LAYERS = (
    {"errors", "text"},
    {"model"},
    {"lexicon", "store"},
    {"dates"},
    {"read", "clean", "annotation", "link"},
    {"dossier"},
    {"ingest"},
    {"evaluate", "batch", "web", "assistant", "spacy_component"},
    {"cli"},
)
LEVEL = {package: level for level, packages in enumerate(LAYERS) for package in packages}
LINES = 250


def package_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(path: Path) -> Iterator[str]:
    """The packages of Selon that a module names in an import, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (package_of(alias.name) for alias in node.names if alias.name.split(".")[0] == "selon")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: expected absolute imports"
            if node.module == "selon":
                yield from (alias.name if alias.name in LEVEL else "" for alias in node.names)
            elif node.module and node.module.startswith("selon."):
                yield package_of(node.module)


def home_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_package_imports_only_from_lower_layers(path: Path) -> None:
    home = home_of(path)
    if home == "__init__":  # the public API stands on all of them
        return
    wrong = [p for p in imports(path) if p and p != home and not (home == "text" and p == "errors")]
    assert [p for p in wrong if LEVEL[p] >= LEVEL[home]] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_the_command_line_imports_the_public_api(path: Path) -> None:
    """Below it, `import selon` inside a function would hide a way around the layers."""
    assert "" not in imports(path) or home_of(path) in {"__init__", "cli"}


def test_every_package_has_a_layer() -> None:
    assert {home_of(p) for p in MODULES} - {"__init__"} <= LEVEL.keys()


def test_the_layers_name_a_wrong_import(tmp_path: Path) -> None:
    """The check itself sees imports at the top, inside functions, and through the package."""
    module = tmp_path / "wrong.py"
    module.write_text("import selon.web\ndef f():\n    from selon.cli.main import main\n    from selon import store\n")
    assert list(imports(module)) == ["web", "cli", "store"]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_what_is_public_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path.name} has no docstring"
    assert [name for name, node in public(tree) if not ast.get_docstring(node)] == []


def public(tree: ast.Module | ast.ClassDef, inside: str = "") -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """Public functions, classes, and the public methods of public classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield inside + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node, f"{node.name}.")
