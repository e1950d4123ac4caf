"""From files into the ledger: batch by batch, so that an interruption loses little."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from selon.errors import InputError
from selon.ingest.annotating import LANGUAGE, Annotated, annotated_or_fault, reader
from selon.ingest.copying import Copied, copies_added
from selon.ingest.placement import place
from selon.ingest.watching import Progress, Watch
from selon.model import Article

if TYPE_CHECKING:
    from selon.store import Ledger

BATCH = 25
"""Articles a transaction. An interruption loses the work on so many at most, a few seconds of annotating; with fewer,
the disk is waited for more often: 805 articles take 0.17 s to store in batches of 25, 0.13 s in one."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What adding did.

    `added` and `unchanged` are ids of articles, in order of arrival; `faults` the inputs that could not be read.
    `copies` says of added articles, by id, of which other one they are a copy, or which one is a copy of them.
    `words` counts those of the added articles, `seconds` the time of each stage.
    """

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    faults: tuple[InputError, ...] = ()
    copies: dict[str, Copied] = {}
    words: int = 0
    seconds: dict[str, float] = {}  # msgspec copies the default


def add(
    paths: Iterable[Path],
    ledger: Ledger,
    progress: Progress | None = None,
    story: str | None = None,
    when: dt.datetime | None = None,
) -> Report:
    """Read the articles of `paths`, annotate those that the ledger lacks, store them, and place them in stories.

    `story` is the name of a story that a person puts all of them into, `when` the moment at which they come. Articles
    are stored BATCH by BATCH: after an interruption, adding the same paths goes on where it stopped. Raises StoreError.
    """
    from selon.read import read  # noqa: PLC0415 loads py3langid

    return add_read(read(paths), ledger, progress, story, when)


def add_read(
    items: Iterator[Article | InputError],
    ledger: Ledger,
    progress: Progress | None = None,
    story: str | None = None,
    when: dt.datetime | None = None,
) -> Report:
    """Do as `add` with what was read already, article by article."""
    watch = Watch(progress)
    total = Report()
    for batch in _batches(watch.each("read", items)):
        total = _sum(total, _add_batch(batch, ledger, watch, story, when))
    _reword(ledger, watch)
    place(ledger, watch)
    copies: dict[str, Copied] = {}
    if total.added:
        with watch.on("link"):
            copies = copies_added(ledger, total.added)
    return msgspec.structs.replace(total, copies=copies, seconds=dict(watch.seconds))


def _reword(ledger: Ledger, watch: Watch) -> None:
    """Make the terms again by which the articles that are there are found, where they were made otherwise."""
    with watch.on("store"):
        waiting = left = ledger.outworded()
    while left:
        with watch.on("store"):
            before, left = left, ledger.reword()
        watch.step("store", before - left, waiting)


def _batches(items: Iterable[Article | InputError]) -> Iterator[list[Article | InputError]]:
    batch: list[Article | InputError] = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _add_batch(
    items: Sequence[Article | InputError], ledger: Ledger, watch: Watch, story: str | None, when: dt.datetime | None
) -> Report:
    """Annotate and store what the ledger lacks of `items`, in one transaction."""
    faults = [item for item in items if isinstance(item, InputError)]
    watch.step("annotate", len(faults))
    given = {item.id: item for item in items if isinstance(item, Article)}
    with watch.on("store"):
        known = ledger.known(given)
    new: list[Annotated] = []
    for article in given.values():
        if article.id not in known:
            found = annotated_or_fault(article, LANGUAGE, watch)
            faults.append(found) if isinstance(found, InputError) else new.append(found)
        watch.step("annotate")
    with watch.on("store"):
        stored = ledger.add(new, story=story, reader=reader(), when=when)
        if story is not None:
            ledger.assign(known, story)
    return Report(
        added=stored.added,
        unchanged=tuple(id_ for id_ in given if id_ in known or id_ in stored.unchanged),
        faults=tuple(faults),
        words=sum(len(article.text.split()) for article, _ in new if article.id in stored.added),
    )


def _sum(one: Report, other: Report) -> Report:
    return Report(
        added=one.added + other.added,
        unchanged=one.unchanged + other.unchanged,
        faults=one.faults + other.faults,
        words=one.words + other.words,
    )
