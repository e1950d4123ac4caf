"""What a person is told while the chain runs: how far it is, and how long each stage takes.

Below the command line, a clock is read here only. What it says goes into no ledger.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[str, int, int | None], None]
"""Called with the stage, how many articles it has done, and of how many (None: not known yet)."""


class Watch:
    """Counts the seconds of each stage, and tells how far it is."""

    def __init__(self, progress: Progress | None = None) -> None:
        """Tell `progress`, if there is one."""
        self._progress = progress
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._done: Counter[str] = Counter()

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        """Count the time inside the block for `stage`."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += time.perf_counter() - start

    def each(self, stage: str, items: Iterator[T]) -> Iterator[T]:
        """Yield `items`; the time that each takes to come counts for `stage`."""
        ended = object()
        while True:
            with self.on(stage):
                item = next(items, ended)
            if item is ended:
                return
            yield item  # type: ignore[misc]

    def step(self, stage: str, by: int = 1, total: int | None = None) -> None:
        """Say that `stage` is done with so many more articles, of `total` in all."""
        self._done[stage] += by
        if self._progress is not None:
            self._progress(stage, self._done[stage], total)
