"""Actors: the person, body, state, medium, document or group behind mentions."""

from __future__ import annotations

from typing import Literal

import msgspec

from selon.text import Span

ActorKind = Literal["person", "body", "state", "medium", "document", "group", "anonymous", "unknown"]


class LocalActor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor inside one article: the fullest name found in it, and all of its mentions.

    `roles` are its titles and functions in the article's words (`ministre de la Défense`). `speaks_for` names
    the state or body whose voice it is (`Moscou` → `Russie`; `porte-parole du Pentagone` → `Pentagone`), None
    when the text does not tell.
    """

    name: str
    kind: ActorKind
    roles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    speaks_for: str | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor across articles. `speaks_for` is the id of the actor whose voice it is."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    speaks_for: str | None = None
