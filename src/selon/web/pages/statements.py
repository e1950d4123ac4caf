"""Correcting a statement: how it is read, that it is none, or one that was not read."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from fastapi import APIRouter, Request, Response
from msgspec import UNSET
from starlette.concurrency import run_in_threadpool

from selon.dossier.contract import ArticleEntry, StatementEntry
from selon.errors import CorrectionRefused
from selon.ingest import Edit, located
from selon.model import Certainty, Correction, Form, Interval, Stance
from selon.text import Span, covering
from selon.web.addresses import StoryPages
from selon.web.api.asked import Asked, Ident, StoryName
from selon.web.bodies import Form as Sent
from selon.web.correcting import correct
from selon.web.desk import Desk
from selon.web.objects import NewCorrection
from selon.web.pages.showing import language_of, onward, own_form, page
from selon.web.pages.signing import signed
from selon.web.pages.stories import index_of

router = APIRouter(default_response_class=Response)
PATH = "/stories/{story}/articles/{article}/statements/{statement}"
NEW = "new"


@router.get(PATH)
def statement(request: Request, desk: Asked, story: StoryName, article: Ident, statement: Ident) -> Response:
    """Return the form that corrects a statement, or adds one."""
    held = desk.story(story)
    entry = held.article(article)
    found = held.statement(statement) if statement != NEW else None
    index, _ = index_of(desk, held, language_of(request))
    context = {
        "say": index.say,
        "entry": entry,
        "name": index.names[entry.id],
        "statement": found,
        "cited": index.cite_statement(found.id) if found else None,
        "words": _words(entry, found),
        "relays": "\n".join(index.name(r) for r in found.relays) if found else "",
        "speakers": sorted({index.name(s.actor) for s in held.dossier.statements if s.actor}),
        "stances": get_args(Stance),
        "forms": get_args(Form),
        "certainties": get_args(Certainty),
        "pages": index.pages,
    }
    return page(request, "statement.html.j2", context)


@router.post(PATH)
async def correct_it(request: Request, desk: Asked, story: StoryName, article: Ident, statement: Ident) -> Response:
    """Keep what a person says of a statement, and lead back to the article."""
    form = await own_form(request)
    made = await run_in_threadpool(_corrected, desk, story, article, statement, form)
    home = await run_in_threadpool(desk.home_of, made.article)
    return signed(request, onward(StoryPages(home, desk.settings.read_only).article(made.article)), form["who"])


def _corrected(desk: Desk, story: str, article: str, statement: str, form: Sent) -> Correction:
    held = desk.story(story)
    entry = held.article(article)
    found = held.statement(statement) if statement != NEW else None
    kind = "add" if found is None else "reject" if form["kind"] == "reject" else "change"
    edit = Edit() if kind == "reject" else _edit(entry, found, form)
    asked = NewCorrection(
        of="statements",
        kind=kind,  # type: ignore[arg-type]
        statement=statement,
        articles=(entry.id,),
        edit=edit,
        who=form["who"],
        why=form["why"],
    )
    return correct(desk, asked)


def _edit(entry: ArticleEntry, found: StatementEntry | None, form: Sent) -> Edit:
    """Return what a form says otherwise than it was read. Words are looked for near the ones that they replace."""
    before = _words(entry, found)
    near = covering(found.content) if found else None
    content: tuple[Span, ...] | None = None
    if _lines(form["content"]) != _lines(before["content"]):
        content = tuple(sorted(located(entry.text, line, near) for line in _lines(form["content"])))
        near = content[0] if content else near

    def words(name: str) -> Span | None:
        return located(entry.text, form[name], near) if form[name] else None

    changed = {name: words(name) for name in ("source", "cue") if form[name] != before[name].strip()}
    said = _days(form["first"], form["last"])
    return Edit(
        content=UNSET if content is None else content,
        source=changed.get("source", UNSET),
        cue=changed.get("cue", UNSET),
        speaker=UNSET if found and form["speaker"] == found.speaker else form["speaker"],
        stance=_one(form["stance"], get_args(Stance), found.stance if found else None),
        certainty=_one(form["certainty"], get_args(Certainty), found.certainty if found else None),
        form=_one(form["form"], get_args(Form), found.form if found else None),
        when=UNSET if said == (found.when if found else None) else said,
    )


def _one(given: str, known: tuple[str, ...], before: str | None):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return UNSET if given == before or given not in known else given


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _words(entry: ArticleEntry, found: StatementEntry | None) -> dict[str, str]:
    """Return the words of a statement as its form shows them: each part of its content on a line."""
    if found is None:
        return {"source": "", "cue": "", "content": ""}
    parts = (" ".join(span.of(entry.text).split("\n")) for span in found.content)
    return {
        "source": found.source.of(entry.text) if found.source else "",
        "cue": found.cue.of(entry.text) if found.cue else "",
        "content": "\n".join(parts),
    }


def _days(first: str, last: str) -> Interval | None:
    """Return the days of a form's two fields. Raises CorrectionRefused for what is no day."""
    try:
        low, high = (dt.date.fromisoformat(day) if day else None for day in (first, last or first))
        return Interval(low, high) if low or high else None
    except ValueError as error:
        msg = f"expected days such as 2025-03-11, got `{first[:40]}` and `{last[:40]}`"
        raise CorrectionRefused(msg) from error
