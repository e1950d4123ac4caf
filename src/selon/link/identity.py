"""Identity: under which key the actors of single articles are one actor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from selon.lexicon.naming import Naming
from selon.model import ActorKind, Article, LocalActor, Mark
from selon.text.naming import name_key

_ACRONYM = re.compile(r"^(?P<name>.{2,200}?) ?\((?P<acronym>[^()]{2,20})\)$", re.DOTALL)
_ARTICLE = re.compile(r"(?:(?:le|la|les) |l['’] ?)", re.IGNORECASE)
_NAMED: frozenset[ActorKind] = frozenset({"body", "medium", "state", "person", "unknown"})

Key = tuple[str, ...]


@dataclass(frozen=True)
class Local:
    """An actor of one article, with what its key needs: the article's id, the agencies it credits, its text.

    What is made of its name, which everybody asks for, is made once.
    """

    article: str
    chain: tuple[str, ...]
    actor: LocalActor
    text: str = field(repr=False)
    naming: Naming = field(repr=False, compare=False)

    @cached_property
    def mark(self) -> Mark:
        """By what a correction knows it."""
        return Mark(self.article, self.actor.name)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its name without article, and the acronym behind it in brackets."""
        bare = without_article(self.actor.name)
        found = _ACRONYM.match(bare)
        return (found["name"], found["acronym"]) if found else (bare,)

    @cached_property
    def proper(self) -> bool:
        """Whether it has a name of its own, not only a description."""
        return (self.actor.kind == "person" and self.actor.name[:1].isupper()) or self.names[0][:1].isupper()

    @cached_property
    def key(self) -> Key:
        """The key of everybody but a person with a name.

        What the lexicon knows is one actor everywhere; a body or a group of one description too. Somebody unnamed is
        one actor only where the words and the agencies credited are the same.
        """
        actor = self.actor
        for name in self.names:
            known = self.naming.find(name)
            if known is not None:
                return ("known", known.name)
        key = name_key(self.names[0])
        if actor.kind in {"anonymous", "document"} and not (actor.kind == "document" and self.proper):
            return (actor.kind, key, *self.chain)
        if actor.kind == "person" and len(key.split()) == 1:
            return ("person", key, self.article)
        if actor.kind in _NAMED or actor.kind in {"group", "document"}:
            return ("named" if self.proper else actor.kind, key)
        return (actor.kind, key, self.article)


def without_article(name: str) -> str:
    """Return a name without the definite article in front."""
    found = _ARTICLE.match(name)
    return name[found.end() :] if found and found.end() < len(name) else name


def locals_of(article: Article, actors: Iterable[LocalActor], naming: Naming) -> list[Local]:
    """Return the actors of one article, each with the chain that it came through."""
    chain = tuple(sorted({name_key(credit.name) for credit in article.credits}))
    return [Local(article.id, chain or (article.id,), actor, article.text, naming) for actor in actors]
