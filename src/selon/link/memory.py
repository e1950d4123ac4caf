"""Memory: what was worked out of single articles, or of two of them, for as long as what it was worked out of lasts.

Linking is a pure function of a story, and most of its work is about one article or two. Whoever links a story again
after an article more gives the memory of the last time: each thing in it is found by a digest of all that went into
it, so that what comes out is what linking from nothing gives.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from typing import TypeVar

import msgspec

T = TypeVar("T")

_Kept = dict[str, dict[str, tuple[bytes, msgspec.Raw]]]
"""By kind and by the ids of the articles: the digest of what it was made of, and what was made."""


class Memory:
    """What is remembered of the articles of one story."""

    def __init__(self, data: bytes = b"") -> None:
        """Take what `encoded` returned; of bytes that are damaged nothing is remembered."""
        try:
            self._kept = msgspec.msgpack.decode(data, type=_Kept) if data else {}
        except msgspec.MsgspecError:
            self._kept = {}
        self._new: dict[tuple[str, str], tuple[bytes, object]] = {}

    def recall(self, kind: str, articles: tuple[str, ...], of: bytes, wanted: type[T], make: Callable[[], T]) -> T:
        """Return what was made of `articles`, given by their ids, when it was made of the same; else what `make` makes.

        `of` is a digest of all that goes into it (`digest_of`), `wanted` its type: something that msgspec encodes.
        """
        name = " ".join(articles)
        digest, data = self._kept.get(kind, {}).get(name, (b"", None))
        if data is not None and digest == of:
            try:
                return msgspec.msgpack.decode(data, type=wanted)
            except msgspec.MsgspecError:
                pass  # damaged: it is made again
        made = make()
        self._new[kind, name] = of, made
        return made

    @property
    def changed(self) -> bool:
        """Whether something was made that was not remembered."""
        return bool(self._new)

    def encoded(self, articles: Collection[str]) -> bytes:
        """Return all that is remembered of these articles, given by their ids; what is of others is forgotten."""
        inside = frozenset(articles)
        out = {
            kind: {n: one for n, one in held.items() if inside.issuperset(n.split())}
            for kind, held in self._kept.items()
        }
        for (kind, name), (of, made) in self._new.items():
            if inside.issuperset(name.split()):
                out.setdefault(kind, {})[name] = of, msgspec.Raw(msgspec.msgpack.encode(made))
        return msgspec.msgpack.encode(out)


def digest_of(*parts: object) -> bytes:
    """Return a digest of some parts that msgspec encodes, of which nobody can make two alike (BLAKE2b, 128 bits)."""
    return hashlib.blake2b(msgspec.msgpack.encode(parts), digest_size=16).digest()
