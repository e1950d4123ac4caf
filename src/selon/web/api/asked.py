"""What routes are asked with: the desk, and the parameters that several of them share."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import Depends, Path, Query, Request

from selon.web.answers import MOST, USUAL
from selon.web.desk import Desk

_FARTHEST = 1_000_000_000


def desk_of(request: Request) -> Desk:
    """Return the desk that answers."""
    desk: Desk = request.app.state.desk
    return desk


Asked = Annotated[Desk, Depends(desk_of)]
StoryName = Annotated[str, Path(description="Id of a story, the start of an id, its name or title.")]
Ident = Annotated[str, Path(description="Id.")]
Limit = Annotated[int, Query(description="Most items of the portion.", ge=1, le=MOST, examples=[USUAL])]
Offset = Annotated[int, Query(description="Number of items to pass over.", ge=0, le=_FARTHEST, examples=[0])]
Since = Annotated[dt.date, Query(description="A day, ISO 8601.", examples=["2031-05-03"])]
