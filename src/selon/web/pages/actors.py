"""The actors of a story, and everything that one of them said; merging and splitting them."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.model import CorrectionKind
from selon.web.api.asked import Asked, Ident, StoryName
from selon.web.correcting import correct
from selon.web.objects import NewCorrection
from selon.web.pages.rows import told
from selon.web.pages.showing import language_of, onward, own_form, page, tag_for
from selon.web.pages.signing import signed
from selon.web.pages.stories import index_of
from selon.web.views import heard_actor

router = APIRouter(default_response_class=Response)


@router.get("/stories/{story}/actors")
def actors(request: Request, desk: Asked, story: StoryName) -> Response:
    """Return all actors of a story, those who say most first."""
    tag = tag_for(request, desk)
    held = desk.story(story)
    index, _ = index_of(desk, held, language_of(request))
    said = Counter(s.actor for s in held.dossier.statements)
    listed = sorted(held.dossier.actors, key=lambda a: (-said[a.id], a.name.casefold(), a.id))
    context = {"say": index.say, "actors": listed, "said": said, "names": index.actors, "pages": index.pages}
    return page(request, "actors.html.j2", context, tag=tag)


@router.get("/stories/{story}/actors/{actor}")
def actor(request: Request, desk: Asked, story: StoryName, actor: Ident) -> Response:
    """Return everything that an actor said."""
    held = desk.story(story)
    heard = heard_actor(desk, held, actor)
    index, _ = index_of(desk, held, language_of(request))
    articles = dict.fromkeys(s.article for s in heard.statements)
    context = {
        "say": index.say,
        "heard": heard,
        "actor": heard.actor,
        "names": index.actors,
        "rows": told(index, heard.statements),
        "figures": [(index.cite_figure(f.id), index.ref(f.article, f.span.start), f) for f in heard.figures],
        "articles": [(a, index.names[a]) for a in articles],
        "others": sorted((a for a in held.dossier.actors if a.id != heard.actor.id), key=lambda a: a.name.casefold()),
        "pages": index.pages,
    }
    return page(request, "actor.html.j2", context)


@router.post("/stories/{story}/actors/{actor}")
async def correct_actor(request: Request, desk: Asked, story: StoryName, actor: Ident) -> Response:
    """Merge an actor with another one, or split it."""
    form = await own_form(request)
    kind: CorrectionKind = "split" if form["kind"] == "split" else "merge"
    names = (actor, form["other"]) if kind == "merge" else (actor,)
    articles = form.several("article")
    asked = NewCorrection(
        of="actors", kind=kind, story=story, names=names, articles=articles, who=form["who"], why=form["why"]
    )
    await run_in_threadpool(correct, desk, asked)
    return signed(request, onward("/corrections"), form["who"])
