"""Search over the whole ledger."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from selon.model import Form, Stance
from selon.store import Filters, Found
from selon.web.answers import answer, tag_of
from selon.web.api.asked import Asked, Offset
from selon.web.describing import returns

router = APIRouter(tags=["search"], default_response_class=Response)
_LONGEST = 500
Words = Annotated[str, Query(description="Words, all of which are wanted.", max_length=_LONGEST, examples=["naufrage"])]
Name = Annotated[str | None, Query(max_length=_LONGEST)]


@router.get("/search", summary="Articles and statements by their words", **returns(Found, 404))
def search(
    *,
    request: Request,
    desk: Asked,
    q: Words = "",
    of: Annotated[Literal["articles", "statements"] | None, Query(description="What is sought.")] = None,
    actor: Name = None,
    outlet: Name = None,
    story: Name = None,
    stance: Annotated[Stance | None, Query()] = None,
    form: Annotated[Form | None, Query()] = None,
    since: Annotated[dt.date | None, Query(description="Said, or out, on this day or later.")] = None,
    until: Annotated[dt.date | None, Query(description="Said, or out, on this day or before.")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
    offset: Offset = 0,
) -> Response:
    """Return what holds all of the words in any form, accents or not, the best first.

    Words between quotation marks have to follow one another. Without words, all that the filters let through, the
    latest first. With an actor, a stance or a form, statements are sought. `more` says whether more follows.
    """
    tag = tag_of(request, desk.version())
    wanted = Filters(actor=actor, outlet=outlet, since=since, until=until, stance=stance, form=form, story=story)
    return answer(desk.ledger.search(q, wanted, of, limit=limit, offset=offset), tag=tag)
