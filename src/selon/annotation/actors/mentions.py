"""Mentions: every expression of an article that stands for an actor, put together into actors."""

from __future__ import annotations

from selon.annotation.actors.appositions import Appositions
from selon.annotation.actors.behalf import Behalf
from selon.annotation.actors.coreference import gathered
from selon.annotation.actors.descriptions import Description, find_descriptions, split_runs
from selon.annotation.actors.kinds import Kinds, kind_of, titles
from selon.annotation.actors.names import Name, find_names, text_of
from selon.annotation.actors.references import Reference, described, joined, role_of, voice_in
from selon.annotation.actors.words import Word, read_words, span_of, with_marks
from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.lexicon.naming import Naming, naming
from selon.lexicon.small import Gender
from selon.text.naming import name_key


def find_mentions(draft: Draft) -> None:
    """Fill `draft.actors`: those with a name of their own first met first, spans counted in the draft's text."""
    draft.actors = [entity.local() for entity in gathered(references(draft), naming(draft.lexicon))]


def references(draft: Draft) -> list[Reference]:
    """Return the references of an article, sorted by span."""
    known = naming(draft.lexicon)
    words = read_words(draft)
    names = find_names(words, known, frozenset(draft.lexicon.stopwords.words))
    descriptions = find_descriptions(words, known, names)
    split_runs(descriptions, names)
    found = _Reader(words, names, descriptions, known).read()
    return sorted(found, key=lambda r: r.span)


class _Reader:
    """Puts names and descriptions that stand side by side together."""

    def __init__(
        self, words: list[Word], names: dict[int, Name], descriptions: list[Description], naming: Naming
    ) -> None:
        self.words = words
        self.names = names
        self.naming = naming
        self.beside = Appositions(words, names, descriptions)
        self.kinds = Kinds(words, naming)
        self.behalf = Behalf(words, names, descriptions, naming)
        self.descriptions = descriptions
        self.used: set[int] = set()  # heads of descriptions that belong to a name
        self.seated = {
            i for d in descriptions if self._has_seat(d) for i in range(d.head + 1, d.last + 1) if i in names
        }

    def read(self) -> list[Reference]:
        """Return names with the descriptions beside them, then the descriptions that are left."""
        # Of the descriptions that end in front of a name the outermost role is its title, else the outermost.
        # But a noun of an institution with a capital is part of a name (`le chef du Mouvement Rive Gauche`).
        ranked = sorted(self.descriptions, key=lambda d: (self._begins_name(d), d.noun.kind == "role", -d.head))
        ending = {d.last: d for d in ranked}
        fields = self._fields()
        found = [self._named(name, ending) for at, name in sorted(self.names.items()) if at not in fields]
        left = [d for d in self.descriptions if d.head not in self.used and d.head not in fields]
        covered = 0
        for description in left:
            if name_key(joined(self.words[description.first : description.last + 1])) in self.naming.small.pronouns:
                continue  # `l'intéressé` takes somebody up as a pronoun does
            if description.determiner or (description.head >= covered and not description.noun.plural):
                found.append(self._described(description))
            covered = max(covered, description.last + 1)
        return found

    def _fields(self) -> set[int]:
        """Return where the words stand that only say of what somebody is in charge (`le ministre des Transports`)."""
        found = set()
        for i in (i for d in self.descriptions if self._leads_field(d) for i in range(d.head + 1, d.last + 1)):
            name = self.names.get(i)
            if (name is None and self.words[i].capital) or (name and name.known is None and not self._own_name(name)):
                found.add(i)
        return found

    def _has_seat(self, description: Description) -> bool:
        """Say whether a name behind a noun tells where it is: `la préfète du Doubs`, `l'hôpital de Verdier`."""
        noun = description.noun
        return noun.lemma in self.naming.local or (noun.kind == "institution" and not noun.plural)

    def _leads_field(self, description: Description) -> bool:
        lemma = description.noun.lemma
        behind = self.words[description.head + 1 : description.head + 3]
        return lemma in self.naming.domains or f"{lemma} {joined(behind)}" in self.naming.domains if behind else False

    def _own_name(self, name: Name) -> bool:
        """Say whether the words themselves show a person or an acronym."""
        word = self.words[name.first]
        led = name.first > 0 and self.words[name.first - 1].text in self.naming.civilities
        return led or word.key.partition(" ")[0] in self.naming.given or (word.text.isupper() and len(word.text) > 1)

    def _begins_name(self, description: Description) -> bool:
        """Say whether a description is a capitalised noun of an institution alone, inside a sentence."""
        word = self.words[description.head]
        alone = description.last == description.head
        return alone and word.capital and not word.first and description.noun.kind == "institution"

    def _named(self, name: Name, ending: dict[int, Description]) -> Reference:
        words = self.words
        first = name.first
        gender: Gender = ""
        civil = first > 0 and words[first - 1].text in self.naming.civilities
        if civil:
            first -= 1
            gender = self.naming.civilities[words[first].text]
        title = ending.get(first - 1) if first and words[first].near else None
        before = self.beside.before(first, self.used) if title is None else None
        kind = self.kinds.of_name(name, civil=civil, title=title or before)
        if title is not None and not titles(title, kind, known=name.known is not None):
            title = None
        reference = Reference(
            span_of(words, title.first if title else first, name.last),
            "known" if name.known else "name",
            kind,
            name=" ".join(text_of(words, name).split()),
            gender=gender or self.kinds.gender_of(name),
        )
        reference.article, place = self.kinds.in_front(name.first)
        reference.place = place or name.first in self.seated
        if name.known is not None:
            reference.voice = name.known.voice_of
        if title is not None and title.noun.kind == "institution" and words[title.head].capital and not name.known:
            # `le Mouvement du Nord` is a name with its noun, `l'agence Yonhap` is not.
            reference.name = joined(words[title.inner : name.last + 1])
            reference.article, _ = self.kinds.in_front(title.inner)
        behind = self.beside.behind(name)
        self._add_titles(reference, [title, before, behind])
        reference.beside = tuple(span_of(words, d.first, d.last) for d in (before, behind) if d is not None)
        reference.alias = self._acronym(name.last)
        return reference

    def _add_titles(self, reference: Reference, titles: list[Description | None]) -> None:
        for title in titles:
            if title is None:
                continue
            self.used.add(title.head)
            if reference.kind == "person":
                role = role_of(self.words, title, self.naming)
                reference.roles.append(role)
                reference.gender = reference.gender or title.gender
                reference.voice = reference.voice or self.behalf.of(title, role)
            elif not reference.voice and reference.kind != "medium":  # a British newspaper speaks for no state
                reference.voice = voice_in(self.words, title, self.naming)

    def _acronym(self, last: int) -> str:
        """Return the acronym in brackets behind word `last`, empty if there is none."""
        if last + 1 >= len(self.words):
            return ""
        word = self.words[last + 1]
        return word.text if word.gap.strip() == "(" and word.text.isupper() and len(word.text) > 1 else ""

    def _described(self, description: Description) -> Reference:
        words = self.words
        noun = description.noun
        kind = kind_of(description, self.naming)
        reference = Reference(
            with_marks(words, description.first, description.last),
            "description",
            kind,
            words=described(words, description) + self._closing(description),
            gender=description.gender,
            plural=noun.plural,
            definite=description.definite,
            alias=self._acronym(description.last),
            body=noun.kind == "institution",
        )
        role = role_of(words, description, self.naming)
        if noun.kind in {"role", "person"}:
            reference.roles.append(role)
            reference.voice = self.behalf.of(description, role)
        elif noun.kind not in {"person", "medium"}:
            reference.voice = voice_in(words, description, self.naming) or self.behalf.person_of(description)
        return reference

    def _closing(self, description: Description) -> str:
        """Return the closing mark that belongs to a description, with the blank before it."""
        span = with_marks(self.words, description.first, description.last)
        extra = span.end - self.words[description.last].end
        return self.words[description.last + 1].gap[:extra] if extra else ""


STAGE = Stage("mentions", find_mentions, frozenset({"doc"}), "actors")
