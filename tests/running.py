"""Running what a reader of the documentation would type, in one process: the language model is loaded once."""

from __future__ import annotations

import shlex
from pathlib import Path

from click.testing import CliRunner, Result

from selon.cli.main import main


def run(*arguments: str) -> Result:
    """Run `selon` with these arguments."""
    return CliRunner().invoke(main, list(arguments))


def run_line(line: str) -> Result:
    """Run a line such as `selon annotate articles/*.txt`, with the patterns of a shell."""
    program, *words = shlex.split(line)
    assert program == "selon", f"expected a line that begins with `selon`, got {line!r}"
    arguments: list[str] = []
    for word in words:
        arguments += sorted(map(str, Path().glob(word))) if "*" in word else [word]
    return run(*arguments)


def commands_of(page: str) -> list[list[str]]:
    """The commands of a page's ```console blocks: those of one block share a folder."""
    blocks = page.split("```console\n")[1:]
    lines = (block.split("```", 1)[0].splitlines() for block in blocks)
    return [[line.removeprefix("$ ") for line in block if line.startswith("$ ")] for block in lines]


def python_of(page: str) -> list[str]:
    """The ```python blocks of a page."""
    return [block.split("```", 1)[0] for block in page.split("```python\n")[1:]]
