"""Entities: actors of one article in the making."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from selon.annotation.actors.references import Reference, Role
from selon.annotation.actors.sought import stems_of
from selon.lexicon.small import Gender
from selon.model import ActorKind, LocalActor
from selon.text import Span

_ROLES = 50  # kept of one actor: each is compared with every description; more are a page gone wrong


@dataclass(slots=True)
class Entity:
    """An actor in the making: its references, the fullest name or description first found among them.

    `stems` are the starts of the longer words of a body's names.
    """

    kind: ActorKind
    name: str
    key: str
    roles: list[Role] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    voice: str = ""
    gender: Gender = ""
    alias: str = ""
    hidden: bool = False
    article: str = ""
    places: int = 0
    first_key: str = ""
    known: bool = False
    stems: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Remember the key under which the actor was first found."""
        self.first_key = self.key

    def take(self, reference: Reference) -> None:
        """Add a reference and what it tells."""
        insort(self.starts, reference.span.start)
        self.spans.extend((reference.span, *reference.beside))
        self.roles.extend(r for r in reference.roles[: _ROLES - len(self.roles)] if r not in self.roles)
        self.gender = self.gender or reference.gender
        self.voice = self.voice or reference.voice
        self.article = self.article or reference.article
        self.known = self.known or reference.form == "known"
        if (self.kind == "body" and reference.form != "description") or reference.alias:
            self.stems |= stems_of(reference.key.split())
        self.places += 1 if reference.place else 0
        if len(reference.key) > len(self.key) and reference.name and reference.form == "name":
            self.name, self.key = reference.name, reference.key
        if reference.form == "known" and " " in reference.key and self.name.isupper() and " " not in self.name:
            self.alias, self.name = self.name, reference.name  # `l'OMS`, `l'Organisation mondiale de la santé`
            self.article = reference.article or self.article
        elif reference.form == "known" and " " in self.key and reference.name.isupper() and " " not in reference.name:
            self.alias = self.alias or reference.name
        if reference.kind == "person" and self.kind == "unknown":
            self.kind = "person"

    def distance(self, at: int) -> tuple[bool, int]:
        """Return how far the nearest reference before `at` is; one behind it counts as farther than all before."""
        i = bisect_left(self.starts, at)
        return (False, at - self.starts[i - 1]) if i else (True, self.starts[0] - at)

    def local(self) -> LocalActor:
        """Return the actor as it is stored."""
        name = f"{self.name} ({self.alias})" if self.alias and self.alias not in self.name else self.name
        if self.kind != "person" and self.article and name[0].isupper():
            name = self.article + name
        return LocalActor(
            name=name,
            kind=self.kind,
            roles=tuple(dict.fromkeys(r.words for r in self.roles)),
            mentions=tuple(sorted(set(self.spans))),
            speaks_for=self.voice or None,
        )
