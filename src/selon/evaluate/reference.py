"""The ledger of a big story as a reader draws it (`evaluation/gilets-jaunes`): its articles, figures and series."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from selon.errors import MissingInput
from selon.model import Article, Interval, Number
from selon.read import read
from selon.text import Span


class Read(msgspec.Struct, frozen=True):
    """An article that was read: a record of a corpus, by its file and line (from 0)."""

    id: str
    file: str
    line: int
    sha256: str
    written: dt.date


class Labelled(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a reader: where it stands in the record's text, its bounds, day, giver (None: the article)."""

    id: str
    article: str
    span: Span
    low: Number | None
    high: Number | None
    giver: str | None
    named: str | None
    counted: str
    place: str
    day: dt.date | None = None
    from_: dt.date | None = msgspec.field(name="from", default=None)
    to: dt.date | None = None

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day that it is about."""
        return (self.day, self.day) if self.day else (self.from_, self.to)


class LabelledPoint(msgspec.Struct, frozen=True):
    """One value for one time in a series, and the figures that give it."""

    figures: tuple[str, ...]


class LabelledSeries(msgspec.Struct, frozen=True):
    """The figures of one thing counted in one place by one giver."""

    id: str
    points: tuple[LabelledPoint, ...]


class LabelledPosition(msgspec.Struct, frozen=True):
    """A statement of what somebody (`actor`, for `body`) holds about a measure, and when it was said."""

    id: str
    article: str
    content: tuple[Span, ...]
    actor: str
    body: str
    measure: str
    said: Interval


class LabelledChange(msgspec.Struct, frozen=True):
    """A change of position: the positions that tell what was held before it, and after."""

    measure: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Reference(msgspec.Struct, frozen=True):
    """The files of a reference ledger."""

    articles: tuple[Read, ...]
    figures: tuple[Labelled, ...]
    series: tuple[LabelledSeries, ...]
    positions: tuple[LabelledPosition, ...] = ()
    changes: tuple[LabelledChange, ...] = ()


def load_reference(folder: Path) -> Reference:
    """Return the reference in `folder`. Raises MissingInput for a file that is not there."""
    return Reference(
        articles=tuple(msgspec.json.Decoder(Read).decode_lines(_bytes(folder / "articles.jsonl"))),
        figures=tuple(
            figure
            for name in ("turnout", "tolls")
            for figure in msgspec.json.Decoder(Labelled).decode_lines(_bytes(folder / f"{name}.jsonl"))
        ),
        series=tuple(msgspec.json.Decoder(LabelledSeries).decode_lines(_bytes(folder / "series.jsonl"))),
        positions=tuple(msgspec.json.Decoder(LabelledPosition).decode_lines(_bytes(folder / "positions.jsonl"))),
        changes=tuple(msgspec.json.Decoder(LabelledChange).decode_lines(_bytes(folder / "changes.jsonl"))),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingInput(str(path), "no such file", "Expected a folder like evaluation/gilets-jaunes") from error


class Moved(NamedTuple):
    """Where the characters of a record's text stand in its article, which is laid out anew: all but white space."""

    own: tuple[int, ...]
    there: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Return where a span of the record's text stands in the article."""
        first, last = bisect_left(self.own, span.start), bisect_left(self.own, span.end) - 1
        return Span(self.there[first], self.there[last] + 1)


def moved(text: str, laid_out: str) -> Moved | None:
    """Return where a record's text stands at the end of its article's, None when it does not."""
    own = tuple(i for i, c in enumerate(text) if not c.isspace())
    there = tuple(i for i, c in enumerate(laid_out) if not c.isspace())[-len(own) :]
    same = [text[i] for i in own] == [laid_out[i] for i in there]
    return Moved(own, there) if own and same else None


def articles_of(wanted: Sequence[Read], corpora: Path) -> Iterator[tuple[Read, Article, Moved]]:
    """Yield the articles that were read, and where the characters of the records' texts stand in theirs.

    Records whose text is not the one that was read are left out. Raises MissingInput when a corpus is not there.
    """
    for file in sorted({one.file for one in wanted}):
        path = corpora / file
        if not path.is_file():
            raise MissingInput(str(path), "no such file", "Set SELON_SHARED to the folder that holds corpora/")
        lines = path.read_bytes().split(b"\n")
        known = {one.line: one for one in wanted if one.file == file}
        for article in read([path]):
            line = int((article.path or ":0").rpartition(":")[2]) - 1 if isinstance(article, Article) else -1
            if line in known and isinstance(article, Article):
                text = str(msgspec.json.decode(lines[line])["text"]).strip()
                at = moved(text, article.text)
                if at is not None and hashlib.sha256(text.encode()).hexdigest() == known[line].sha256:
                    yield known[line], article, at
