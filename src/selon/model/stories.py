"""Stories, episodes and copies: which articles belong together."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from selon.model.articles import Interval
from selon.text import Span

CopyKind = Literal["identical", "near_duplicate", "excerpt", "rewrite", "translation", "update"]

RevisionKind = Literal["added", "removed", "changed"]


class Passage(msgspec.Struct, frozen=True, order=True):
    """Spans of one article: the address that every line of a dossier leads back to."""

    article: str
    spans: tuple[Span, ...]


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that the later version of an article adds, removes or changes.

    `before` is where it stands in the earlier version, `after` where in the later one. `figures` says that numbers
    changed, came or went with it, `statements` that it reports what somebody says.
    """

    kind: RevisionKind
    before: Span | None
    after: Span | None
    figures: bool = False
    statements: bool = False


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """`article` is a copy of the article `of`.

    `overlap` is the share of its own words, those outside quotation marks, that stand in `of` in runs of six or more.
    `directed` is False when nothing tells which of the two came first. `agency` is whom both credit: then `article`
    came out later, and has the text from there. `evidence` holds the passages of `article` that stand in `of` too;
    of a rewrite, sentences that have their counterpart there. `revisions` are those of an update, changed figures
    first, then changed statements, then the rest.
    """

    article: str
    of: str
    kind: CopyKind
    overlap: float
    directed: bool = True
    agency: str | None = None
    evidence: tuple[Span, ...] = ()
    revisions: tuple[Revision, ...] = ()


class Episode(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a story around one event, titled by words of one of its articles."""

    title: Passage | None
    days: Interval
    articles: tuple[str, ...]


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Articles about the same run of events, by date then id; titled by words of one of them."""

    id: str
    title: Passage | None
    articles: tuple[str, ...]
    episodes: tuple[Episode, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
