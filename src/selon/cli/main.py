"""The entry point: verbs loaded on use, and errors told to people instead of to programmers."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from selon import __version__
from selon.cli.options import example
from selon.errors import InputError, LexiconError, SelonError

VERBS = (
    "annotate",
    "dossier",
    "add",
    "search",
    "stories",
    "actors",
    "statements",
    "claims",
    "copies",
    "corrections",
    "serve",
    "export",
    "demo",
    "evaluate",
    "lexicon",
)
"""In the order in which a newcomer meets them; the module of the same name holds each one's `command`."""

FAULTS = 1
LEDGER = 3
INTERRUPTED = 130

HELP = """Keep the ledger of a developing story from its coverage in French: who said what, and on whose authority.

Articles are .txt, .html and .jsonl files, or folders of them. Reading needs no network.

\b
Exit codes:
  0    all went well
  1    an input could not be read (the others went through), or faults were found
  2    wrong usage
  3    the ledger or the output could not be used, or there is no such story
  130  interrupted
"""


class Verbs(click.Group):
    """A group whose verbs are loaded when they are asked for, and the edge at which errors become messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """Return the names of the verbs, in the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the verb of that name, None if there is none."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"selon.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> None:
        """Run the verb and leave with the exit code that it returned, or that its error stands for."""
        try:
            code = super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nInterrupted. What was added to a ledger before stays in it.", err=True)
            code = INTERRUPTED
        except BrokenPipeError:
            _forget_output()
            code = 0
        except SelonError as error:
            click.echo(f"Error: {error}", err=True)
            code = FAULTS if isinstance(error, InputError | LexiconError) else LEDGER
        ctx.exit(code or 0)


def _forget_output() -> None:
    """Send what is still to be written nowhere: whoever read it (`head`, a pager) has gone, which is no fault."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


@click.group(
    cls=Verbs,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example("selon demo"),
)
@click.version_option(__version__, prog_name="selon")
def main() -> None:
    """Run `selon`."""
