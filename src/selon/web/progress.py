"""How far an upload is, for who waits for it: by a word that the browser chose."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Annotated

import msgspec
from msgspec import Meta

KEPT, LONGEST = 64, 64
"""Uploads that are told of, the newest, and letters of the words by which they are."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """How far an upload is."""

    stage: Annotated[str, Meta(description="`read`, `annotate`, `link`; empty before anything has come.")] = ""
    done: Annotated[int, Meta(description="Articles of that stage that are done.", ge=0)] = 0
    total: Annotated[int | None, Meta(description="Articles in all, null when that is not known.")] = None


class Uploads:
    """The uploads under way. Every method may be called by several threads at once."""

    def __init__(self) -> None:
        self._steps: OrderedDict[str, Step] = OrderedDict()
        self._lock = threading.Lock()

    def tell(self, word: str, stage: str, done: int, total: int | None) -> None:
        """Keep how far the upload of that word is; of older ones, no more than KEPT."""
        if not word or len(word) > LONGEST:
            return
        with self._lock:
            self._steps[word] = Step(stage=stage, done=done, total=total)
            self._steps.move_to_end(word)
            while len(self._steps) > KEPT:
                self._steps.popitem(last=False)

    def step(self, word: str) -> Step:
        """Return how far the upload of that word is."""
        with self._lock:
            return self._steps.get(word, Step())
