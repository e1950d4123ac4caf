"""Bonds: the passages and the rule by which actors of several articles are one, or one is another's voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selon.link.bodies import stands_for
from selon.link.identity import Local
from selon.link.persons import skeleton, surname_skeleton
from selon.model import Bond, Mark, Passage, Rule
from selon.text.naming import name_key


def bonds(name: str, members: Sequence[Local], *, known: bool, corrected: Mapping[Mark, str]) -> tuple[Bond, ...]:
    """Return a bond for every member but the one that the others are bound to.

    That one is the first with the `name` shown, else the first of all. `known` says that the lexicon knows them,
    `corrected` gives the correction that put a member here.
    """
    first = min(members, key=lambda m: (name not in m.names, m.article, m.actor.name), default=None)
    if first is None:
        return ()
    found = []
    for member in members:
        if member is not first:
            correction = corrected.get(member.mark) or corrected.get(first.mark)
            rule = "correction" if correction else rule_of(first, member, known=known)
            passages = (*passages_of(first), *passages_of(member))
            found.append(Bond(rule=rule, passages=passages, correction=correction))
    return tuple(sorted(found, key=lambda b: (b.passages, b.rule)))


def rule_of(one: Local, other: Local, *, known: bool) -> Rule:
    """Return why two actors of articles are one."""
    keys, others = ([name_key(n) for n in local.names] for local in (one, other))
    if keys[0] == others[0]:
        return "description" if one.actor.kind == "anonymous" else "same name"
    if set(keys) & set(others):
        return "acronym"
    if known:
        return "lexicon"
    if skeleton(keys[0]) == skeleton(others[0]) or surname_skeleton(keys[0]) == surname_skeleton(others[0]):
        return "spelling"
    if one.actor.kind == "person" and not (one.proper and other.proper):
        return "office"
    if stands_for(keys[0], others[0]) or stands_for(others[0], keys[0]):
        return "acronym"
    short = " " not in keys[0] or " " not in others[0] or keys[0].startswith(others[0]) or others[0].startswith(keys[0])
    return "short name" if short or one.actor.kind == "person" else "wording"


def passages_of(local: Local, *words: str) -> tuple[Passage, ...]:
    """Return where an article names an actor: the first mention with some of the `words`, else the first of all."""
    mentions = local.actor.mentions
    wanted = [name_key(w) for w in words]
    for mention in mentions:
        key = name_key(mention.of(local.text))
        if any(w in key for w in wanted):
            return (Passage(local.article, (mention,)),)
    return (Passage(local.article, mentions[:1]),) if mentions else ()
