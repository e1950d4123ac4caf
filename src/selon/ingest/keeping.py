"""Dossiers that were made before, as long as nothing of what they are made from has changed, Selon itself included."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import zlib
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from selon.errors import FormatFault, StoreError
from selon.model import encode

if TYPE_CHECKING:
    from selon.dossier import Dossier
    from selon.link.memory import Memory
    from selon.model import Story
    from selon.store import Ledger, Whole

WORTH = 20
"""Articles of a story from which its dossier is kept: that of twenty takes a second to make."""

_NOTHING = zlib.compress(b"")
_FAST = 1  # zlib's level: the next ones take longer than the bytes that they save are worth


def whole_story(ledger: Ledger, story: str) -> Whole:
    """Return all that the ledger holds of a story, found by id, start of id, name or title, with what is kept of it.

    Raises StoryNotFound, StoreError.
    """
    return ledger.whole(story, _made_with())


def kept_dossier(whole: Whole) -> Dossier | None:
    """Return the dossier that was made of the story in this state, None when none is kept."""
    from selon.dossier import from_json  # noqa: PLC0415

    if whole.kept is None:
        return None
    try:
        with _no_collecting():
            return from_json(zlib.decompress(whole.kept))
    except (zlib.error, FormatFault):  # damaged: it is made again
        return None


def worth_keeping(story: Story) -> bool:
    """Say whether the dossier of a story takes long enough to make to be kept."""
    return len(story.articles) >= WORTH


def keep_dossier(ledger: Ledger, whole: Whole, dossier: Dossier) -> None:
    """Keep the dossier that was made of the story in this state, if it took long and the ledger can be written."""
    if worth_keeping(whole.story):
        with contextlib.suppress(StoreError):
            ledger.keep(whole.story.id, whole.state, zlib.compress(encode(dossier), _FAST))


@contextlib.contextmanager
def memory_of(ledger: Ledger, story: str, articles: Collection[str], before: str = "") -> Iterator[Memory]:
    """Give what linking remembers of a story of `articles`, and keep what it worked out inside the block.

    `before` is the id that the story had, if it had another one. Of a small story nothing is kept, and of any where the
    ledger can't be written.
    """
    from selon.link.memory import Memory  # noqa: PLC0415

    if len(articles) < WORTH:
        yield Memory()
        return
    try:
        memory = Memory(zlib.decompress(ledger.remembered(before or story, _made_with()) or _NOTHING))
    except zlib.error:  # damaged: it is worked out again
        memory = Memory()
    yield memory
    if memory.changed or before not in ("", story):
        with contextlib.suppress(StoreError):
            ledger.remember(story, _made_with(), zlib.compress(memory.encoded(articles), _FAST))


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the collector of cycles from going, again and again, through hundreds of thousands of objects that stay.

    It takes more time than decoding them.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@cache
def _made_with() -> str:
    """Return a digest of Selon: of its code and word lists, and of the stemmer that compares words.

    A version would not do: between two of them the same one makes many a dossier.
    """
    from importlib.metadata import version  # noqa: PLC0415 slow to load

    hashed = hashlib.blake2b(version("snowballstemmer").encode(), digest_size=16)
    folder = Path(__file__).parents[1]
    for path in sorted(p for ending in ("*.py", "*.toml") for p in folder.rglob(ending)):
        data = path.read_bytes()
        hashed.update(f"{path.relative_to(folder).as_posix()} {len(data)} ".encode() + data)
    return hashed.hexdigest()
