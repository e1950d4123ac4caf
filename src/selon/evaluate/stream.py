"""The stream on which stories are measured: the seeds, the texts of gold/dev, the sample and all of the corpora."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from selon.errors import InputError
from selon.lexicon import Lexicon
from selon.model import Annotations, Article

SEEDS, DEV, SAMPLE = "seeds", "gold/dev-texts", "sample"
BIG = ("gilets-jaunes-quebec.jsonl", "gilets-jaunes-algerie.jsonl")
"""The corpora that hold the big story, each line with a `set`: `story` or `other`."""


class Streamed(NamedTuple):
    """A cleaned article of the stream, and where it is from: a folder or a file, and its line counted from 0."""

    corpus: str
    line: int
    article: Article


def stream(shared: Path, sample: Path, lexicon: Lexicon) -> Iterator[Streamed]:
    """Yield the articles of the stream, cleaned. Those without a text are left out.

    `shared` is the folder that holds `corpora`, `sample` that of the sample story.
    """
    from selon.clean import clean  # noqa: PLC0415 loads what the rest of the package does without

    for corpus, line, item in _read(shared, sample):
        if isinstance(item, Article):
            yield Streamed(corpus, line, clean(item, lexicon))


def _read(shared: Path, sample: Path) -> Iterator[tuple[str, int, Article | InputError]]:
    from selon.read import from_text, read  # noqa: PLC0415

    for name in (SEEDS, DEV):
        yield from ((name, 0, item) for item in read(sorted((shared / name).glob("*.txt"))))
    texts = [path for path in sorted(sample.iterdir()) if path.suffix in {".txt", ".html"}]
    yield from ((SAMPLE, 0, item) for item in read(texts))
    for name in BIG:
        for line, item in enumerate(read([shared / "corpora" / name])):
            yield name, line, item
    for path in sorted((shared / "corpora").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as rows:
            for line, row in enumerate(csv.DictReader(rows, delimiter="\t")):
                yield path.name, line, from_text(f"{row['headline']}\n\n{row['text']}", f"{path.stem}-{line}.txt")


def dated(article: Article, lexicon: Lexicon) -> Annotations:
    """Return annotations that hold the expressions of time alone, as annotating finds them."""
    from selon.dates import find_dates  # noqa: PLC0415

    text, offsets = article.reading()
    found = find_dates(text, lexicon, article.published.interval if article.published else None)
    return Annotations(
        path=article.path,
        article=article.id,
        language=article.language,
        characters=len(article.text),
        dates=tuple(msgspec.structs.replace(m, span=offsets.to_received(m.span)) for m in found),
        published=article.published,
    )
