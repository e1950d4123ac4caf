"""Voices: the actor behind a source expression, found among the mentions or made from its words."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from selon.annotation.draft import Draft
from selon.lexicon.naming import Naming, naming
from selon.model import ActorKind, LocalActor
from selon.text import Span
from selon.text.naming import name_key

_DETERMINER = re.compile(
    r"(?:(?:l|d)['’]|(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|leur|leurs|du|au|aux)\b)[\s«“\"]{0,3}",
    re.IGNORECASE,
)
_GIVER = re.compile(r"(?:\bd[eu]s?\b|\bd['’]|\bpar\b|\bdans\b)\s?(?:l[ae]s?\s|l['’])?$", re.IGNORECASE)
# What makes a name behind it a complement or one of several, and not the name of who is described.
_LEADING = re.compile(
    r"(?:\b(?:de|du|des|d|par|à|au|aux|en|dans|pour|avec|sur|et|ou|auprès|chez)\b|,|['’]).{0,4}$|\bet\b", re.IGNORECASE
)
_ELIDED = 4  # characters of a determiner that a source leaves out
_ISSUED = re.compile(r" (?:[\w-]{2,20} ){0,3}(?:d[eu]s?|par) (?:l[ae]s? |l['’])?", re.IGNORECASE)
_BY = re.compile(
    r"[ \u00a0](?:[\w-]{2,20}[ \u00a0]){0,3}(?:par|(?:émanant|provenant|venant) d[eu]s?)[ \u00a0](?:l[ae]s? |l['’])?"
    r"|[ \u00a0](?:émanant|provenant|venant) d['’]",
    re.IGNORECASE,
)
_ISSUERS = frozenset({"person", "body", "state", "group", "medium"})
_BEHIND = 60  # characters behind a document in which its issuer stands
_RELATIVE = re.compile(r"(?:laquelle|lequel|lesquel(?:le)?s)\b", re.IGNORECASE)
_LINK = re.compile(r",?[ \u00a0](?:selon|d['’]après|pour)[ \u00a0]$", re.IGNORECASE)
_LINKED = 12  # characters of such a preposition
_WORD = re.compile(r"\w+")
_SEVERAL = re.compile(r" et (?!l['’]?autre)")
_LONGEST = 400  # characters of a mention looked back for


class Voices:
    """The actors of an article, those found by their mentions first, then those that only sources name."""

    def __init__(self, draft: Draft) -> None:
        self.text = draft.text
        self.naming: Naming = naming(draft.lexicon)
        self.actors: list[LocalActor] = list(draft.actors)
        self.mentions = sorted((m, i) for i, actor in enumerate(self.actors) for m in actor.mentions)
        self._keys = {_plain(m.of(self.text)): i for m, i in reversed(self.mentions)}
        self._keys.update((_plain(a.name), i) for i, a in reversed(list(enumerate(self.actors))))

    def near(self, span: Span) -> list[tuple[Span, int]]:
        """Return the mentions that share a character with `span`."""
        first = bisect_left(self.mentions, span.start - _LONGEST, key=lambda m: m[0].start)
        found = []
        for mention, actor in self.mentions[first:]:
            if mention.start >= span.end:
                break
            if mention.overlaps(span):
                found.append((mention, actor))
        return found

    def of(self, source: Span) -> int | None:
        """Return the actor of a source expression: the one that its head stands for, None if no mention is its head."""
        head = self._head_start(source)
        near = self.near(source)
        if _RELATIVE.match(self.text, source.start):
            return self._antecedent(source.start)
        for mention, actor in reversed(near):
            named = self.actors[actor].kind == "person" and source.end - 1 <= mention.end <= source.end
            if named and mention.start > source.start and not _LEADING.search(self.text[source.start : mention.start]):
                return actor
        heads = [(m.start >= source.start - _ELIDED, len(m), -i, i, m) for m, i in near if m.start <= head < m.end]
        if heads:
            *_, actor, mention = max(heads)
            if self._joint(source, mention):
                return None
            if self.actors[actor].kind == "document":
                giver = self._giver(source, near)
                giver = giver if giver is not None else self._giver_behind(source)
                return giver if giver is not None else actor
            return actor
        return self._giver(source, near) if self._reports(source) else None

    def _antecedent(self, at: int) -> int | None:
        """Return whose words a relative at a place takes up (`les propos du ministre selon lesquels`)."""
        link = _LINK.search(self.text, max(0, at - _LINKED), at)
        if link is None:
            return None
        end = link.start()
        ending = [m for m, _ in self.near(Span(max(0, end - 1), end)) if m.end == end] if end else []
        return self.of(max(ending, key=len)) if ending else None

    def _head_start(self, source: Span) -> int:
        found = _DETERMINER.match(self.text, source.start, source.end)
        return found.end() if found and found.end() < source.end else source.start

    def _joint(self, source: Span, mention: Span) -> bool:
        """Say whether the source names several, of whom the mention is the first."""
        rest = self.text[mention.end : source.end]
        return bool(re.match(r"\s?(?:et|ou|,)\s", rest))

    def _reports(self, source: Span) -> bool:
        noun = self.naming.nouns.get(self._head_word(source))
        return noun is not None and noun.kind == "document"

    def _head_word(self, source: Span) -> str:
        """Return the first word behind the determiner, in small letters."""
        word = _WORD.match(self.text, self._head_start(source), source.end)
        return word.group().lower() if word else ""

    def head_noun(self, source: Span) -> str:
        """Return the lemma of the noun of the titles that an expression starts with, empty without one."""
        noun = self.naming.nouns.get(self._head_word(source))
        return noun.lemma if noun is not None else ""

    def _giver(self, source: Span, near: list[tuple[Span, int]]) -> int | None:
        """Return the body or person whose document the source is (`les chiffres de la préfecture`)."""
        inner = [(m, i) for m, i in near if m.start > source.start and _GIVER.search(self.text[source.start : m.start])]
        for documents in (False, True):
            for _, actor in inner:
                if (self.actors[actor].kind == "document") == documents and self.actors[actor].kind != "anonymous":
                    return actor
        return None

    def _giver_behind(self, source: Span) -> int | None:
        """Return whose document it is when that is said behind it (`un communiqué publié lundi par la mairie`)."""
        pattern = _ISSUED if self.head_noun(source) in self.naming.issued else _BY
        behind = Span(source.end, min(len(self.text), source.end + _BEHIND)) if source.end < len(self.text) else None
        for mention, actor in self.near(behind) if behind else ():
            between = self.text[source.end : max(source.end, mention.start)]
            if mention.start > source.end and pattern.fullmatch(between) and self.actors[actor].kind in _ISSUERS:
                return actor
        return None

    def add(self, source: Span) -> int:
        """Return the actor named by the source's own words, a new one unless it was met before."""
        words = " ".join(source.of(self.text).split())
        if _DETERMINER.match(words):
            words = words[0].lower() + words[1:]
        known = self._keys.get(_plain(words))
        if known is not None:
            actor = self.actors[known]
            self.actors[known] = msgspec.structs.replace(actor, mentions=_with(actor.mentions, source))
            return known
        self.actors.append(LocalActor(name=words, kind=self._kind(words), mentions=(source,)))
        self._keys[_plain(words)] = len(self.actors) - 1
        return len(self.actors) - 1

    def _kind(self, words: str) -> ActorKind:
        low = words.lower()
        if _SEVERAL.search(low):
            return "group"
        if words[0].isupper() and not _DETERMINER.match(words):
            return "person" if len(words.split()) <= 4 and words.istitle() else "unknown"  # noqa: PLR2004
        if low.startswith(("un ", "une ", "des ", "d'", "d’", "plusieurs ", "certains ", "certaines ", "quelques ")):
            return "anonymous"
        return "group" if low.startswith(("les ", "ces ", "ses ", "leurs ", "nos ")) else "unknown"

    def named(self, words: str) -> str:
        """Return the fullest name of the actor that `words` stand for, the words themselves if none does."""
        actor = self._keys.get(_plain(words))
        return self.actors[actor].name if actor is not None else words


def _with(mentions: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Return sorted mentions with one more, which mostly is the last: an article may name one source at every line."""
    at = bisect_left(mentions, span)
    return mentions if mentions[at : at + 1] == (span,) else (*mentions[:at], span, *mentions[at:])


def _plain(words: str) -> str:
    return name_key(_DETERMINER.sub("", words, count=1)) or name_key(words)
