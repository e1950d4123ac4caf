"""Circles: among whom somebody is said to speak whom no one names (`dit-on à la préfecture`)."""

from __future__ import annotations

import re

from selon.annotation.actors.voices import Voices
from selon.model import ActorKind
from selon.text import Span

_CIRCLES: frozenset[ActorKind] = frozenset({"body", "group", "anonymous"})
_REACH = 80  # characters around the pronoun in which the circle is named
_BEHIND = re.compile(
    r"(?:[ \u00a0][\w’'-]{2,20}){0,4}?[ \u00a0]"
    r"(?P<at>auprès d[eu]s?|auprès d['’]|au sein d[eu]s?|du côté d[eu]s?|dans|chez|à|aux?|de)[ \u00a0]?"
)
_BEFORE = re.compile(
    r"(?:^|[.!?»”\n])[ \u00a0«“]*(?:Auprès d[eu]s?|Au sein d[eu]s?|Du côté d[eu]s?|Dans|Chez|À|Au)[ \u00a0]?$"
)
_JOINED = re.compile(r"[^.!?;:«»“”\"\n]{0,30},[ \u00a0]$")


def circle_of(source: Span, voices: Voices) -> int | None:
    """Return the body or group in which an impersonal source speaks, named behind its verb or before it."""
    text = voices.text
    window = text[source.end : source.end + _REACH]
    for mention, actor in voices.near(Span(source.end, min(len(text), source.end + _REACH))) if window else ():
        if mention.start > source.end and _fits(actor, voices):
            link = _BEHIND.fullmatch(text[source.end : mention.start])
            if link and (link["at"] != "de" or voices.head_noun(mention) == "source"):
                return actor
    start = max(0, source.start - _REACH)
    for mention, actor in reversed(voices.near(Span(start, source.start)) if start < source.start else []):
        opening = text[max(0, mention.start - _REACH) : mention.start]
        if mention.end <= source.start and _fits(actor, voices) and _BEFORE.search(opening):
            return actor if _JOINED.fullmatch(text[mention.end : source.start]) else None
    return None


def _fits(actor: int, voices: Voices) -> bool:
    found = voices.actors[actor]
    known = voices.naming.find(found.name)
    if found.kind == "body" and not _has_noun(actor, voices):
        return False
    return found.kind in _CIRCLES and not (known is not None and known.kind == "capital")


def _has_noun(actor: int, voices: Voices) -> bool:
    """Say whether a name holds the noun of a body: `à la préfecture` tells who speaks, `à Verdier` where."""
    name = voices.actors[actor].name
    nouns = (voices.naming.nouns.get(word.lower()) for word in re.findall(r"\w[\w-]*", name))
    known = voices.naming.find(name) is not None
    return known or any(
        n is not None and n.kind == "institution" and n.lemma not in voices.naming.nobody for n in nouns
    )
