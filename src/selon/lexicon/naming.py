"""Look-ups over states, seats and titles: what a name or a noun means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from selon.lexicon.loading import Lexicon
from selon.lexicon.outlets import Outlets
from selon.lexicon.pronouns import Pronouns
from selon.lexicon.seats import Seats
from selon.lexicon.small import Gender, Small, small_words
from selon.lexicon.states import States
from selon.lexicon.titles import Titles
from selon.text.naming import name_key

NounKind = Literal["role", "person", "institution", "medium", "document", "group", "anonymous"]


@dataclass(frozen=True, slots=True)
class Known:
    """A state, a capital, a body or a medium of the lexicon, under its usual name.

    `spelling` is the name as the lexicon writes it: capitals count for acronyms. `voice_of` is the usual name
    of the state or body for which it speaks.
    """

    name: str
    kind: Literal["state", "capital", "body", "medium"]
    spelling: str
    article: str = ""
    voice_of: str = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the titles: its kind, its masculine singular, what its form tells of gender and number."""

    kind: NounKind
    lemma: str
    gender: Gender = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """The look-ups. Keys of `known`, `nationality` and `given` are name keys, those of `nouns` small letters.

    `noun_keys` leads from the key of a noun of person to its masculine singular, `organs` from the usual name of a
    body to the nouns that its other names start with (`Kremlin`: `présidence`).
    """

    known: dict[str, Known]
    first_words: frozenset[str]
    longest: int
    nationality: dict[str, str]
    nouns: dict[str, Noun]
    noun_keys: dict[str, str]
    unnamed: frozenset[str]
    civilities: dict[str, Gender]
    given: dict[str, Gender]
    same: dict[str, int]
    wide: frozenset[str]
    offices: frozenset[str]
    former: frozenset[str]
    mouthpieces: frozenset[str]
    collective: frozenset[str]
    taking_up: frozenset[str]
    nobody: frozenset[str]
    local: frozenset[str]
    issued: frozenset[str]
    before: frozenset[str]
    prefixes: frozenset[str]
    particles: frozenset[str]
    domains: frozenset[str]
    generic: frozenset[str]
    retinue: frozenset[str]
    houses: dict[str, str]
    units: frozenset[str]
    outlet_heads: frozenset[str]
    agencies: frozenset[str]
    small: Small
    organs: dict[str, frozenset[str]]

    def find(self, words: str) -> Known | None:
        """Return what the lexicon knows under `words`, without or with an article in front."""
        key = name_key(words)
        return self.known.get(key) or self.known.get(_without_article(key))

    def state_of(self, words: str) -> str:
        """Return the state that a name or an adjective leads to, empty if none does."""
        known = self.find(words)
        if known is not None:
            return known.name if known.kind == "state" else known.voice_of
        return self.nationality.get(name_key(words), "")


@lru_cache(maxsize=4)
def naming(lexicon: Lexicon) -> Naming:
    """Return the look-ups over a language's lexicon, built once."""
    common = frozenset(lexicon.stopwords.words)
    units = frozenset(name_key(w) for u in (*lexicon.units.units, *lexicon.units.prefixes) for w in u.words)
    return _built(lexicon.states, lexicon.seats, lexicon.outlets, lexicon.titles, lexicon.pronouns, common, units)


@lru_cache(maxsize=4)
def _built(
    states: States,
    seats: Seats,
    outlets: Outlets,
    titles: Titles,
    pronouns: Pronouns,
    common: frozenset[str],
    units: frozenset[str],
) -> Naming:
    # A medium may be called by a word that is mostly none: `ici` has no capital to tell it by.
    known = {name_key(k.spelling): k for k in _known(states, seats, outlets) if k.spelling not in common}
    rows = {name_key(form): i for i, row in enumerate(titles.same) for form in row}
    civilities: dict[str, Gender] = {}
    civilities.update(dict.fromkeys(titles.civilities.masculine, "m"))
    civilities.update(dict.fromkeys(titles.civilities.feminine, "f"))
    civilities.update(dict.fromkeys(titles.civilities.neuter, ""))
    given: dict[str, Gender] = dict.fromkeys(map(name_key, titles.given.masculine), "m")
    given.update(dict.fromkeys(map(name_key, titles.given.feminine), "f"))
    return Naming(
        known=known,
        first_words=frozenset(key.split()[0] for key in known),
        longest=max(len(key.split()) for key in known),
        nationality={name_key(a): s.name for s in states.states for a in s.adjectives if not states.leaves(a, s)},
        nouns=dict(_nouns(titles)),
        noun_keys={name_key(f): n.lemma for f, n in _nouns(titles) if n.kind in {"role", "person"}},
        unnamed=frozenset(f for word in titles.anonymous for f in (word, plural_of(word))),
        civilities=civilities,
        given=given,
        same=rows,
        wide=frozenset(titles.wide),
        offices=frozenset(titles.offices),
        former=frozenset(titles.former),
        mouthpieces=frozenset(titles.mouthpieces),
        collective=frozenset(titles.collective),
        taking_up=frozenset(titles.taking_up),
        nobody=frozenset(titles.nobody),
        local=frozenset(titles.local),
        issued=frozenset(titles.issued),
        before=frozenset(titles.before),
        prefixes=frozenset(titles.prefixes),
        particles=frozenset(titles.particles),
        domains=frozenset(titles.domains),
        generic=frozenset(f for word in titles.generic for f in (name_key(word), name_key(plural_of(word)))),
        retinue=frozenset(titles.retinue),
        houses=dict(titles.houses),
        units=units,
        outlet_heads=frozenset(name_key(head) for head in outlets.heads),
        agencies=frozenset(outlet.name for outlet in outlets.agencies),
        small=small_words(pronouns),
        organs={
            body.name: frozenset(name_key(a).split()[0] for a in body.aliases if a[0].islower() and " " in a)
            for body in seats.bodies
        },
    )


def _known(states: States, seats: Seats, outlets: Outlets) -> Iterator[Known]:
    """Yield every name of every one; a later one wins, so that a state is never taken for a paper."""
    for outlet in (*outlets.media, *outlets.agencies):
        for name in (outlet.name, *(form for form in outlet.forms if not form.startswith("l'"))):
            yield Known(outlet.name, "medium", name)
    for state in states.states:
        for name in state.seats:
            yield Known(state.capital, "capital", name, "", state.name)
    for state in states.states:
        for name in state.names:
            if not states.leaves(name, state):
                yield Known(state.name, "state", name, state.article)
    for body in seats.bodies:
        for name in (body.name, *body.aliases):
            yield Known(body.name, "body", name, body.article, body.voice_of)


def _nouns(titles: Titles) -> Iterator[tuple[str, Noun]]:
    """Yield every form of every noun; a later one wins, so that roles come last."""
    plain: tuple[tuple[NounKind, tuple[str, ...]], ...] = (
        ("anonymous", titles.anonymous),
        ("group", (*titles.groups, *titles.collective)),
        ("document", titles.documents),
        ("medium", titles.media),
        ("institution", titles.institutions),
    )
    for kind, words in plain:
        for word in words:
            yield from _forms(word, Noun(kind, word))
    paired: tuple[tuple[NounKind, tuple[tuple[str, ...], ...]], ...] = (
        ("person", titles.persons),
        ("role", titles.roles),
    )
    for kind, rows in paired:
        for row in rows:
            forms = [form for form in row if form]
            alike = len(row) > 1 and row[0] == row[1]
            for i, form in enumerate(forms):
                gender: Gender = "" if alike else ("f" if i else "m")
                yield from _forms(form, Noun(kind, row[0], gender))


def _forms(word: str, noun: Noun) -> Iterator[tuple[str, Noun]]:
    yield word, noun
    if plural_of(word) != word:
        yield plural_of(word), Noun(noun.kind, noun.lemma, noun.gender, plural=True)


def plural_of(word: str) -> str:
    """Return the regular plural of a French noun or adjective."""
    if word[-1] in "sxz":
        return word
    if word.endswith("al"):
        return word[:-1] + "ux"
    return word + ("x" if word.endswith(("au", "eu")) else "s")


def _without_article(key: str) -> str:
    first, _, rest = key.partition(" ")
    return rest if first in {"le", "la", "l", "les"} else key
