"""References: the expressions of one article that stand for an actor, and what each of them tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from selon.annotation.actors.descriptions import Description
from selon.annotation.actors.names import goes_on
from selon.annotation.actors.words import Word
from selon.lexicon.naming import Naming
from selon.lexicon.small import Gender
from selon.model import ActorKind
from selon.text import Span
from selon.text.naming import name_key

_SHORT = 2  # letters of a word that tells nothing about a domain
_SYNONYM = 5  # words of a role's synonym behind its noun
_ORDINALS = {
    "premier": "premier ",
    "premiere": "premier ",
    "vice premier": "vice premier ",
    "vice premiere": "vice premier ",
}

Form = Literal["known", "name", "description"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it is compared: what it is (`sense`), of which state or body, in which domain.

    `words` are the article's (`ministre de la Défense`); `sense` is one for all roles that name the same
    function; `body` is a body of the lexicon named in it, `domain` holds the keys of the other words (`defense`);
    `past` is True for what is over, `wide` for a noun that may take up any role.
    """

    words: str
    sense: str
    place: str
    domain: frozenset[str]
    body: str = ""
    past: bool = False
    wide: bool = False

    def fits(self, other: Role) -> bool:
        """Say whether this role, taken up again, may be `other`."""
        if self.sense != other.sense and not self.wide:
            return False
        if self.body and self.body == other.body:
            return self.sense == other.sense
        if self.place and other.place and self.place != other.place:
            return False
        if self.wide and self.sense != other.sense:
            return not self.domain or bool(self.domain & other.domain)
        if self.domain and not other.domain:
            return not self.sense.startswith("same")  # `le président de l'association` is no head of state
        return not self.domain or bool(self.domain & other.domain)


@dataclass(slots=True)
class Reference:
    """An expression for an actor.

    `span` covers all of it, `name` is the proper name inside (empty for a description), `words` the description
    with its determiner, `beside` the descriptions that stand in apposition, `article` the definite article in
    front of a name (`l’`); `body` is True for a description of bodies, one or many, `place` behind a preposition of
    place. `voice` names the state or body for which the actor speaks as far as this tells, `alias` an acronym in
    brackets.
    """

    span: Span
    form: Form
    kind: ActorKind
    name: str = ""
    words: str = ""
    roles: list[Role] = field(default_factory=list)
    voice: str = ""
    gender: Gender = ""
    plural: bool = False
    definite: bool = True
    alias: str = ""
    article: str = ""
    place: bool = False
    beside: tuple[Span, ...] = ()
    body: bool = False

    @property
    def key(self) -> str:
        """The key of its name, or of the description without determiner."""
        return name_key(self.name or self.words)


def role_of(words: list[Word], description: Description, naming: Naming) -> Role:
    """Return what a description says of its bearer's role."""
    inner = words[description.inner : description.last + 1]
    head = words[description.head]
    sense, told = _sense(words, description, naming)
    place, domain = "", set()
    for i in range(description.head + 1, description.last + 1):
        key = words[i].key
        state = naming.nationality.get(key, "")
        place = place or state
        if not state and i > told and len(key) > _SHORT and words[i].low not in naming.particles:
            domain.add(key)
    past = any(w.low in naming.former for w in inner) or head.low.startswith("ex-")
    found = voice_in(words, description, naming)
    if found and not place:
        place = naming.state_of(found) or found
    known = naming.find(found) if found else None
    body = found if known is not None and known.kind == "body" else ""
    return Role(joined(inner), sense, place, frozenset(domain), body, past, head.low in naming.wide)


def _sense(words: list[Word], description: Description, naming: Naming) -> tuple[str, int]:
    """Return the row of the longest synonym that the role starts with, else its noun; and the last word used for it.

    The ordinal of a head of government belongs to the noun (`premier ministre`), and so does `vice-`.
    """
    head = description.head
    first = words[head - 1].key if head > description.inner else ""
    key = _ORDINALS.get(first, "") + name_key(description.noun.lemma)
    found, last = (f"same {naming.same[key]}" if key in naming.same else key), head
    if words[head].low.startswith("vice-") and not description.noun.lemma.startswith("vice-"):
        found = f"vice {found}"
    for i in range(head + 1, min(description.last, head + _SYNONYM) + 1):
        key += " " + words[i].key
        if key in naming.same:
            found, last = f"same {naming.same[key]}", i
    return found, last


def voice_in(words: list[Word], description: Description, naming: Naming) -> str:
    """Return the state or body named inside a description: a known name first, else the state of an adjective."""
    state = ""
    i = description.head + 1
    while i <= description.last:
        for j in range(min(description.last, i + naming.longest - 1), i - 1, -1):
            known = naming.known.get(" ".join(w.key for w in words[i : j + 1]))
            if (
                known is not None
                and (words[i].capital or not known.spelling[0].isupper())
                and not goes_on(words, j, known)
            ):
                if known.kind == "state" and _qualified(words, j, naming):
                    continue
                if known.kind == "capital":
                    return "" if description.noun.lemma in naming.local else known.voice_of
                return known.name
        state = state or naming.nationality.get(words[i].key, "")
        i += 1
    return state


def _qualified(words: list[Word], last: int, naming: Naming) -> bool:
    """Say whether an adjective makes a state's name that of something else (`la France insoumise`)."""
    if last + 1 >= len(words) or not words[last + 1].near:
        return False
    return words[last + 1].pos == "ADJ" and words[last + 1].key not in naming.nationality


def joined(words: list[Word]) -> str:
    """Return the words with what stands between them, white space made one blank."""
    text = words[0].text
    for w in words[1:]:
        text += (w.gap if not w.gap.isspace() else " ") + w.text
    return text


def described(words: list[Word], description: Description) -> str:
    """Return a description as it is shown: with its determiner, in small letters at the start."""
    text = joined(words[description.first : description.last + 1])
    if words[description.first].text.isupper() and len(words[description.first].text) > 1:
        return text
    if description.first < description.inner or description.noun.kind in {"role", "person"}:
        return text[0].lower() + text[1:]
    return text
