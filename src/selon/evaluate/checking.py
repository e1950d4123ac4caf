"""Checking an annotated corpus before anything is measured on it: all its faults at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selon.errors import FormatFault
from selon.evaluate.corpora import Attribution, Document, gold_files, texts_of
from selon.model import decode
from selon.text import Span


def faults(gold: Path, texts: Path | None = None) -> list[str]:
    """Return a line for every fault of the corpus in `gold`: its file, the place in it, what is wrong.

    A text without annotations, annotations without a text, a span that leaves the text or begins or ends with
    white space, pieces out of order, a label that is missing. Raises MissingInput when nothing is there.
    """
    home = texts or texts_of(gold)
    names = {path.stem for path in gold_files(gold)}
    alone = sorted(path.name for path in home.glob("*.txt") if path.stem not in names)
    found = [f"{name}: a text without annotations; write {Path(name).stem}.json" for name in alone]
    for path in gold_files(gold):
        found += [f"{path.name}: {fault}" for fault in _faults_of(path, home / f"{path.stem}.txt")]
    return found


def _faults_of(path: Path, text: Path) -> Iterator[str]:
    if not text.is_file():
        yield f"no text; expected {text.name}"
        return
    try:
        document = decode(path.read_bytes(), Document, path.name)
    except FormatFault as error:
        yield error.reason
        return
    words = text.read_text(encoding="utf-8")
    for index, said in enumerate(document.statements):
        yield from (f"statement {index}: {fault}" for fault in _in_statement(said, words))
    for index, figure in enumerate(document.figures):
        yield from (f"figure {index}: {fault}" for fault in _in_span("span", figure.span, words))


def _in_statement(said: Attribution, text: str) -> Iterator[str]:
    if not said.content:
        yield "no content"
    for key in ("form", "stance", "speaker"):
        if getattr(said, key) is None:
            yield f"no {key}"
    for name, span in (("source", said.source), ("cue", said.cue), *(("content", piece) for piece in said.content)):
        if span is not None:
            yield from _in_span(name, span, text)
    if any(one.end > other.start for one, other in zip(said.content, said.content[1:], strict=False)):
        yield "pieces of content overlap or are out of order"


def _in_span(name: str, span: Span, text: str) -> Iterator[str]:
    if span.end > len(text):
        yield f"{name} [{span.start}, {span.end}] leaves the text of {len(text)} characters"
    elif (words := text[span.start : span.end]) != words.strip():
        yield f"{name} [{span.start}, {span.end}] begins or ends with white space: {words!r}"
