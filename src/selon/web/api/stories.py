"""A story: its dossier, whole or by parts."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from selon.dossier import Dossier
from selon.dossier.contract import ActorEntry, ArticleEntry, ClaimEntry, StatementEntry
from selon.model import Certainty, ClaimStatus, Form, Interval, Stance
from selon.web.answers import USUAL, answer, portion, tag_of
from selon.web.api.asked import Asked, Ident, Limit, Offset, Since, StoryName
from selon.web.describing import returns
from selon.web.objects import Changed, HeardActor, ReadArticle, ToldClaim
from selon.web.views import changed, heard_actor, read_article, told_claim

router = APIRouter(prefix="/stories/{story}", tags=["stories"], default_response_class=Response)


@router.get("", summary="The dossier of a story", **returns(Dossier, 404))
def dossier(request: Request, desk: Asked, story: StoryName) -> Response:
    """Return what is known, claimed, contested and changed: the object of `selon dossier --format json`."""
    tag = tag_of(request, desk.version())
    return answer(desk.story(story).dossier, tag=tag)


@router.get("/articles", summary="The articles of a story", **returns(list[ArticleEntry], 404))
def articles(request: Request, desk: Asked, story: StoryName, limit: Limit = USUAL, offset: Offset = 0) -> Response:
    """Return its articles with their texts, by date."""
    tag = tag_of(request, desk.version())
    found = desk.story(story).dossier.articles
    return portion(request, found[offset : offset + limit], len(found), limit, offset, tag)


@router.get("/articles/{article}", summary="An annotated article", **returns(ReadArticle, 404))
def article(request: Request, desk: Asked, story: StoryName, article: Ident) -> Response:
    """Return an article with its statements and figures."""
    tag = tag_of(request, desk.version())
    return answer(read_article(desk.story(story), article), tag=tag)


@router.get("/actors", summary="The actors of a story", **returns(list[ActorEntry], 404))
def actors(request: Request, desk: Asked, story: StoryName, limit: Limit = USUAL, offset: Offset = 0) -> Response:
    """Return all who speak, relay or are spoken for, by name."""
    tag = tag_of(request, desk.version())
    found = desk.story(story).dossier.actors
    return portion(request, found[offset : offset + limit], len(found), limit, offset, tag)


@router.get("/actors/{actor}", summary="An actor and everything it said", **returns(HeardActor, 404))
def actor(request: Request, desk: Asked, story: StoryName, actor: Ident) -> Response:
    """Return what an actor says in the story, and what a speaker of its names says in other stories."""
    tag = tag_of(request, desk.version())
    return answer(heard_actor(desk, desk.story(story), actor), tag=tag)


@router.get("/claims", summary="The claims of a story", **returns(list[ClaimEntry], 404))
def claims(
    request: Request,
    desk: Asked,
    story: StoryName,
    status: Annotated[ClaimStatus | None, Query(description="Claims of this status only.")] = None,
    limit: Limit = USUAL,
    offset: Offset = 0,
) -> Response:
    """Return its claims, those of most independent origins first."""
    tag = tag_of(request, desk.version())
    found = [c for c in desk.story(story).dossier.claims if status in {None, c.status}]
    return portion(request, found[offset : offset + limit], len(found), limit, offset, tag)


@router.get("/claims/{claim}", summary="A claim and all that is said of it", **returns(ToldClaim, 404))
def claim(request: Request, desk: Asked, story: StoryName, claim: Ident) -> Response:
    """Return a claim with its positions and origins, and all statements about it."""
    tag = tag_of(request, desk.version())
    return answer(told_claim(desk.story(story), claim), tag=tag)


@router.get("/statements", summary="The statements of a story", **returns(list[StatementEntry], 404))
def statements(
    *,
    request: Request,
    desk: Asked,
    story: StoryName,
    actor: Annotated[str | None, Query(description="Of this actor only: its id.")] = None,
    article: Annotated[str | None, Query(description="In this article only: its id.")] = None,
    claim: Annotated[str | None, Query(description="About this claim only: its id.")] = None,
    stance: Annotated[Stance | None, Query(description="Of this stance only.")] = None,
    form: Annotated[Form | None, Query(description="Of this form only.")] = None,
    certainty: Annotated[Certainty | None, Query(description="Of this certainty only.")] = None,
    since: Annotated[dt.date | None, Query(description="Said on this day or later.")] = None,
    until: Annotated[dt.date | None, Query(description="Said on this day or before.")] = None,
    limit: Limit = USUAL,
    offset: Offset = 0,
) -> Response:
    """Return its statements that fit all that is asked, in order of the articles."""
    tag = tag_of(request, desk.version())
    asked = {"actor": actor, "article": article, "claim": claim, "stance": stance, "form": form, "certainty": certainty}
    asked = {key: value for key, value in asked.items() if value is not None}
    found = [
        s
        for s in desk.story(story).dossier.statements
        if all(getattr(s, key) == value for key, value in asked.items()) and _within(s.when, since, until)
    ]
    return portion(request, found[offset : offset + limit], len(found), limit, offset, tag)


@router.get("/statements/{statement}", summary="A statement", **returns(StatementEntry, 404))
def statement(request: Request, desk: Asked, story: StoryName, statement: Ident) -> Response:
    """Return one statement."""
    tag = tag_of(request, desk.version())
    return answer(desk.story(story).statement(statement), tag=tag)


@router.get("/changes", summary="What is new since a day", **returns(Changed, 404))
def changes(request: Request, desk: Asked, story: StoryName, since: Since) -> Response:
    """Return articles, changes, statements and series that are new since a day."""
    tag = tag_of(request, desk.version())
    return answer(changed(desk.story(story), since), tag=tag)


def _within(when: Interval | None, since: dt.date | None, until: dt.date | None) -> bool:
    """Say whether days may lie between `since` and `until`; unknown ones lie nowhere when one of these is asked for."""
    if since is None and until is None:
        return True
    if when is None:
        return False
    late, early = when.high or when.low, when.low or when.high
    return (since is None or (late is not None and late >= since)) and (
        until is None or (early is not None and early <= until)
    )
