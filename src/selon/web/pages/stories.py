"""The list of stories, a story's dossier, and the parts of a large one."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from fastapi import APIRouter, Request, Response

from selon.dossier.parts import TEMPLATES, own_pages, parts, shared, whole
from selon.dossier.passages import Index
from selon.dossier.phrases import Phrases, story_year
from selon.errors import EntryNotFound
from selon.web.addresses import StoryPages
from selon.web.api.asked import Asked, Ident, StoryName
from selon.web.desk import Desk, Held
from selon.web.pages.showing import language_of, page, tag_for

router = APIRouter(default_response_class=Response)
PORTION = 50
LARGE = 40
"""Articles from which on a dossier opens on what matters, and its parts have pages of their own."""

_TITLE = 80


def index_of(desk: Desk, held: Held, language: str) -> tuple[Index, dict[str, Any]]:
    """Return the index of a story's dossier in a language, and what its main page shows."""

    def make() -> tuple[Index, dict[str, Any]]:
        say = Phrases(language, story_year(held.dossier))
        title = shorten(held.dossier.story.title, _TITLE, placeholder="…")
        large = len(held.dossier.articles) > LARGE
        index = Index(held.dossier, say, StoryPages(held.story, desk.settings.read_only, title, large))
        return index, parts(index)

    return held.made(("parts", language), make)


@router.get("/")
def stories(request: Request, desk: Asked, offset: int = 0) -> Response:
    """Return the list of stories, the one with the latest article first."""
    tag = tag_for(request, desk)
    at = max(0, min(offset, 10**9))
    total, lines = desk.ledger.story_lines(PORTION, at)
    context = {"lines": lines, "total": total, "offset": at, "portion": PORTION}
    return page(request, "stories.html.j2", context, tag=tag)


@router.get("/stories/{story}")
def story(request: Request, desk: Asked, story: StoryName) -> Response:
    """Return the dossier of a story."""
    tag = tag_for(request, desk)
    held = desk.story(story)
    _, shown = index_of(desk, held, language_of(request))
    return page(request, "story.html.j2", shown, tag=tag)


@router.get("/stories/{story}/parts/{part}")
def part(request: Request, desk: Asked, story: StoryName, part: Ident) -> Response:
    """Return all of a part of a large dossier, or of a group of it: `sources`, `claims-contested`, `timeline-3`."""
    tag = tag_for(request, desk)
    held = desk.story(story)
    index, shown = index_of(desk, held, language_of(request))
    apart = {index.pages.whole(name, which): (name, which) for name, which in own_pages(index, shown["nav"])}
    address = f"{index.pages.story}/parts/{part}"
    if address not in apart:
        msg = f"no part `{part}` on a page of its own in the story {held.story}. See {index.pages.story}"
        raise EntryNotFound(msg)
    name, which = apart[address]
    own = {"part": name, "body": TEMPLATES[name], "page_title": index.say(f"title.{name}")}
    made = held.made((address, index.say.language), lambda: whole(index, name, which))
    return page(request, "story.html.j2", {**shared(index), "nav": shown["nav"], **own, **made}, tag=tag)
