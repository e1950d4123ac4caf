"""JSON Lines: one article a line, read line by line, so that a file may be larger than memory.

Fields: `text` (required) and, where known, `title`, `url`, `outlet` (or `source`, or `site`), `author`,
`date` (or `published`), `updated`. Others are ignored.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from selon.errors import EmptyInput, FormatFault, InputError
from selon.model import Article, Metadata, article_id, decode
from selon.read.decoding import refuse_foreign, refuse_oversize, text_of
from selon.read.plain import file_name, laid_out

FILE_FACTOR = 400  # a file of records may be this many times larger than one record
_EXPECTED = "Expected one JSON object a line, with the article in `text`"


class Record(msgspec.Struct, frozen=True):
    """One line."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    source: str | None = None
    site: str | None = None
    author: str | list[str] | None = None
    date: str | None = None
    published: str | None = None
    updated: str | None = None


def from_records(path: Path, limit: int) -> Iterator[Article | InputError]:
    """Yield the article, or the fault, of every line of the file; blank lines are passed over.

    `limit` is in bytes and holds for one line; the whole file may have FILE_FACTOR times as many.
    Raises OversizeInput for the file, OSError when it can't be read.
    """
    refuse_oversize(path.stat().st_size, limit * FILE_FACTOR, str(path))
    with path.open("rb") as stream:
        yield from records_of(stream, str(path), limit)


def records_of(stream: BinaryIO, path: str, limit: int) -> Iterator[Article | InputError]:
    """Yield the article, or the fault, of every line of a stream that is the file `path`."""
    for number, line in enumerate(_lines(stream, limit), start=1):
        if not line.strip():
            continue
        try:
            yield _article(line, path, f"{path}:{number}", limit)
        except InputError as error:
            yield error


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Yield lines, of which never more than `limit` + 1 bytes are kept: one byte too many shows the excess."""
    while line := stream.readline(limit + 1):
        rest = line
        while len(rest) == limit + 1 and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)
        yield line


def _article(line: bytes, path: str, place: str, limit: int) -> Article:
    refuse_oversize(len(line.rstrip(b"\r\n")), limit, place, "the line")
    source = text_of(line, place).strip().lstrip("\ufeff")
    try:
        record = decode(source, Record, place)
    except FormatFault as fault:
        raise FormatFault(place, fault.reason, _EXPECTED) from fault
    except RecursionError as error:
        raise FormatFault(place, "JSON nested too deeply", _EXPECTED) from error
    if not record.text.strip():
        raise EmptyInput(place, "nothing in `text` but white space", _EXPECTED)
    refuse_foreign(record.text, place)
    return _from_record(record, path, place)


def _from_record(record: Record, path: str, place: str) -> Article:
    outlet = record.outlet or record.source or record.site
    author = ", ".join(record.author) if isinstance(record.author, list) else record.author
    text = laid_out(record.title, record.text)
    metadata = Metadata(
        title=record.title,
        site=outlet,
        author=author,
        published=record.date or record.published,
        updated=record.updated,
        url=record.url,
    )
    # the line's number stays out of the id: the same records in another order are the same articles
    address = record.url or "#".join(part for part in (file_name(path), outlet) if part)
    return Article(
        id=article_id(address, text), text=text, path=place, url=record.url, metadata=metadata, extracted=True
    )
