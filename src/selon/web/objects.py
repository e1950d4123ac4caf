"""What the API says beside the objects of the dossier."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta

from selon.dossier.contract import (
    ActorEntry,
    ArticleEntry,
    ChangeEntry,
    ClaimEntry,
    FigureEntry,
    SeriesEntry,
    StatementEntry,
)
from selon.ingest import Edit
from selon.model import CopyKind, Correctable, CorrectionKind
from selon.store import SaidLine


class About(msgspec.Struct, frozen=True, kw_only=True):
    """The desk."""

    selon: Annotated[str, Meta(description="Version of Selon.")]
    read_only: Annotated[bool, Meta(description="True when nothing can be changed here.")]
    fetch: Annotated[bool, Meta(description="True when articles can be added from addresses.")]
    stories: Annotated[int, Meta(description="Number of stories in the ledger.", ge=0)]
    articles: Annotated[int, Meta(description="Number of articles in the ledger.", ge=0)]


class ReadArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article with what was read in it. Spans are code points of its text, end exclusive."""

    story: Annotated[str, Meta(description="Id of its story.")]
    article: Annotated[ArticleEntry, Meta(description="The article.")]
    statements: Annotated[tuple[StatementEntry, ...], Meta(description="Its statements, in order.")]
    figures: Annotated[tuple[FigureEntry, ...], Meta(description="Its figures, in order.")]


class HeardActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor and everything that it said."""

    story: Annotated[str, Meta(description="Id of the story in which it was looked for.")]
    actor: Annotated[ActorEntry, Meta(description="The actor.")]
    voices: Annotated[tuple[str, ...], Meta(description="Ids of the actors who speak for it.")]
    statements: Annotated[tuple[StatementEntry, ...], Meta(description="What it says in the story.")]
    figures: Annotated[tuple[FigureEntry, ...], Meta(description="The figures that it gives there.")]
    elsewhere: Annotated[
        tuple[SaidLine, ...],
        Meta(description="What a speaker of one of its names says in other stories, 200 at most. Who is who is "
        "told inside one story: a namesake may be among them."),
    ]  # fmt: skip


class ToldClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with all that is said of it."""

    story: Annotated[str, Meta(description="Id of its story.")]
    claim: Annotated[ClaimEntry, Meta(description="The claim.")]
    statements: Annotated[tuple[StatementEntry, ...], Meta(description="All statements about it.")]
    actors: Annotated[tuple[ActorEntry, ...], Meta(description="All who speak, relay or are spoken for in them.")]


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """What is new in a story since a day: that day's own news are in it."""

    since: Annotated[dt.date, Meta(description="The day.")]
    articles: Annotated[tuple[ArticleEntry, ...], Meta(description="Articles published since, or undated.")]
    changes: Annotated[tuple[ChangeEntry, ...], Meta(description="Positions and figures that moved since.")]
    statements: Annotated[tuple[StatementEntry, ...], Meta(description="What was said since.")]
    series: Annotated[tuple[SeriesEntry, ...], Meta(description="Series with a figure given since.")]


class NewCorrection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A correction to be kept.

    `merge`: `names` are actors or claims of `story`, or stories, that are one, the one whose name is kept first.
    `split`: the actor of `story`, or the story, named in `names`, is another one in `articles`; the claim is another
    one in `statements`. Of statements: `change` and `reject` are of `statement`, `add` is of the one article in
    `articles`; `edit` says how a statement is to be read. Of copies: the first of two `articles` is a copy of the
    second (`add`, of the kind `copy`), or it is none (`reject`).
    """

    of: Annotated[Correctable, Meta(description="What is corrected.")]
    kind: Annotated[CorrectionKind, Meta(description="What is said of it.")]
    story: Annotated[str, Meta(description="The story of the actors or claims: id, start of id, name or title.")] = ""
    names: Annotated[tuple[str, ...], Meta(description="Names, ids or starts of ids.", max_length=100)] = ()
    articles: Annotated[tuple[str, ...], Meta(description="Ids of articles or their starts.", max_length=1000)] = ()
    statement: Annotated[str, Meta(description="Id of a statement.")] = ""
    statements: Annotated[tuple[str, ...], Meta(description="Ids of statements.", max_length=1000)] = ()
    copy: Annotated[CopyKind, Meta(description="How the texts of a copy relate.")] = "near_duplicate"
    edit: Annotated[Edit, Meta(description="How it is to be read; what is left out stays as it was read.")] = Edit()
    who: Annotated[str, Meta(description="Who says so.", min_length=1, max_length=200)]
    why: Annotated[str, Meta(description="Why.", max_length=2000)] = ""


class NewArticle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article to be added: its text, or, where the desk lets it, the address of its page."""

    text: Annotated[str | None, Meta(description="The text of the article, title first.")] = None
    name: Annotated[str, Meta(description="The name of its file; the article's id is made of it.")] = "article.txt"
    url: Annotated[str | None, Meta(description="The address of its page.")] = None
    story: Annotated[str | None, Meta(description="A story, by name, to put it into.")] = None
