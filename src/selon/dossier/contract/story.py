"""The story and its articles, as a dossier says them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

from selon.model import BlockKind, CopyKind, Interval, RevisionKind
from selon.model.articles import DateBasis
from selon.text import Span

ArticleId = Annotated[str, Meta(description="Id of an article of this dossier.")]


INFERRED: frozenset[DateBasis] = frozenset({"deduced", "linked"})
"""Kinds of evidence that give a day by inference only."""


class PassageEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Words of an article and where they stand. Offsets are code points of the article's text, end exclusive."""

    article: ArticleId
    span: Annotated[Span, Meta(description="From the first to the last character of the passage.")]
    spans: Annotated[tuple[Span, ...], Meta(description="The passage itself: several spans when words are left out.")]
    text: Annotated[str, Meta(description="The exact words; ` […] ` stands where words are left out.")]


class EpisodeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the story around one event."""

    title: Annotated[str, Meta(description="Words of one of its articles; empty when none fits.")]
    passage: Annotated[PassageEntry | None, Meta(description="Where the title's words stand.")]
    first: Annotated[dt.date | None, Meta(description="First day of the episode.")]
    last: Annotated[dt.date | None, Meta(description="Last day of the episode.")]
    articles: Annotated[tuple[str, ...], Meta(description="Ids of its articles, by date.")]


class WindowEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The days chosen, when a dossier is not of the whole story: articles that may have appeared on them."""

    since: Annotated[dt.date | None, Meta(description="First day chosen; null: from the beginning.")]
    until: Annotated[dt.date | None, Meta(description="Last day chosen; null: to the end.")]
    left_out: Annotated[int, Meta(description="Articles of the story that are left out.", ge=0)]
    undated: Annotated[int, Meta(description="Those among them that nothing dates.", ge=0)]


class StoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The run of events that the articles are about."""

    id: Annotated[str, Meta(description="Id of the story.")]
    title: Annotated[str, Meta(description="Words of one of its articles; empty when none fits.")]
    passage: Annotated[PassageEntry | None, Meta(description="Where the title's words stand.")]
    first: Annotated[dt.date | None, Meta(description="First day on which an article may have been published.")]
    last: Annotated[dt.date | None, Meta(description="Last day on which an article may have been published.")]
    episodes: Annotated[tuple[EpisodeEntry, ...], Meta(description="Its episodes, in order.")]
    window: Annotated[WindowEntry | None, Meta(description="The days chosen; null for the whole story.")] = None


class CreditEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An agency or outlet that an article credits."""

    name: Annotated[str, Meta(description="Name of the agency or outlet.")]
    span: Annotated[Span | None, Meta(description="Where the article credits it, null outside its text.")]


class BlockEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph-like stretch of an article's text."""

    span: Annotated[Span, Meta(description="The stretch; blocks are in order and disjoint.")]
    kind: Annotated[BlockKind, Meta(description="What it is; `furniture` belongs to the page, not to the article.")]


class CopyOf(msgspec.Struct, frozen=True, kw_only=True):
    """Which article another one copies."""

    article: ArticleId
    kind: Annotated[CopyKind, Meta(description="How the two texts relate.")]
    evidence: Annotated[tuple[Span, ...], Meta(description="Passages of the copy that stand in the other too.")]


class ClueEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence that an article was published on other days."""

    basis: Annotated[DateBasis, Meta(description="Kind of evidence.")]
    low: Annotated[dt.date | None, Meta(description="First day that it gives; null for a day that no calendar has.")]
    high: Annotated[dt.date | None, Meta(description="Last day that it gives.")]
    evidence: Annotated[tuple[Span, ...], Meta(description="Where it stands; empty outside the text.")]


class ArticleEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One published text, what it says of itself, and its words."""

    id: Annotated[str, Meta(description="Id of the article.")]
    label: Annotated[str, Meta(description="Short name for references: the file's stem, else the id.")]
    path: Annotated[str | None, Meta(description="File that it was read from.")]
    url: Annotated[str | None, Meta(description="Address of the page.")]
    title: Annotated[str, Meta(description="Words of its title; empty when the text has none.")]
    title_span: Annotated[Span | None, Meta(description="Where its title stands.")]
    outlet: Annotated[str | None, Meta(description="Who published it, as the text or the page names it.")]
    outlet_evidence: Annotated[Span | None, Meta(description="Where the text names the outlet.")]
    byline: Annotated[Span | None, Meta(description="Where it names its authors.")]
    language: Annotated[str, Meta(description="Language of its text (ISO 639-1).")]
    published: Annotated[Interval | None, Meta(description="Day of publication, or the days it may be.")]
    published_evidence: Annotated[tuple[Span, ...], Meta(description="Passages that date it.")]
    published_by: Annotated[tuple[PassageEntry, ...], Meta(description="Passages of other articles that date it.")]
    published_basis: Annotated[DateBasis | None, Meta(description="Kind of evidence for the date.")]
    published_against: Annotated[
        tuple[ClueEntry, ...], Meta(description="What speaks for other days of publication.")
    ] = ()
    updated: Annotated[Interval | None, Meta(description="Day of its last update.")]
    credits: Annotated[tuple[CreditEntry, ...], Meta(description="Agencies and outlets that it credits.")]
    words: Annotated[int, Meta(description="Number of words of the article proper, furniture left out.")]
    copy_of: Annotated[CopyOf | None, Meta(description="The article of this dossier that it copies, if any.")]
    blocks: Annotated[tuple[BlockEntry, ...], Meta(description="Its title, paragraphs, captions and furniture.")]
    text: Annotated[str, Meta(description="Its text as received: all spans count in it.")]


class RevisionEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that the later version of an article adds, removes or changes."""

    kind: Annotated[RevisionKind, Meta(description="What became of it.")]
    before: Annotated[Span | None, Meta(description="Where it stands in `of`, null when it was added.")]
    after: Annotated[Span | None, Meta(description="Where it stands in `article`, null when it was removed.")]
    figures: Annotated[bool, Meta(description="True when numbers changed, came or went with it.")]
    statements: Annotated[bool, Meta(description="True when it reports what somebody says.")]


class CopyEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Two articles, one of which repeats the other."""

    article: ArticleId
    of: ArticleId
    kind: Annotated[CopyKind, Meta(description="How the two texts relate.")]
    overlap: Annotated[float, Meta(description="Share of its own words found in the other, from 0 to 1.")]
    directed: Annotated[bool, Meta(description="False when nothing tells which of the two came first.")]
    agency: Annotated[str | None, Meta(description="Whom both credit: they have the text from there.")]
    evidence: Annotated[tuple[Span, ...], Meta(description="Passages of `article` that stand in `of` too.")]
    revisions: Annotated[tuple[RevisionEntry, ...], Meta(description="What an update changed, changed figures first.")]
