"""What the verbs that correct have in common: who says so, the list of what was said, and which of it is meant."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from selon.cli.output import deliver, plain

if TYPE_CHECKING:
    from selon.model import Correctable, Correction, Reading
    from selon.store import Ledger

LAST = "last"
_SHOWN = 60  # characters of a statement's content on a line
who = click.option("--who", default=getpass.getuser, help="Who says so.  [default: the name of the user]")
why = click.option("--why", default="", help="Why.")


def tell(made: Correction) -> None:
    """Print a correction on a line: id, when, who, what."""
    deliver(f"{made.id}  {made.when:%Y-%m-%d %H:%M}  {plain(made.who)}  {described(made)}\n", None)


def described(made: Correction) -> str:
    """Return which correction it is: its kind, what it is of, and why it was made."""
    if made.kind == "merge":
        what = " = ".join(made.names)
    elif made.kind == "split":
        what = f"{made.names[0]}: {len(made.marks)} apart"
    elif made.of == "copies":
        sign = "=" if made.kind == "add" else "≠"
        what = f"{made.marks[0].article} {sign} {made.marks[1].article} {' '.join(made.names)}".rstrip()
    else:
        what = _restated(made)
    return f"{made.kind}  {plain(what)}" + (f"  ({plain(made.why)})" if made.why else "")


def _restated(made: Correction) -> str:
    before, after = made.before or made.read, made.after
    shown = before or after
    said = " […] ".join(words.text for words in shown.content) if shown else ""
    said = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
    changes = [f"{name}: {_value(before, name)} → {_value(after, name)}" for name in made.fields]
    return f"{made.statement} `{said}`" + (f" {'; '.join(changes)}" if changes else "")


def _value(reading: Reading | None, name: str) -> str:
    value = getattr(reading, name, None)
    if name == "when" and value is not None:
        return f"{value.low}" if value.low == value.high else f"{value.low}..{value.high}"
    if name in {"source", "cue", "content"}:
        parts = value if isinstance(value, tuple) else (value,) if value else ()
        return " […] ".join(part.text for part in parts) or "none"
    return (", ".join(value) if isinstance(value, tuple) else str(value or "")) or "none"


def take_back(
    correction: str, who: str, place: str, of: Correctable, undo: Callable[[Ledger, str, str, dt.datetime], object]
) -> int:
    """Take back a correction of what `of` says in the ledger at `place`, by its id; `last` is the last one made."""
    from selon.store import Ledger

    with Ledger.open(place, create=False) as opened:
        made = opened.corrections(of)
        known = made[-1].id if correction == LAST and made else correction
        undo(opened, known, who, dt.datetime.now(dt.UTC))
    return 0
