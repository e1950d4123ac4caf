"""Dossiers made again once a story has changed, before anybody asks for them."""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable

WAITING = 32
"""Stories that wait at most, those that changed last: what is not made here is made when somebody asks for it."""


class Renewal:
    """Makes dossiers one after another in a thread of its own. A story that changes while it waits waits once.

    Who asks for one meanwhile waits for it or makes it; this only begins earlier. Every method may be called by several
    threads at once.
    """

    def __init__(self, make: Callable[[str], object]) -> None:
        """Take what makes the dossier of a story, given by its id."""
        self._make = make
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._change = threading.Condition()
        self._busy = self._stopped = False

    def ask(self, stories: Iterable[str]) -> None:
        """Have the dossiers of these stories made soon. Where too many wait, those that changed first are left out."""
        with self._change:
            if self._stopped:
                return
            for story in stories:
                self._waiting.pop(story, None)
                self._waiting[story] = None
            while len(self._waiting) > WAITING:
                self._waiting.popitem(last=False)
            if self._waiting and not self._busy:
                self._busy = True
                threading.Thread(target=self._run, name="renewal", daemon=True).start()

    def stop(self) -> None:
        """Begin nothing any more; what is being made is left to end, and nobody waits for it."""
        with self._change:
            self._stopped = True
            self._waiting.clear()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is left to make, so long at most, and say whether nothing is."""
        with self._change:
            return self._change.wait_for(lambda: not self._busy, seconds)

    def _run(self) -> None:
        while (story := self._next()) is not None:
            with contextlib.suppress(Exception):  # whoever asks for the dossier is told
                self._make(story)

    def _next(self) -> str | None:
        with self._change:
            if self._waiting:
                return self._waiting.popitem(last=False)[0]
            self._busy = False
            self._change.notify_all()
            return None
