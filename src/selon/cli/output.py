"""Where results go: printed, or written whole to a file; and how faults are named."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from selon.errors import InputError, StoreError


def deliver(text: str | bytes, target: Path | None) -> None:
    """Print `text` or data, or put it into the file `target`, in UTF-8 whatever the terminal's own encoding.

    The file is replaced in one step: whoever has it open sees the old or the new one, never half of it.
    Raises StoreError when the file can't be written.
    """
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if target is None or str(target) == "-":
        click.echo(data, nl=False)
        return
    try:
        _replace(target, data)
    except OSError as error:
        msg = f"{target}: can't be written ({error.strerror}). Name a file in a folder that exists and is yours"
        raise StoreError(msg) from error


def deliver_folder(files: Iterable[tuple[str, str | bytes]], folder: Path) -> int:
    """Put texts, in UTF-8, and data into files of a folder, and return how many. Other files in it stay.

    The folder is made where there is none. Raises StoreError when one can't be written.
    """
    count = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files:
            _replace(folder / name, content.encode("utf-8", "replace") if isinstance(content, str) else content)
            count += 1
    except OSError as error:
        msg = f"{folder}: can't be written ({error.strerror}). Name a folder that is yours, or a new one"
        raise StoreError(msg) from error
    return count


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)  # mkstemp makes files for their owner alone
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def name_faults(errors: Iterable[InputError]) -> int:
    """Name on stderr every input that could not be read, and why. Return the exit code: 1 if there was one."""
    code = 0
    for error in errors:
        click.echo(f"{error.place}: {error.reason}. {error.accepted}.", err=True)
        code = 1
    return code


def plain(words: str) -> str:
    """Return words of an article or a person on one line, without what could move a terminal's cursor or turn text."""
    return re.sub(r"\s+", " ", "".join(c for c in words if c.isprintable() or c.isspace()))
