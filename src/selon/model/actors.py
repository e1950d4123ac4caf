"""Actors: the person, body, state, medium, document or group behind mentions."""

from __future__ import annotations

from typing import Literal

import msgspec

from selon.model.corrections import Mark
from selon.model.stories import Passage
from selon.text import Span

ActorKind = Literal["person", "body", "state", "medium", "document", "group", "anonymous", "unknown"]


Rule = Literal[
    "same name",
    "spelling",
    "short name",
    "acronym",
    "wording",
    "lexicon",
    "office",
    "description",
    "correction",
    "words",
]
"""Why two passages are about one actor, or one of them about the voice of the other.

`same name` and `spelling` (one name, transliterated) are what they say; `short name` is a surname, a given name or
the first words of a body's name; `acronym` stands for a name; `wording` is one name with other words for the same
(a state, its adjective; their order); `lexicon` knows both names as one, or whose voice a
name is; `office` leads from a function to its only bearer; `description` are the same words for somebody unnamed;
`words` of a title or an apposition name the body; a `correction` was made by a person.
"""


class Bond(msgspec.Struct, frozen=True, kw_only=True):
    """A link with its evidence: the rule, and the passages that it joins. `correction` is the id of a person's."""

    rule: Rule
    passages: tuple[Passage, ...] = ()
    correction: str | None = None


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
    """One actor across articles. `speaks_for` is the id of the actor whose voice it is.

    `bonds` say why the articles' actors are this one: each joins a passage to that of the first article with the
    name shown. `voice` says why it speaks for somebody.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    speaks_for: str | None = None
    members: tuple[Mark, ...] = ()
    bonds: tuple[Bond, ...] = ()
    voice: Bond | None = None
