"""Which articles are one story: merging it with another one, and putting some of its articles apart."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.dossier.views.reading import headline
from selon.ingest import named_articles
from selon.web.api.asked import Asked, StoryName
from selon.web.correcting import correct
from selon.web.desk import Desk
from selon.web.objects import NewCorrection
from selon.web.pages.showing import language_of, onward, own_form, page
from selon.web.pages.signing import signed
from selon.web.pages.stories import index_of

router = APIRouter(default_response_class=Response)
PATH = "/stories/{story}/sorting"
OTHERS = 300


@router.get(PATH)
def sorting(request: Request, desk: Asked, story: StoryName) -> Response:
    """Return the forms that merge a story and split it, and say whether a person named it."""
    held = desk.story(story)
    index, _ = index_of(desk, held, language_of(request))
    articles = held.dossier.articles
    _, lines = desk.ledger.story_lines(OTHERS)
    context = {
        "say": index.say,
        "named": named_articles(desk.ledger).get(articles[0].id),
        "others": [line for line in lines if line.id != held.story],
        "articles": [(a.id, headline(a) or a.label, index.names[a.id]) for a in articles],
        "pages": index.pages,
    }
    return page(request, "sorting.html.j2", context)


@router.post(PATH)
async def sort(request: Request, desk: Asked, story: StoryName) -> Response:
    """Merge a story with another one, or split it, and lead to what became of it."""
    form = await own_form(request)
    ident, first = await run_in_threadpool(_meant, desk, story)
    if form["kind"] == "split":
        asked = NewCorrection(
            of="stories",
            kind="split",
            names=(ident,),
            articles=form.several("article"),
            who=form["who"],
            why=form["why"],
        )
    else:
        names = (ident, form["other"])
        asked = NewCorrection(of="stories", kind="merge", names=names, who=form["who"], why=form["why"])
    await run_in_threadpool(correct, desk, asked)
    home = await run_in_threadpool(desk.ledger.story_of, first)
    return signed(request, onward(f"/stories/{home}/sorting" if home else "/"), form["who"])


def _meant(desk: Desk, wanted: str) -> tuple[str, str]:
    """Return the id of a story and its first article. Raises StoryNotFound."""
    found = desk.ledger.story(wanted)
    return found.id, found.articles[0]
