"""Progress of long work, on stderr: one line that changes on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Self, TextIO

_EVERY = 10.0
"""Seconds between two lines where stderr is no terminal: enough for a log, too few to fill it."""


class Progress:
    """Tells how far the work is; `progress(stage, done, total)` is called from inside it."""

    def __init__(
        self, *, quiet: bool, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Write to `stream` (stderr by default) unless `quiet`. `clock` gives seconds."""
        self._stream = sys.stderr if stream is None else stream
        self._quiet = quiet
        self._clock = clock
        self._told = clock()
        self._open = False

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Say that a stage has done `done` articles, of `total` if that is known yet."""
        if self._quiet:
            return
        words = f"{stage}: article {done}" + (f" of {total}" if total is not None else "")
        if self._stream.isatty():
            self._stream.write(f"\r\x1b[K{words}")
            self._stream.flush()
            self._open = True
        elif self._clock() - self._told >= _EVERY:
            self._told = self._clock()
            self._stream.write(words + "\n")
            self._stream.flush()

    def close(self) -> None:
        """Wipe the line that changes, so that what comes next starts on a clean one."""
        if self._open:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
