"""An article with its statements and figures marked."""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter, Request, Response

from selon.dossier.contract import ArticleEntry
from selon.dossier.marks import Shade, shade
from selon.dossier.parts import cite_all
from selon.dossier.passages import Index
from selon.dossier.views.reading import Reading, headline, reading_of
from selon.model import Correction, Statement
from selon.web.addresses import StoryPages
from selon.web.answers import tag_of
from selon.web.api.asked import Asked, Ident, StoryName
from selon.web.desk import Desk, Held
from selon.web.pages.showing import language_of, onward, page, tag_for
from selon.web.pages.stories import index_of

router = APIRouter(default_response_class=Response)


class Rejected(NamedTuple):
    """A statement that a person says is none: its mark, who was read to speak, its words, and that correction."""

    mark: Shade
    speaker: str
    words: str
    made: Correction


@router.get("/stories/{story}/articles/{article}")
def article(request: Request, desk: Asked, story: StoryName, article: Ident) -> Response:
    """Return an article as received, annotated."""
    tag = tag_for(request, desk)
    held = desk.story(story)
    entry = held.article(article)
    language = language_of(request)
    index, shown = index_of(desk, held, language)
    reading = _read(held, index, article)
    corrected = sum(c.article == article for c in desk.ledger.corrections("statements"))
    amended = desk.ledger.amended([article]).get(article)
    rejected = [_rejected(entry, s, amended.by[s.id][-1]) for s in amended.rejected] if amended else []
    context = {"say": index.say, "shades": shown["shades"], "reading": reading, "pages": index.pages, "entry": entry}
    context["headline"] = headline(entry) or entry.label
    return page(request, "article.html.j2", {**context, "corrected": corrected, "rejected": rejected}, tag=tag)


@router.get("/stories/{story}/articles/{article}/passages.css")
def passages(request: Request, desk: Asked, story: StoryName, article: Ident) -> Response:
    """Return the rules that light up the passages of an article that came out in several parts."""
    tag = tag_of(request, desk.version())
    held: Held = desk.story(story)
    held.article(article)
    return Response(_rules(desk, held, article), headers={"ETag": tag, "Cache-Control": "private, no-cache"},
                    media_type="text/css")  # fmt: skip


@router.get("/articles/{article}")
def anywhere(desk: Asked, article: Ident) -> Response:
    """Lead to an article in its story."""
    return onward(StoryPages(desk.home_of(article), desk.settings.read_only).article(article))


def _rejected(entry: ArticleEntry, told: Statement, made: Correction) -> Rejected:
    words = " […] ".join(" ".join(span.of(entry.text).split()) for span in told.content)
    return Rejected(shade(told.stance, told.certainty), told.speaker, words, made)


def _rules(desk: Desk, held: Held, article: str) -> str:
    index, _ = index_of(desk, held, "fr")
    split = _read(held, index, article).split
    return "".join(f":root:has(#{i}:target) .x-{i} {{ background: var(--highlight); }}\n" for i in split)


def _read(held: Held, index: Index, article: str) -> Reading:
    """Return an article to be read, which has a place for all that the story's pages cite of it."""
    language = index.say.language
    held.made(("cited", language), lambda: cite_all(index))
    return held.made(("article", article, language), lambda: reading_of(index, article))
