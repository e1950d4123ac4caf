"""Articles: one published text and what it says of itself (schema.org NewsArticle)."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from selon.text import OffsetMap, Span, keep, merged

BlockKind = Literal["title", "lead", "heading", "paragraph", "caption", "byline", "furniture"]
DateBasis = Literal["explicit", "header", "weekday", "metadata", "address", "deduced", "linked"]


class Interval(msgspec.Struct, frozen=True, order=True):
    """Days from `low` to `high`, both included. None leaves that side open: what can't be known stays unknown."""

    low: dt.date | None = None
    high: dt.date | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.high < self.low:
            msg = f"expected low <= high, got {self.low} and {self.high}"
            raise ValueError(msg)


class Clue(msgspec.Struct, frozen=True):
    """Evidence that contradicts a dating: its kind, the days it gives (none for a day that does not exist), where."""

    basis: DateBasis
    low: dt.date | None
    high: dt.date | None
    evidence: tuple[Span, ...] = ()


class Dating(msgspec.Struct, frozen=True):
    """When an article was published or updated, and the passages of its text that say so.

    `basis` tells the kind of evidence: an `explicit` date, a `header` such as `date 2024-10`, a `weekday`
    with a date, page `metadata`, the `address`, `deduced` from other dates, or `linked` to other articles.
    `evidence` is empty when the evidence stands outside the text. `against` is the evidence that says otherwise.
    """

    low: dt.date | None
    high: dt.date | None
    basis: DateBasis
    evidence: tuple[Span, ...] = ()
    against: tuple[Clue, ...] = ()

    @property
    def interval(self) -> Interval:
        """The days, without the evidence."""
        return Interval(self.low, self.high)


class Block(msgspec.Struct, frozen=True):
    """A paragraph-like stretch of an article's text and what it is. Blocks are in order and disjoint."""

    span: Span
    kind: BlockKind


class Credit(msgspec.Struct, frozen=True):
    """An agency or outlet that the text credits, and where it does."""

    name: str
    span: Span | None = None


class Metadata(msgspec.Struct, frozen=True):
    """What the input said beside the text: the head of a page, the fields of a JSON record."""

    title: str | None = None
    site: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One published text.

    `text` is the text as received, unchanged; every span of the article counts in it. For a plain file it is
    the file as decoded; for a page or a record it is the text taken out of it, title first (`extracted`).
    `blocks` cover all of its words once it has been cleaned; before that they are empty.
    """

    id: str
    text: str
    path: str | None = None
    url: str | None = None
    language: str = "fr"
    extracted: bool = False
    metadata: Metadata = Metadata()
    title: Span | None = None
    outlet: str | None = None
    outlet_evidence: Span | None = None
    byline: Span | None = None
    credits: tuple[Credit, ...] = ()
    published: Dating | None = None
    updated: Dating | None = None
    blocks: tuple[Block, ...] = ()

    @property
    def furniture(self) -> tuple[Span, ...]:
        """What belongs to the page and not to the article: navigation, sharing, newsletter, repeated titles."""
        return merged(b.span for b in self.blocks if b.kind == "furniture")

    @property
    def label(self) -> str:
        """A short name for references: the file's stem with the line of a record (`pages:12`), else the id."""
        name = (self.path or self.id).replace("\\", "/").rsplit("/", 1)[-1]
        stem, dot, ending = name.rpartition(".")
        _, colon, line = ending.partition(":")
        return stem + colon + line if dot and stem else name

    def reading(self) -> tuple[str, OffsetMap]:
        """Return the article's own words, one block a paragraph, with the map back to `text`.

        Furniture is left out. An article that was not cleaned reads as its whole text.
        """
        kept = [b.span for b in self.blocks if b.kind != "furniture"]
        if not self.blocks and self.text:
            kept = [Span(0, len(self.text))]
        return keep(self.text, kept)
