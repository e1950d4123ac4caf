"""Actors across articles: who is the same, and for whom each of them speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from selon.lexicon import Lexicon
from selon.lexicon.naming import Naming, naming
from selon.link.identity import Key, Local, locals_of
from selon.link.resolving import Resolver
from selon.model import Actor, ActorKind, Annotations, Article, LocalActor, digest


class ActorLinks(msgspec.Struct, frozen=True, kw_only=True):
    """The actors of several articles, and the ids of those who speak, relay and give figures.

    `actors` are sorted by name and id. A statement or figure whose speaker nobody can tell has no entry.
    """

    actors: tuple[Actor, ...] = ()
    speakers: dict[str, str] = {}  # msgspec copies the default
    relays: dict[str, tuple[str, ...]] = {}
    givers: dict[str, str] = {}


def link_actors(articles: Sequence[Article], annotations: Mapping[str, Annotations], lexicon: Lexicon) -> ActorLinks:
    """Return the actors of the articles that have annotations. The order of `articles` does not matter."""
    known = naming(lexicon)
    found = {a.id: annotations[a.id] for a in sorted(articles, key=lambda a: a.id) if a.id in annotations}
    everybody: list[Local] = []
    for article in sorted(articles, key=lambda a: a.id):
        if article.id in found:
            everybody.extend(locals_of(article, _with_strangers(found[article.id], known)))
    story = _Story(everybody, known)
    speakers: dict[str, str] = {}
    relays: dict[str, tuple[str, ...]] = {}
    givers: dict[str, str] = {}
    for annotation in found.values():
        for statement in annotation.statements:
            if statement.speaker:
                speakers[statement.id] = story.id_of(annotation.article, statement.speaker)
            if statement.relay:
                relays[statement.id] = tuple(story.id_of(annotation.article, name) for name in statement.relay)
        for figure in annotation.figures:
            if figure.speaker:
                givers[figure.id] = story.id_of(annotation.article, figure.speaker)
    heard = {*speakers.values(), *givers.values(), *(i for ids in relays.values() for i in ids)}
    return ActorLinks(actors=story.actors(heard), speakers=speakers, relays=relays, givers=givers)


def bodies_of(actors: Sequence[Actor]) -> dict[str, str]:
    """Return for every actor the one at the end of its `speaks_for` chain, itself when it speaks for nobody."""
    by_id = {a.id: a for a in actors}
    ends: dict[str, str] = {}
    for actor in actors:
        seen = [actor.id]
        while (following := by_id[seen[-1]].speaks_for if seen[-1] in by_id else None) and following not in seen:
            seen.append(following)
        ends[actor.id] = seen[-1]
    return ends


def body_of(actor_id: str, actors: Sequence[Actor]) -> str:
    """Return the actor at the end of one `speaks_for` chain; use `bodies_of` for many."""
    return bodies_of(actors).get(actor_id, actor_id)


def _with_strangers(annotations: Annotations, naming: Naming) -> list[LocalActor]:
    """Return an article's actors, and one for every name that a statement or figure gives and no actor has."""
    named = [s.speaker for s in annotations.statements]
    named += [r for s in annotations.statements for r in s.relay]
    named += [f.speaker for f in annotations.figures]
    have = {a.name for a in annotations.actors}
    strangers = sorted({n for n in named if n and n not in have})
    return [*annotations.actors, *(LocalActor(name=n, kind=_kind_of(n, naming)) for n in strangers)]


def _kind_of(name: str, naming: Naming) -> ActorKind:
    known = naming.find(name)
    if known is not None:
        return "body" if known.kind == "capital" else known.kind
    return "unknown"


class _Story:
    """The actors of a story by key."""

    def __init__(self, everybody: list[Local], naming: Naming) -> None:
        self.naming = naming
        self.resolver = Resolver(everybody, naming)
        self.members: dict[Key, list[Local]] = {}
        self.keys: dict[tuple[str, str], Key] = {}
        for local in everybody:
            key = self.resolver.key(local)
            self.members.setdefault(key, []).append(local)
            self.keys.setdefault((local.article, local.actor.name), key)
        self.kinds = {key: self._kind(key) for key in self.members}
        self.voices = self._voices()

    def id_of(self, article: str, name: str) -> str:
        """Return the id of an article's actor."""
        return self._id(self.keys[article, name])

    def _id(self, key: Key) -> str:
        return digest("p", self.kinds.get(key, "body"), *key)

    def actors(self, heard: set[str]) -> tuple[Actor, ...]:
        """Return those who are heard or have a name of their own, and all those for whom they speak."""
        wanted = [k for k in self.kinds if self._id(k) in heard or self._named(k)]
        kept: set[Key] = set()
        while wanted:
            key = wanted.pop()
            if key not in kept:
                kept.add(key)
                if key in self.voices:
                    wanted.append(self.voices[key])
        return tuple(sorted((self._actor(k) for k in kept), key=lambda a: (a.name, a.id)))

    def _named(self, key: Key) -> bool:
        kind = self.kinds[key]
        return kind in {"person", "state", "body", "medium"} and any(
            local.proper for local in self.members.get(key, ())
        )

    def _actor(self, key: Key) -> Actor:
        locals_ = self.members.get(key, [])
        name = self.resolver.name(key, locals_)
        aliases = {n for local in locals_ for n in (local.names if local.proper else (local.actor.name,))} - {name}
        roles = {role for local in locals_ for role in local.actor.roles}
        voice = self.voices.get(key)
        return Actor(
            id=self._id(key),
            name=name,
            kind=self.kinds[key],
            aliases=tuple(sorted(aliases)),
            roles=tuple(sorted(roles)) if self.kinds[key] == "person" else (),
            speaks_for=self._id(voice) if voice is not None else None,
        )

    def _kind(self, key: Key) -> ActorKind:
        if key[0] == "known":
            known = self.naming.find(key[1])
            assert known is not None, "the key was made from it"
            return "body" if known.kind == "capital" else known.kind
        counts = Counter(local.actor.kind for local in self.members[key])
        counts["unknown"] = 0  # it tells nothing where another article knows
        return min(counts, key=lambda kind: (-counts[kind], kind))

    def _voices(self) -> dict[Key, Key]:
        """Return for whom each key speaks, no key for itself over any number of steps."""
        voices: dict[Key, Key] = {}
        waiting = sorted(self.members)
        while waiting:
            key = waiting.pop(0)
            voice = self._voice(key)
            if voice is None or _leads_to(voice, key, voices):
                continue
            voices[key] = voice
            if voice not in self.kinds:
                self.kinds[voice] = self._kind(voice) if voice[0] == "known" else "body"
                waiting.append(voice)
        return voices

    def _voice(self, key: Key) -> Key | None:
        if key[0] == "known":
            known = self.naming.find(key[1])
            return self.resolver.known(known.voice_of) if known is not None and known.voice_of else None
        named = Counter(
            self.keys.get((local.article, local.actor.speaks_for))
            or self.resolver.voice(local.actor.speaks_for, self.members)
            for local in self.members.get(key, ())
            if local.actor.speaks_for
        )
        return min(named, key=lambda k: (-named[k], k), default=None)


def _leads_to(start: Key, end: Key, voices: Mapping[Key, Key]) -> bool:
    key: Key | None = start
    while key is not None:
        if key == end:
            return True
        key = voices.get(key)
    return False
