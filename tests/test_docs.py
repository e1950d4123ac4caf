"""The documentation: what it shows runs, what is generated is fresh, what it points at is there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from running import commands_of, python_of, run_line
from selon.model import Annotations, Figure, Statement

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
GOES_ON = {"tutorial.md"}
"""Pages whose blocks share a folder, in their order; elsewhere each block starts afresh."""


def blocks_of(page: Path) -> list[list[str]]:
    blocks = commands_of(page.read_text(encoding="utf-8"))
    return [[line for block in blocks for line in block]] if page.name in GOES_ON else blocks


BLOCKS = [(page.name, block) for page in PAGES for block in blocks_of(page)]
SNIPPETS = [(page.name, code) for page in PAGES for code in python_of(page.read_text(encoding="utf-8"))]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_fresh() -> None:
    """`make docs` writes them."""
    stale = [path.name for path, text in generator().pages().items() if path.read_text(encoding="utf-8") != text]
    assert stale == []


@pytest.mark.parametrize("kind", [Annotations, Statement, Figure], ids=lambda kind: kind.__name__)
def test_every_key_that_annotate_prints_is_described(kind: type[msgspec.Struct]) -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    described = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?`) \|", page, re.MULTILINE))))
    assert {field.encode_name for field in msgspec.structs.fields(kind)} - described == set()


@pytest.mark.parametrize(("page", "commands"), BLOCKS, ids=lambda value: value if isinstance(value, str) else "")
def test_commands_that_the_documentation_shows_work(page: str, commands: list[str], checkout: Path) -> None:
    for line in commands:
        if line.startswith("selon "):
            result = run_line(line)
            assert result.exit_code == 0, f"{line}: {result.output}"
        else:
            assert re.fullmatch(r"make [a-z]+|\.venv/bin/selon .*|git clone .*|cd .*", line), line


@pytest.mark.parametrize(("page", "code"), SNIPPETS, ids=lambda value: value if value.endswith(".md") else "")
def test_python_that_the_documentation_shows_works(
    page: str, code: str, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(code, page, "exec"), {})
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_make_describes_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert sorted(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE)) == sorted(phony.split())


def test_the_lock_names_no_place_to_fetch_from_and_a_hash_for_everything() -> None:
    for name in ("base.txt", "dev.txt"):
        lock = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://|^-|^\s*--(?!hash=sha256:)|@ file:", lock, re.MULTILINE)
        pins = re.findall(r"^[\w.-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE)
        assert len(pins) == len(re.findall("==", lock)) > 40


def test_the_readme_says_the_same_in_both_languages() -> None:
    """The same commands, pictures and links, in the same order."""
    english, french = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.fr.md"))
    assert commands_of(english) == commands_of(french)
    assert re.findall(r"!\[.*?\]\((.*?)\)", english) == re.findall(r"!\[.*?\]\((.*?)\)", french)
    assert len(re.findall("^## ", english, re.MULTILINE)) == len(re.findall("^## ", french, re.MULTILINE))
