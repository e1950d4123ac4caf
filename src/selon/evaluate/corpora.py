"""Annotated corpora: a folder of gold files, a folder of texts, and what a reader found in each.

A gold file `NAME.json` goes with the text `NAME.txt`, which stands beside it, in the folder `GOLD-texts` next to
the folder of gold, or in the folder above. A name with a dot in it (`NAME.strings.json`) is no gold file.
Offsets are code points of the text as decoded, end exclusive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from selon.errors import FormatFault, InputError, MissingInput
from selon.model import Annotations, Article, Form, Number, Stance, decode
from selon.text import Span

Annotate = Callable[[Article], Annotations]


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared of a statement. What the gold does not say (None) is not held against anybody."""

    source: Span | None
    content: tuple[Span, ...]
    cue: Span | None = None
    form: Form | None = None
    stance: Stance | None = None
    speaker: str | None = None


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared of a figure. `giver` is None where the gold does not say who gives it."""

    span: Span
    low: Number | None
    high: Number | None
    giver: str | None = msgspec.field(default=None, name="source")


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The statements and figures of one text: as a person found them, or as a reader did."""

    statements: tuple[Attribution, ...] = ()
    figures: tuple[Quantity, ...] = ()


class Compared(NamedTuple):
    """A text of a corpus, what was `wanted` of it and what was `found`."""

    name: str
    text: str
    wanted: Document
    found: Document


def document_of(annotations: Annotations) -> Document:
    """Return what is compared of `annotations`."""
    said = (
        Attribution(source=s.source, content=s.content, cue=s.cue, form=s.form, stance=s.stance, speaker=s.speaker)
        for s in annotations.statements
    )
    counted = (Quantity(span=f.span, low=f.low, high=f.high, giver=f.speaker) for f in annotations.figures)
    return Document(statements=tuple(said), figures=tuple(counted))


def gold_files(folder: Path) -> list[Path]:
    """Return the gold files of `folder`, sorted. Raises MissingInput when there are none."""
    found = sorted(p for p in folder.glob("*.json") if "." not in p.stem)
    if not found:
        raise MissingInput(str(folder), "no gold files there", "Expected a folder of NAME.json files")
    return found


def load_gold(folder: Path) -> dict[str, Document]:
    """Return the gold documents by name. Raises FormatFault for one that is no gold file."""
    return {p.stem: decode(p.read_bytes(), Document, str(p)) for p in gold_files(folder)}


def texts_of(gold: Path) -> Path:
    """Return the folder where the texts of the gold files stand.

    Raises MissingInput when none of the places has the text of the first of them.
    """
    first = gold_files(gold)[0].stem
    home = gold.resolve()
    for folder in (gold, home.with_name(f"{home.name}-texts"), home.parent):
        if (folder / f"{first}.txt").is_file():
            return folder
    places = f"beside it, in {home.name}-texts or in the folder above; if they are elsewhere, name their folder"
    raise MissingInput(str(gold / f"{first}.json"), f"no {first}.txt found for it", f"Expected the texts {places}")


def read_corpus(gold: Path, texts: Path | None, annotate: Annotate) -> Iterator[Compared]:
    """Yield each text of a corpus with what was wanted and what `annotate` found, by name.

    `texts` is found by itself when it is None. A text that the reader refuses counts as one in which it found
    nothing. Raises MissingInput for a gold file without its text, FormatFault for a gold span that leaves the text.
    """
    from selon.read import read  # noqa: PLC0415 pages and their libraries, for whoever only scores

    home = texts or texts_of(gold)
    for name, wanted in load_gold(gold).items():
        path = home / f"{name}.txt"
        if not path.is_file():
            raise MissingInput(str(path), "no text for the gold file of that name", "Expected one .txt a gold file")
        (article,) = read([path])
        if isinstance(article, InputError):
            yield Compared(name, "", wanted, Document())
            continue
        _check_inside(wanted, len(article.text), str(gold / f"{name}.json"))
        yield Compared(name, article.text, wanted, document_of(annotate(article)))


def fingerprint(gold: Path, texts: Path) -> str:
    """Return a hash of the gold files and of their texts: it changes with any of their bytes."""
    hashed = hashlib.blake2b(digest_size=16)
    for path in gold_files(gold):
        for part in (path.stem.encode(), path.read_bytes(), (texts / f"{path.stem}.txt").read_bytes()):
            hashed.update(len(part).to_bytes(8, "big"))
            hashed.update(part)
    return hashed.hexdigest()


def _check_inside(document: Document, length: int, place: str) -> None:
    spans = [s for a in document.statements for s in (a.source, a.cue, *a.content)] + [f.span for f in document.figures]
    for span in spans:
        if span is not None and span.end > length:
            reason = f"the span [{span.start}, {span.end}] leaves the text"
            raise FormatFault(place, reason, f"Expected spans inside its {length} characters")
