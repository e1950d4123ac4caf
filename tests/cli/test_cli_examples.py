"""The help of the command line: every verb ends with an example, and it works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from running import run, run_line
from selon.cli.main import main


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, (*path, name))


ALL = list(commands(main))


def lines_of(command: click.Command) -> list[str]:
    assert command.epilog, "expected an example at the end of the help"
    return [line.strip() for line in command.epilog.splitlines() if line.strip().startswith("selon ")]


@pytest.mark.parametrize(
    ("path", "command"), ALL, ids=lambda value: "-".join(value) if isinstance(value, tuple) else ""
)
def test_a_verb_has_a_help_that_ends_with_its_example(path: tuple[str, ...], command: click.Command) -> None:
    result = run(*path, "--help")
    assert result.exit_code == 0
    shown = [line.strip() for line in result.output.splitlines()]
    assert shown[-len(lines_of(command)) :] == lines_of(command)
    assert lines_of(command)[-1].startswith(" ".join(("selon", *path)))
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or parameter.help, f"{parameter.name} is not described"


@pytest.mark.parametrize(
    ("path", "command"), ALL, ids=lambda value: "-".join(value) if isinstance(value, tuple) else ""
)
def test_the_example_of_a_verb_works(path: tuple[str, ...], command: click.Command, checkout: Path) -> None:
    for line in lines_of(command):
        result = run_line(line)
        assert result.exit_code == 0, f"{line}: {result.output}"
