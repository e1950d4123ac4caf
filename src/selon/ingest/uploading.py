"""Articles that come as bytes with a name: sent to a server, pasted into a form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from selon.errors import InputError
from selon.ingest.adding import Report, add_read
from selon.ingest.watching import Progress
from selon.model import Article, Copy

if TYPE_CHECKING:
    from selon.store import Ledger

_LONGEST_NAME = 200
_UNWELCOME = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff:]")


class Upload(msgspec.Struct, frozen=True):
    """A file: its name, whose ending tells its format, and its bytes."""

    name: str
    data: bytes


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one article that was given."""

    name: Annotated[str, Meta(description="The file that it came in, with its line in a file of records.")]
    result: Annotated[Literal["added", "unchanged", "refused"], Meta(description="Whether the ledger has it now.")]
    article: Annotated[str | None, Meta(description="Its id, null when it was refused.")] = None
    reason: Annotated[str, Meta(description="Why it was refused, and what would have been accepted.")] = ""
    copy: Annotated[Copy | None, Meta(description="The nearest copy that it makes with another article.")] = None
    other: Annotated[str, Meta(description="The name of that other article.")] = ""


def add_data(
    uploads: Iterable[Upload],
    ledger: Ledger,
    story: str | None = None,
    progress: Progress | None = None,
    when: dt.datetime | None = None,
) -> list[Taken]:
    """Add the articles of files that came as bytes, and say of each what became of it, in order of arrival.

    A name loses its folders and the characters that no file should have in its name. Raises StoreError.
    """
    from selon.read import read_data  # noqa: PLC0415 loads py3langid

    items = [item for upload in uploads for item in read_data(_plain_name(upload.name), upload.data)]
    report = add_read(iter(items), ledger, _of_all(progress, len(items)), story, when)
    faults = {fault.place: fault for fault in report.faults}
    new = set(report.added)
    return [_taken(item, new, report, faults) for item in items]


def _of_all(progress: Progress | None, items: int) -> Progress | None:
    """Return `progress` that also tells of how many items: they have all come."""
    if progress is None:
        return None
    return lambda stage, done, total: progress(stage, done, items if total is None else total)


def _taken(item: Article | InputError, new: set[str], report: Report, faults: dict[str, InputError]) -> Taken:
    """Say what became of an item; an article of `new` leaves it, so that the same one given twice is added once."""
    if isinstance(item, Article) and item.id in new:
        new.remove(item.id)
        taken = Taken(name=item.path or item.id, result="added", article=item.id)
        if item.id not in report.copies:
            return taken
        copy, article, of = report.copies[item.id]
        return msgspec.structs.replace(taken, copy=copy, other=(of if article.id == item.id else article).label)
    if isinstance(item, Article) and (item.id in report.unchanged or item.id in report.added):
        return Taken(name=item.path or item.id, result="unchanged", article=item.id)
    fault = item if isinstance(item, InputError) else faults[item.path or item.id]
    return Taken(name=fault.place, result="refused", reason=f"{fault.reason}. {fault.accepted}.")


def _plain_name(name: str) -> str:
    last = _UNWELCOME.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip()
    stem, dot, ending = last.rpartition(".")
    if not dot:
        return last[:_LONGEST_NAME] or "article.txt"
    return f"{stem[:_LONGEST_NAME] or 'article'}.{ending[:10]}"
