"""The documented object: what `selon dossier --format json` prints, and what every page and export is made from.

Ids are strings. Spans are `[start, end]` in code points of an article's `text`, end exclusive. Days are
`{"low", "high"}` in ISO 8601, both included, null on a side that can't be known.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from selon.dossier.contract.findings import (
    ChangeEntry,
    ChangeSide,
    CheckEntry,
    ClaimEntry,
    EdgeDoubt,
    EdgeEntry,
    EdgeKind,
    OriginEntry,
    PositionEntry,
    QuotationEntry,
    SeriesEntry,
)
from selon.dossier.contract.statements import (
    ActorEntry,
    BondEntry,
    CorrectionEntry,
    FigureEntry,
    ReadingEntry,
    StatementEntry,
    TimelineEntry,
)
from selon.dossier.contract.story import (
    ArticleEntry,
    BlockEntry,
    ClueEntry,
    CopyEntry,
    CopyOf,
    CreditEntry,
    EpisodeEntry,
    PassageEntry,
    RevisionEntry,
    StoryEntry,
    WindowEntry,
)

__all__ = [
    "ActorEntry",
    "ArticleEntry",
    "BlockEntry",
    "BondEntry",
    "ChangeEntry",
    "ChangeSide",
    "CheckEntry",
    "ClaimEntry",
    "ClueEntry",
    "CopyEntry",
    "CopyOf",
    "CorrectionEntry",
    "CreditEntry",
    "Dossier",
    "EdgeDoubt",
    "EdgeEntry",
    "EdgeKind",
    "EpisodeEntry",
    "FigureEntry",
    "OriginEntry",
    "PassageEntry",
    "PositionEntry",
    "QuotationEntry",
    "ReadingEntry",
    "RevisionEntry",
    "SeriesEntry",
    "StatementEntry",
    "StoryEntry",
    "TimelineEntry",
    "WindowEntry",
]


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a story: what is known, what is claimed, what is contested, what changed."""

    schema: Annotated[Literal["selon-dossier/1"], Meta(description="Name and version of this format.")]
    language: Annotated[str, Meta(description="Language of the articles (ISO 639-1).")]
    story: Annotated[StoryEntry, Meta(description="The run of events.")]
    articles: Annotated[tuple[ArticleEntry, ...], Meta(description="Its articles, by date then id.")]
    actors: Annotated[tuple[ActorEntry, ...], Meta(description="All who speak, relay or are spoken for, by name.")]
    statements: Annotated[tuple[StatementEntry, ...], Meta(description="All statements, in order of the articles.")]
    claims: Annotated[tuple[ClaimEntry, ...], Meta(description="All claims: most independent origins first.")]
    changes: Annotated[tuple[ChangeEntry, ...], Meta(description="Positions and figures that moved, newest first.")]
    figures: Annotated[tuple[FigureEntry, ...], Meta(description="All figures, in order of the articles.")]
    series: Annotated[tuple[SeriesEntry, ...], Meta(description="Series of figures, most figures first.")]
    checks: Annotated[tuple[CheckEntry, ...], Meta(description="Checks: those that fail first.")]
    quotations: Annotated[tuple[QuotationEntry, ...], Meta(description="Utterances found in several versions.")]
    copies: Annotated[tuple[CopyEntry, ...], Meta(description="Articles that repeat one another.")]
    timeline: Annotated[tuple[TimelineEntry, ...], Meta(description="What was said, day by day.")]
