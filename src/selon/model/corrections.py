"""Corrections: what a person says of who is who, or what belongs together, kept with who said it and when."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec


class Mark(msgspec.Struct, frozen=True, order=True):
    """An actor of one article: the article's id and the name that the article gives the actor.

    In a correction of stories, the article itself: the name is empty.
    """

    article: str
    name: str


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """That actors, or stories, are one (`merge`) or that some are another (`split`).

    The marks of a merge hold actors of both sides, those of the side whose name is kept first; every actor that is
    one with a marked one follows. Those of a split are taken out of their actor, and no others. Marks count in
    articles, not in what was linked then, so that a correction holds however the articles are read again.
    """

    id: str
    kind: Literal["merge", "split"]
    marks: tuple[Mark, ...]
    names: tuple[str, ...]
    who: str
    when: dt.datetime
    of: Literal["actors", "stories"] = "actors"
