"""A claim and all that is said of it; merging it with another one, and splitting it."""

from __future__ import annotations

import re
from dataclasses import replace

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from selon.dossier.contract import ClaimEntry
from selon.dossier.material import by_day
from selon.dossier.passages import Index
from selon.dossier.views.claims import Group, card
from selon.web.api.asked import Asked, Ident, StoryName
from selon.web.correcting import correct
from selon.web.desk import Held
from selon.web.objects import NewCorrection
from selon.web.pages.rows import told
from selon.web.pages.showing import language_of, onward, own_form, page, tag_for
from selon.web.pages.signing import signed
from selon.web.pages.stories import index_of
from selon.web.views import told_claim

router = APIRouter(default_response_class=Response)
PATH = "/stories/{story}/claims/{claim}"
OTHERS = 200
"""Claims that one can be merged with by choosing; those that share most words with it come first."""

_WORDS = 120


@router.get(PATH)
def claim(request: Request, desk: Asked, story: StoryName, claim: Ident) -> Response:
    """Return a claim as a card, all that is said of it, and the forms that merge and split it."""
    tag = tag_for(request, desk) if desk.settings.read_only else None
    held = desk.story(story)
    found = told_claim(held, claim)
    index, _ = index_of(desk, held, language_of(request))
    here = replace(card(index, found.claim), href="")
    group = Group(found.claim.status, 1, (here,), ())
    statements = sorted(found.statements, key=lambda s: (by_day(index.said(s.id)), index.rank[s.id]))
    rows = told(index, statements)
    context = {
        "say": index.say,
        "groups": (group,),
        "rows": rows,
        "marked": [(s.id, row) for s, row in zip(statements, rows, strict=True)],
        "others": [(c.id, index.cite_label(c.label, _WORDS).words) for c in _nearest(index, found.claim)],
        "pages": index.pages,
    }
    return page(request, "claim.html.j2", context, tag=tag)


@router.post(PATH)
async def correct_claim(request: Request, desk: Asked, story: StoryName, claim: Ident) -> Response:
    """Merge a claim with another one, or split it, and lead to where its first statement is now."""
    form = await own_form(request)
    held = await run_in_threadpool(desk.story, story)
    before = held.claim(claim)
    left = [s for s in before.statements if form["kind"] != "split" or s not in form.several("statement")]
    asked = NewCorrection(
        of="claims",
        kind="split" if form["kind"] == "split" else "merge",
        story=held.story,
        names=(before.id,) if form["kind"] == "split" else (before.id, form["other"]),
        statements=form.several("statement"),
        who=form["who"],
        why=form["why"],
    )
    await run_in_threadpool(correct, desk, asked)
    now = await run_in_threadpool(desk.story, held.story)
    return signed(request, onward(_home(now, left)), form["who"])


def _home(held: Held, statements: list[str]) -> str:
    """Return the page of the claim that the first of some statements is about."""
    for one in held.dossier.claims:
        if statements and statements[0] in one.statements:
            return f"/stories/{held.story}/claims/{one.id}"
    return f"/stories/{held.story}"


def _nearest(index: Index, claim: ClaimEntry) -> list[ClaimEntry]:
    """Return the other claims of the story, those whose names share most words with this one's first."""
    own = _words_of(claim)
    others = [c for c in index.dossier.claims if c.id != claim.id]
    others.sort(key=lambda c: -len(own & _words_of(c)))
    return others[:OTHERS]


def _words_of(claim: ClaimEntry) -> set[str]:
    return {word for word in re.findall(r"\w+", claim.label.text.casefold()) if len(word) > 3}  # noqa: PLR2004
