"""The single mistakes behind the scores, with their words, in the documents that have most of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from selon.evaluate.corpora import Attribution, Compared
from selon.evaluate.matching import same_source, statement_pairs
from selon.evaluate.scores import LOOSE
from selon.text import Span


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that was `missed`, is `spurious`, or was found with another `source`.

    `start` is where its content begins. `source`, `cue` and `content` are the words that the gold has for it (of a
    spurious one, those that were found), None where there are none; `instead` is the other source that was found.
    """

    kind: Literal["missed", "spurious", "source"]
    start: int
    source: str | None
    cue: str | None
    content: tuple[str, ...]
    instead: str | None = None


class Faulty(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its mistakes, in order of the text; `right` of the `found` and the `wanted` statements."""

    name: str
    right: int
    found: int
    wanted: int
    mistakes: tuple[Mistake, ...]


def worst(documents: Iterable[Compared], count: int) -> tuple[Faulty, ...]:
    """Return the `count` documents with most mistakes, most first; those without any are left out."""
    ranked = sorted(map(mistakes_of, documents), key=lambda document: (-len(document.mistakes), document.name))
    return tuple(document for document in ranked[:count] if document.mistakes)


def mistakes_of(document: Compared) -> Faulty:
    """Return what was missed, is spurious or has another source in one document."""
    gold, found = document.wanted.statements, document.found.statements
    pairs = statement_pairs(gold, found, LOOSE)
    met = {id(one) for pair in pairs for one in pair}
    mistakes = [_mistake("missed", said, document.text) for said in gold if id(said) not in met]
    mistakes += [_mistake("spurious", said, document.text) for said in found if id(said) not in met]
    elsewhere = [pair for pair in pairs if not same_source(*pair)]
    for wanted, got in elsewhere:
        shown = _mistake("source", wanted, document.text)
        mistakes.append(msgspec.structs.replace(shown, instead=_words(got.source, document.text)))
    return Faulty(
        name=document.name,
        right=len(pairs) - len(elsewhere),
        found=len(found),
        wanted=len(gold),
        mistakes=tuple(sorted(mistakes, key=lambda mistake: (mistake.start, mistake.kind))),
    )


def _mistake(kind: Literal["missed", "spurious", "source"], said: Attribution, text: str) -> Mistake:
    return Mistake(
        kind=kind,
        start=min(piece.start for piece in said.content),
        source=_words(said.source, text),
        cue=_words(said.cue, text),
        content=tuple(text[piece.start : piece.end] for piece in said.content),
    )


def _words(span: Span | None, text: str) -> str | None:
    return None if span is None else text[span.start : span.end]
