"""Descriptions: noun phrases around a noun of the titles (`le ministre de l'Économie et des Finances`)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from selon.annotation.actors.acronyms import before_acronym
from selon.annotation.actors.names import Name
from selon.annotation.actors.words import Word
from selon.lexicon.naming import Naming, Noun, plural_of
from selon.lexicon.small import Gender

_LONGEST = 14  # words to the right of the noun
_WIDEST = 4  # words between the determiner and the noun
_DETERMINERS = 2  # determiners in front of the noun of a complement (`de ses deux fils`)
_RUN = 2  # words behind a first one that make a whole name of what is left
_ACRONYM = 4  # letters of a party's
_MARKS = " \u00a0\u202f«“\"'’"
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM"})

Determined = Literal["definite", "indefinite", ""]


@dataclass(slots=True)
class Description:
    """A noun phrase: the words `first` to `last` around the noun at `head`.

    `inner` is where it starts without its determiner, `determiner` the latter in small letters (empty: none),
    `gender` what determiner and noun tell.
    """

    first: int
    inner: int
    head: int
    last: int
    noun: Noun
    determiner: str
    determined: Determined
    gender: Gender

    @property
    def definite(self) -> bool:
        """Say whether it takes up somebody known, as far as its determiner tells."""
        return self.determined == "definite"


def find_descriptions(words: list[Word], naming: Naming, names: dict[int, Name]) -> list[Description]:
    """Return the descriptions in order. One may stand inside another (`le porte-parole du ministre`)."""
    return _Phrases(words, naming, names).all()


def noun_at(word: Word, naming: Naming) -> Noun | None:
    """Return the noun of the titles that a word is a form of: `ex-ministre`, `lieutenant-colonel` too."""
    low = word.low
    # A noun with a capital may be another one: `le Secours` is a body, `les secours` are many.
    found = naming.nouns.get(word.text) or naming.nouns.get(low)
    if found is None and "-" in low:
        prefix, _, rest = low.partition("-")
        rank = naming.nouns.get(prefix)
        if prefix in naming.prefixes or (rank is not None and rank.kind == "role"):
            found = naming.nouns.get(rest)
    return found


class _Phrases:
    """Reads the words around each noun."""

    def __init__(self, words: list[Word], naming: Naming, names: dict[int, Name]) -> None:
        self.words = words
        self.naming = naming
        self.small = naming.small
        self.names = names

    def all(self) -> list[Description]:
        inside = {i for name in self.names.values() for i in range(name.first, name.last + 1)}
        found = []
        for i, word in enumerate(self.words):
            noun = noun_at(word, self.naming)
            if noun is not None and i not in inside and not self._other_word(i):
                found.append(self._around(i, noun))
        meet_again(self.words, found)
        return found

    def _other_word(self, i: int) -> bool:
        """Say whether the word is a verb here, or an adjective: `la commission scientifique` is no scientist."""
        word = self.words[i]
        if word.pos in {"VERB", "AUX", "ADV"}:
            return not word.capital
        return (
            word.pos == "ADJ" and i > 0 and not (self._determines(i - 1) or self.words[i - 1].low in self.naming.before)
        )

    def _determines(self, i: int) -> bool:
        low = self.words[i].low
        return low in self.small.definite or low in self.small.fused or low in self.small.indefinite

    def _around(self, head: int, noun: Noun) -> Description:
        words, small = self.words, self.small
        inner = head
        while inner > 0 and head - inner < _WIDEST and words[inner].near and self._leads(inner - 1):
            inner -= 1
        first, determiner = self._determiner(inner)
        determined: Determined = "indefinite" if determiner in small.indefinite else "definite" if determiner else ""
        told: Gender = "f" if determiner in small.feminine else "m" if determiner in small.masculine else ""
        last = self._right(head, aims=noun.kind in {"role", "institution", "anonymous"})
        if noun.kind == "institution":
            last = max(last, before_acronym(self.words, head))
        if determiner in small.plural and plural_of(noun.lemma) == noun.lemma:
            noun = replace(noun, plural=True)  # `les Français`: only the determiner tells
        return Description(first, inner, head, last, noun, determiner, determined, noun.gender or told)

    def _leads(self, i: int) -> bool:
        word = self.words[i]
        if word.low in self.naming.before or (word.pos == "ADJ" and not word.capital):
            return True
        return word.pos == "NUM" and word.low not in self.small.indefinite

    def _determiner(self, inner: int) -> tuple[int, str]:
        """Return where the description starts with its determiner, and the determiner; a fused one stays outside."""
        if inner == 0 or self.words[inner].gap.strip(_MARKS):
            return inner, ""
        before = self.words[inner - 1]
        if before.low in self.small.fused:
            return inner, before.low
        if before.low == "des" and before.pos == "ADP":
            return inner, "les"
        return (inner - 1, before.low) if self._determines(inner - 1) else (inner, "")

    def _right(self, head: int, *, aims: bool) -> int:
        last = head
        while last + 1 < len(self.words) and last - head < _LONGEST:
            following = self._one_more(last, aims=aims)
            if following is None:
                break
            last = following
        return last

    def _one_more(self, last: int, *, aims: bool) -> int | None:
        """Return the last word of the next adjective or complement, None where the description ends."""
        i = last + 1
        word = self.words[i]
        if not word.near:
            return self._over_acronym(i) if word.gap.strip() == "(" else None
        if word.low in self.small.belonging:
            return self._complement(i, strict=False)
        if (
            aims
            and word.low in self.small.aim
            and i + 1 < len(self.words)
            and self.words[i + 1].low in self.small.belonging
        ):
            return self._complement(i + 1, strict=True)  # `auprès de l'ONU`
        if aims and word.low in self.small.aim and (word.low != "en" or self.words[last].pos == "NOUN"):
            return self._complement(i, strict=word.low != "en")
        if aims and word.low == "et" and i + 1 < len(self.words) and self.words[i + 1].low in self.small.belonging:
            return self._complement(i + 1, strict=False)
        if word.capital:
            return i if aims and self._party(last, i) else None
        beside = noun_at(word, self.naming) if word.pos == "NOUN" else None
        noun = beside is not None and beside.kind not in {"medium", "document"}  # `le gouvernement compte`
        return i if noun or word.pos == "ADJ" or word.key in self.naming.nationality else None

    def _party(self, last: int, i: int) -> bool:
        """Say whether a party's acronym stands behind a role (`le maire LR de Valence`)."""
        text = self.words[i].text
        noun = noun_at(self.words[last], self.naming)
        return text.isupper() and 1 < len(text) <= _ACRONYM and noun is not None and noun.kind == "role"

    def _over_acronym(self, i: int) -> int | None:
        """Return the last word of a complement behind an acronym in brackets (`police judiciaire (SRPJ) de Lille`)."""
        words = self.words
        if i + 1 >= len(words) or not words[i].text.isupper() or words[i + 1].gap.strip() != ")":
            return None
        return self._complement(i + 1, strict=False) if words[i + 1].low in self.small.belonging else None

    def _complement(self, link: int, *, strict: bool) -> int | None:
        """Return the last word of the noun phrase behind the preposition at `link`, None if there is none.

        `strict` asks for a name or the noun of a body, since `pour` and `chez` lead to much else.
        """
        words = self.words
        i = link + 1
        while i < len(words) and i - link <= _DETERMINERS and self._inner_determiner(i):
            i += 1
        if i >= len(words) or not (words[i].near or words[i].elided):
            return None
        if words[i].text in self.naming.civilities and i + 1 < len(words):
            return self.names[i + 1].last if i + 1 in self.names else i
        if i in self.names:
            known = self.names[i].known
            if strict and known is not None and known.kind == "medium":
                return None  # `la présidence à l'AFP`
            return self._end_of_name(
                self.names[i], determined=i > link + 1 or words[link].low in self.small.fused | {"des"}
            )
        if strict and not words[i].capital:
            noun = noun_at(words[i], self.naming)
            if noun is None or noun.kind != "institution":
                return None  # `le président aux journalistes` is no title
        if words[i].pos in {"ADJ", "NUM"} and i + 1 < len(words) and words[i + 1].near and words[i + 1].pos == "NOUN":
            return i + 1
        return i if words[i].pos in _NOMINAL or noun_at(words[i], self.naming) else None

    def _inner_determiner(self, i: int) -> bool:
        word = self.words[i]
        known = word.low in self.small.definite or word.pos == "NUM"
        return known and not word.capital and (word.near or word.elided)

    def _end_of_name(self, name: Name, *, determined: bool) -> int:
        """Return where a name ends inside a complement: behind `de l'` its first word, when a whole name follows.

        `split_runs` makes what is left the name of the person described.
        """
        if name.known is not None or name.first == name.last:
            return name.last
        for j in range(name.first + 1, name.last + 1):
            if self.words[j].key.partition(" ")[0] in self.naming.given:
                return j - 1
        if determined and name.last - name.first >= _RUN and self.words[name.first].pos != "PROPN":
            return name.first
        return name.last


def meet_again(words: list[Word], found: list[Description]) -> None:
    """Give every body whose name an acronym ends its whole name wherever the same words stand."""
    longest: dict[str, tuple[str, ...]] = {}
    for d in found:
        if d.noun.kind == "institution" and d.last == before_acronym(words, d.head):
            longest[words[d.head].key] = tuple(w.key for w in words[d.head : d.last + 1])
    for d in found:
        whole = longest.get(words[d.head].key, ())
        if tuple(w.key for w in words[d.head : d.head + len(whole)]) == whole:
            d.last = max(d.last, d.head + len(whole) - 1)


def split_runs(descriptions: list[Description], names: dict[int, Name]) -> None:
    """Cut every run of capitals that a description ends inside: what is left is a name of its own."""
    owner = {i: first for first, name in names.items() for i in range(first, name.last + 1) if name.known is None}
    for description in descriptions:
        first = owner.get(description.last)
        if first is None or first <= description.head or names[first].last <= description.last:
            continue
        rest = Name(description.last + 1, names[first].last)
        names[first] = Name(first, description.last)
        names[rest.first] = rest
        owner.update(dict.fromkeys(range(rest.first, rest.last + 1), rest.first))
