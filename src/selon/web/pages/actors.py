"""The actors of a story, and everything that one of them said; merging and splitting them."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.dossier.contract import ActorEntry
from selon.model import CorrectionKind
from selon.text.naming import name_key
from selon.web.api.asked import Asked, Ident, StoryName
from selon.web.correcting import correct
from selon.web.desk import Held
from selon.web.objects import NewCorrection
from selon.web.pages.rows import told
from selon.web.pages.showing import language_of, onward, own_form, page, tag_for
from selon.web.pages.signing import signed
from selon.web.pages.stories import index_of
from selon.web.views import heard_actor

router = APIRouter(default_response_class=Response)
PORTION = 100
OTHERS = 300
"""Actors that one can be merged with by choosing: those with a word of its name first, then those who say most."""


@router.get("/stories/{story}/actors")
def actors(request: Request, desk: Asked, story: StoryName, offset: int = 0) -> Response:
    """Return the actors of a story, those who say most first."""
    tag = tag_for(request, desk)
    held = desk.story(story)
    index, _ = index_of(desk, held, language_of(request))
    said = Counter(s.actor for s in held.dossier.statements)
    listed = sorted(held.dossier.actors, key=lambda a: (-said[a.id], a.name.casefold(), a.id))
    at = max(0, min(offset, len(listed)))
    shown = {"actors": listed[at : at + PORTION], "total": len(listed), "offset": at, "portion": PORTION}
    context = {"say": index.say, "said": said, "names": index.actors, "pages": index.pages, **shown}
    return page(request, "actors.html.j2", context, tag=tag)


@router.get("/stories/{story}/actors/{actor}")
def actor(request: Request, desk: Asked, story: StoryName, actor: Ident, offset: int = 0) -> Response:
    """Return everything that an actor said, a portion at a time."""
    held = desk.story(story)
    heard = heard_actor(desk, held, actor)
    index, _ = index_of(desk, held, language_of(request))
    articles = dict.fromkeys(s.article for s in heard.statements)
    at = max(0, min(offset, len(heard.statements)))
    context = {
        "say": index.say,
        "heard": heard,
        "actor": heard.actor,
        "names": index.actors,
        "rows": told(index, heard.statements[at : at + PORTION]),
        "total": len(heard.statements),
        "offset": at,
        "portion": PORTION,
        "figures": [(index.cite_figure(f.id), index.ref(f.article, f.span.start), f) for f in heard.figures],
        "articles": [(a, index.names[a]) for a in articles],
        "others": _nearest(held, heard.actor),
        "pages": index.pages,
    }
    return page(request, "actor.html.j2", context)


def _nearest(held: Held, actor: ActorEntry) -> list[ActorEntry]:
    said = Counter(s.actor for s in held.dossier.statements)
    own = _words(actor)
    others = [a for a in held.dossier.actors if a.id != actor.id]
    others.sort(key=lambda a: (-len(own & _words(a)), -said[a.id], a.name.casefold(), a.id))
    return others[:OTHERS]


def _words(actor: ActorEntry) -> set[str]:
    return {word for name in (actor.name, *actor.aliases) for word in name_key(name).split() if len(word) > 2}  # noqa: PLR2004


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
