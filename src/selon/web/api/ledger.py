"""The ledger as a whole: what it holds, who speaks in it, and the description of the API."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import JSONResponse

from selon.store import ArticleLine, SpeakerLine, StoryLine
from selon.web.answers import USUAL, answer, portion, tag_of
from selon.web.api.asked import Asked, Limit, Offset
from selon.web.describing import describe, returns
from selon.web.objects import About

router = APIRouter(tags=["ledger"], default_response_class=Response)


@router.get("/openapi.json", include_in_schema=False)
def openapi(request: Request) -> Any:
    """Return the description of the API."""
    return JSONResponse(describe(request.app))


@router.get("/about", summary="What the desk holds and lets do", **returns(About))
def about(request: Request, desk: Asked) -> Response:
    """Return the version of Selon, number of stories and articles, and whether anything can be changed."""
    tag = tag_of(request, desk.version())
    told = About(
        selon=version("selon"),
        read_only=desk.settings.read_only,
        fetch=desk.settings.fetch,
        stories=desk.ledger.story_lines(1)[0],
        articles=desk.ledger.article_lines(1)[0],
    )
    return answer(told, tag=tag)


@router.get("/stories", summary="All stories", **returns(list[StoryLine]))
def stories(request: Request, desk: Asked, limit: Limit = USUAL, offset: Offset = 0) -> Response:
    """Return all stories, the one with the latest article first."""
    tag = tag_of(request, desk.version())
    total, lines = desk.ledger.story_lines(limit, offset)
    return portion(request, lines, total, limit, offset, tag)


@router.get("/articles", summary="All articles", **returns(list[ArticleLine]))
def articles(request: Request, desk: Asked, limit: Limit = USUAL, offset: Offset = 0) -> Response:
    """Return all articles, the last published first."""
    tag = tag_of(request, desk.version())
    total, lines = desk.ledger.article_lines(limit, offset)
    return portion(request, lines, total, limit, offset, tag)


@router.get("/actors", summary="All speakers, by the names that articles give them", **returns(list[SpeakerLine]))
def actors(
    request: Request,
    desk: Asked,
    name: Annotated[str, Query(description="Part of the name.", max_length=200, examples=["Dorvange"])] = "",
    limit: Limit = USUAL,
    offset: Offset = 0,
) -> Response:
    """Return names of speakers, the most quoted first. Who is who is told inside one story: see a story's actors."""
    tag = tag_of(request, desk.version())
    total, lines = desk.ledger.speakers(name, limit, offset)
    return portion(request, lines, total, limit, offset, tag)
