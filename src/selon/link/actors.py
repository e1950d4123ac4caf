"""Actors across articles: who is the same, and for whom each of them speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from selon.lexicon import Lexicon
from selon.lexicon.naming import Naming, naming
from selon.link.bonds import bonds, passages_of
from selon.link.corrected import Corrected
from selon.link.identity import Key, Local, locals_of, without_article
from selon.link.resolving import Resolver
from selon.model import Actor, ActorKind, Annotations, Article, Bond, Correction, LocalActor, Mark, digest
from selon.text import Span
from selon.text.naming import name_key


class ActorLinks(msgspec.Struct, frozen=True, kw_only=True):
    """The actors of several articles, and the ids of those who speak, relay and give figures.

    `actors` are sorted by name and id. A statement or figure whose speaker nobody can tell has no entry.
    """

    actors: tuple[Actor, ...] = ()
    speakers: dict[str, str] = {}  # msgspec copies the default
    relays: dict[str, tuple[str, ...]] = {}
    givers: dict[str, str] = {}


def link_actors(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    lexicon: Lexicon,
    corrections: Sequence[Correction] = (),
) -> ActorLinks:
    """Return the actors of the articles that have annotations, as persons corrected them.

    The order of `articles` and of `corrections` does not matter.
    """
    known = naming(lexicon)
    found = {a.id: annotations[a.id] for a in sorted(articles, key=lambda a: a.id) if a.id in annotations}
    everybody: list[Local] = []
    for article in sorted(articles, key=lambda a: a.id):
        if article.id in found:
            everybody.extend(locals_of(article, _with_strangers(found[article.id], known), known))
    story = _Story(everybody, known, corrections)
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
    have = {a.name for a in annotations.actors}
    named: dict[str, set[Span]] = {}
    for statement in annotations.statements:
        for name in (statement.speaker, *statement.relay):
            named.setdefault(name, set()).add(statement.source or statement.content[0])
    for figure in annotations.figures:
        named.setdefault(figure.speaker, set()).add(figure.span)
    strangers = sorted((name, tuple(sorted(spans))) for name, spans in named.items() if name and name not in have)
    return [*annotations.actors, *(LocalActor(name=n, kind=_kind_of(n, naming), mentions=m) for n, m in strangers)]


def _kind_of(name: str, naming: Naming) -> ActorKind:
    known = naming.find(name)
    if known is not None:
        return "body" if known.kind == "capital" else known.kind
    return "unknown"


class _Story:
    """The actors of a story by key."""

    def __init__(self, everybody: list[Local], naming: Naming, corrections: Sequence[Correction]) -> None:
        self.naming = naming
        self.resolver = Resolver(everybody, naming)
        found: dict[Mark, Key] = {}
        for local in everybody:
            found.setdefault(local.mark, self.resolver.key(local))
        self.corrected = Corrected(found, corrections)
        self.keys = self.corrected.keys
        self.members: dict[Key, list[Local]] = {}
        for local in everybody:
            self.members.setdefault(self.keys[local.mark], []).append(local)
        self.kinds = {key: self._kind(key) for key in self.members}
        self.voices = self._voices()
        self.ids: dict[Key, str] = {}

    def id_of(self, article: str, name: str) -> str:
        """Return the id of an article's actor."""
        return self._id(self.keys[Mark(article, name)])

    def _id(self, key: Key) -> str:
        if key not in self.ids:
            self.ids[key] = digest("p", self.kinds.get(key, "body"), *key)
        return self.ids[key]

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
        kind, members = self.kinds[key], self.members.get(key, ())
        if kind == "body" and key[0] != "known":
            return any(local.proper and self._body_by_its_name(local) for local in members)
        return kind in {"person", "state", "body", "medium"} and any(local.proper for local in members)

    def _body_by_its_name(self, local: Local) -> bool:
        """Say whether a name shows a body, by an acronym or a noun; a capital alone may be a place or an event."""
        nouns = (self.naming.nouns.get(w) or self.naming.nouns.get(w.lower()) for w in local.names[0].split())
        told = any(n is not None and n.kind == "institution" and n.lemma not in self.naming.nobody for n in nouns)
        return told or len(local.names) > 1 or (local.names[0].isupper() and local.names[0].isalpha())

    def _actor(self, key: Key) -> Actor:
        locals_ = self.members.get(key, [])
        name = self.corrected.shown.get(key) or self.resolver.name(key, locals_)
        aliases = {n for local in locals_ for n in (local.names if local.proper else (local.actor.name,))} - {name}
        bare = name_key(without_article(name))
        aliases = {alias for alias in aliases if name_key(without_article(alias)) != bare}
        roles = {role for local in locals_ for role in local.actor.roles}
        voice = self.voices.get(key)
        return Actor(
            id=self._id(key),
            name=name,
            kind=self.kinds[key],
            aliases=tuple(sorted(aliases)),
            roles=tuple(sorted(roles)) if self.kinds[key] == "person" else (),
            speaks_for=self._id(voice) if voice is not None else None,
            members=tuple(sorted({local.mark for local in locals_})),
            bonds=bonds(name, locals_, known=key[0] == "known", corrected=self.corrected.by),
            voice=self._voice_bond(key) if voice is not None else None,
        )

    def _voice_bond(self, key: Key) -> Bond:
        """Return why a key speaks for somebody: the lexicon knows it, or words beside the name tell."""
        members = self.members.get(key, [])
        if key[0] == "known":
            return Bond(rule="lexicon", passages=passages_of(members[0]) if members else ())
        told = [m for m in members if m.actor.speaks_for and self._named_by(m) == self.voices[key]]
        return Bond(rule="words", passages=passages_of(told[0], told[0].actor.speaks_for or "", *told[0].actor.roles))

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
            voice = self.resolver.known(known.voice_of) if known is not None and known.voice_of else None
            return self.corrected.moved.get(voice, voice) if voice is not None else None
        named = Counter(found for local in self.members.get(key, ()) if (found := self._named_by(local)) is not None)
        return min(named, key=lambda k: (-named[k], k), default=None)

    def _named_by(self, local: Local) -> Key | None:
        """Return for whom an article's actor speaks."""
        name = local.actor.speaks_for
        if not name:
            return None
        key = self.keys.get(Mark(local.article, name)) or self.resolver.voice(name, self.members)
        return self.corrected.moved.get(key, key) if key is not None else None


def _leads_to(start: Key, end: Key, voices: Mapping[Key, Key]) -> bool:
    key: Key | None = start
    while key is not None:
        if key == end:
            return True
        key = voices.get(key)
    return False
