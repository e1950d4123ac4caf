"""Which reader for which file, and one item for every article or fault, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path, PurePath

from selon.errors import InputError, MissingInput
from selon.model import Article
from selon.read.decoding import page_text_of, refuse_foreign, refuse_oversize, text_of
from selon.read.page import from_page, is_page
from selon.read.plain import from_text
from selon.read.records import from_records, records_of

DEFAULT_LIMIT = 5_000_000  # bytes of one article
_PLAIN = (".txt",)
_PAGES = (".html", ".htm")
_RECORDS = (".jsonl",)
_ACCEPTED = "Expected a .txt, .html or .jsonl file, or a folder of them"


def read(paths: Iterable[Path], limit: int = DEFAULT_LIMIT) -> Iterator[Article | InputError]:
    """Yield the articles of `paths` in order, not cleaned yet; for an input that can't be read, its InputError.

    A folder stands for its own .txt, .html, .htm and .jsonl files, sorted by name. `limit` is in bytes, for
    one article: a text, a page, a line of records. Nothing is raised, so that one bad input does not stop the
    others, and only one article is held in memory at a time.
    """
    for path in paths:
        try:
            for file in _files(Path(path)):
                yield from _articles(file, limit)
        except InputError as error:
            yield error


def read_data(name: str, data: bytes, limit: int = DEFAULT_LIMIT) -> Iterator[Article | InputError]:
    """Yield the articles of a file that came as bytes, in order, as `read` does; `name` is the file's, with its ending.

    Nothing is raised.
    """
    try:
        if name.lower().endswith(_RECORDS):
            yield from records_of(BytesIO(data), name, limit)
        else:
            yield _article_of(data, name, limit)
    except InputError as error:
        yield error


def _files(path: Path) -> list[Path]:
    """Return the path itself, or what a folder holds. Raises MissingInput."""
    try:
        if not path.is_dir():
            return [path]
        known = {*_PLAIN, *_PAGES, *_RECORDS}
        found = sorted(p for p in path.iterdir() if p.suffix.lower() in known and p.is_file())
    except (OSError, ValueError) as error:
        raise MissingInput(str(path), f"can't be opened ({error})", _ACCEPTED) from error
    if not found:
        raise MissingInput(str(path), "a folder without any .txt, .html or .jsonl file", _ACCEPTED)
    return found


def _articles(path: Path, limit: int) -> Iterator[Article | InputError]:
    try:
        if not path.is_file():
            reason = "not a file" if path.exists() else "no such file"
            raise MissingInput(str(path), reason, _ACCEPTED)
        if path.suffix.lower() in _RECORDS:
            yield from from_records(path, limit)
        else:
            yield _article(path, limit)
    except InputError as error:
        yield error
    except (OSError, ValueError) as error:  # ValueError: a path with a zero character
        yield MissingInput(str(path), f"can't be opened ({error})", _ACCEPTED)


def _article(path: Path, limit: int) -> Article:
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    return _article_of(data, str(path), limit)


def _article_of(data: bytes, place: str, limit: int) -> Article:
    refuse_oversize(len(data), limit, place)
    suffix = PurePath(place).suffix.lower()
    if suffix in _PAGES or (suffix not in _PLAIN and is_page(data[:2000].decode("utf-8", "replace"))):
        article = from_page(page_text_of(data, place), place)
    else:
        article = from_text(text_of(data, place), place)
    refuse_foreign(article.text, place)
    return article
