"""Of which articles an article is a copy: what was found, and what persons say of it."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.dossier.views.reading import headline
from selon.model import CopyKind
from selon.web.api.asked import Asked, Ident, StoryName
from selon.web.correcting import correct
from selon.web.objects import NewCorrection
from selon.web.pages.showing import language_of, onward, own_form, page
from selon.web.pages.signing import signed
from selon.web.pages.stories import index_of

router = APIRouter(default_response_class=Response)
SHOWN, WORDS = 2, 160
"""Passages that show a copy, and how much of each."""

PATH = "/stories/{story}/articles/{article}/copies"


@router.get(PATH)
def copies(request: Request, desk: Asked, story: StoryName, article: Ident) -> Response:
    """Return the copies of an article in its story, with the passages that show them, and the forms that correct it."""
    held = desk.story(story)
    entry = held.article(article)
    index, _ = index_of(desk, held, language_of(request))
    cite = index.cite
    found = []
    for copy in held.dossier.copies:
        if entry.id in {copy.article, copy.of}:
            other = copy.of if copy.article == entry.id else copy.article
            longest = sorted(copy.evidence, key=lambda s: (-len(s), s))[:SHOWN]
            shown = [cite(copy.article, (span,), WORDS) for span in sorted(longest)]
            found.append((copy, other, index.names[other], round(copy.overlap * 100), shown))
    others = [(a.id, headline(a) or a.label, index.names[a.id]) for a in held.dossier.articles if a.id != entry.id]
    context = {
        "say": index.say,
        "entry": entry,
        "name": index.names[entry.id],
        "found": found,
        "others": others,
        "kinds": get_args(CopyKind),
        "pages": index.pages,
    }
    return page(request, "copies.html.j2", context)


@router.post(PATH)
async def correct_copies(request: Request, desk: Asked, story: StoryName, article: Ident) -> Response:
    """Keep that an article is a copy of another one, or is none."""
    form = await own_form(request)
    held = await run_in_threadpool(desk.story, story)
    entry = held.article(article)
    known: tuple[CopyKind, ...] = get_args(CopyKind)
    kind: CopyKind = next((k for k in known if k == form["copy"]), "near_duplicate")
    asked = NewCorrection(
        of="copies",
        kind="reject" if form["kind"] == "reject" else "add",
        articles=(entry.id, held.article(form["other"]).id),
        copy=kind,
        who=form["who"],
        why=form["why"],
    )
    await run_in_threadpool(correct, desk, asked)
    return signed(request, onward(request.url.path), form["who"])
