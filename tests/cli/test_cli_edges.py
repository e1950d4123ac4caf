"""Exit codes and messages when something is wrong."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from running import run
from selon.cli.main import Verbs

SELON = [sys.executable, "-c", "from selon.cli.main import main; main(prog_name='selon')"]


@pytest.mark.parametrize(
    "arguments",
    [["annotate"], ["anotate"], ["--langue"], ["dossier", "x", "--format", "pdf"], ["evaluate", "absent", "absent"]],
)
def test_wrong_usage_is_2(arguments: list[str], checkout: Path) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


def test_a_ledger_that_is_not_there_is_3(checkout: Path) -> None:
    result = run("stories", "--ledger", "absent.db")
    assert result.exit_code == 3
    assert "absent.db" in result.stderr
    assert not Path("absent.db").exists()


def test_a_file_that_is_no_ledger_is_3_and_stays_as_it_is(checkout: Path) -> None:
    Path("notes.db").write_text("mes notes", encoding="utf-8")
    result = run("add", "samples/bac", "--ledger", "notes.db")
    assert result.exit_code == 3
    assert "notes.db" in result.stderr
    assert Path("notes.db").read_text(encoding="utf-8") == "mes notes"


def test_a_name_that_is_neither_file_nor_story_says_both(checkout: Path) -> None:
    run("add", "samples/bac/01-agence-fanal.txt", "--story", "Le bac", "--quiet")
    result = run("dossier", "Le bca")
    assert result.exit_code == 3
    assert "Le bca: no such file or folder" in result.stderr
    assert "Le bac" in result.stderr.replace("Le bca", "")


def test_a_dossier_of_nothing_readable_is_1(checkout: Path) -> None:
    Path("vide.txt").write_text(" \n", encoding="utf-8")
    result = run("dossier", "vide.txt")
    assert result.exit_code == 1
    assert "vide.txt" in result.stderr
    assert result.stdout == ""


def test_an_output_that_cannot_be_written_is_3_and_leaves_nothing_behind(checkout: Path) -> None:
    before = sorted(checkout.rglob("*"))
    result = run("demo", "-o", "no/such/folder/page.html", "--quiet")
    assert result.exit_code == 3
    assert "no/such/folder/page.html" in result.stderr
    assert sorted(checkout.rglob("*")) == before


def test_an_interruption_is_130() -> None:
    class Interrupted(Verbs):
        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002
            def stop() -> None:
                raise KeyboardInterrupt

            return click.Command(cmd_name, callback=stop)

    result = CliRunner().invoke(Interrupted("selon"), ["add"])
    assert result.exit_code == 130
    assert "Interrupted" in result.stderr


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    """`selon annotate … | head -0`: nothing on stderr, and no failure to report."""
    paths = sorted((Path(__file__).parents[2] / "samples" / "bac").glob("*.txt"))[:2]
    with subprocess.Popen(
        [*SELON, "annotate", *map(str, paths)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
        assert (process.wait(), complaint) == (0, b"")


def _heeds_interruptions() -> None:
    """Undo what a shell does to what it runs in the background: it has it ignore interruptions."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_an_interruption_of_the_running_program_leaves_no_traceback(tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "samples" / "bac"
    with subprocess.Popen(
        [*SELON, "annotate", "--quiet", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heeds_interruptions,  # noqa: PLW1509 (no threads here)
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()  # it has begun
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate()
    assert process.returncode == 130
    assert complaint.strip() == "Interrupted. What was added to a ledger before stays in it."
