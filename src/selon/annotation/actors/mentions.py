"""Mentions: every expression of an article that stands for an actor, put together into actors."""

from __future__ import annotations

from selon.annotation.actors.appositions import Appositions
from selon.annotation.actors.coreference import gathered
from selon.annotation.actors.descriptions import Description, find_descriptions, split_runs
from selon.annotation.actors.kinds import Kinds, kind_of, titles
from selon.annotation.actors.names import Name, find_names
from selon.annotation.actors.references import Reference, Role, described, joined, role_of, voice_in
from selon.annotation.actors.words import Word, read_words, span_of, with_marks
from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.lexicon.naming import Gender, Naming, naming


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


_SENTENCE = 40  # words looked back over for the owner of a possessive


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
        self.descriptions = descriptions
        self.used: set[int] = set()  # heads of descriptions that belong to a name

    def read(self) -> list[Reference]:
        """Return names with the descriptions beside them, then the descriptions that are left."""
        # Of the descriptions that end in front of a name the outermost role is its title, else the outermost.
        # But a noun of an institution with a capital is part of a name (`le chef du Mouvement Rive Gauche`).
        ranked = sorted(self.descriptions, key=lambda d: (self._begins_name(d), d.noun.kind == "role", -d.head))
        ending = {d.last: d for d in ranked}
        found = [self._named(name, ending) for _, name in sorted(self.names.items())]
        left = [d for d in self.descriptions if d.head not in self.used]
        covered = 0
        for description in left:
            if description.determiner or (description.head >= covered and not description.noun.plural):
                found.append(self._described(description))
            covered = max(covered, description.last + 1)
        return found

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
        reference.article, reference.place = self.kinds.in_front(name.first)
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
                reference.voice = reference.voice or self._voice(title, role)
            elif not reference.voice:
                reference.voice = voice_in(self.words, title, self.naming)

    def _voice(self, title: Description, role: Role) -> str:
        """Return for whom the bearer of a role speaks: nobody once it is over, nobody when it is no office."""
        if role.past or title.noun.lemma not in self.naming.offices:
            return ""
        found = voice_in(self.words, title, self.naming) or self._institution(title)
        if found:
            return found
        alone = title.last == title.head and title.noun.lemma in self.naming.mouthpieces
        owned = title.determiner in self.naming.small.possessive
        return self._owner(title.first, across=alone) if alone or owned else ""

    def _owner(self, at: int, *, across: bool) -> str:
        """Return who is named last before a possessive (`l'Otan et son porte-parole`).

        `across` looks for it in the sentences before, too.
        """
        for i in range(at - 1, max(-1, at - _SENTENCE), -1):
            name = self.names.get(i)
            if name is not None and name.known is None and not across:
                return text_of(self.words, name)  # `le ministre Jean Perrin et son conseiller`
            known = name.known if name is not None else None
            if known is not None and (known.kind == "body" or (known.kind == "state" and not across)):
                return known.name
            if not across and self.words[i].first and "." in self.words[i].gap:
                break
        return ""

    def _institution(self, title: Description) -> str:
        """Return the body named inside a title that the lexicon does not know."""
        for i in range(title.head + 1, title.last + 1):
            inner = self.beside.by_head.get(i)
            if (
                inner is not None
                and inner.noun.kind == "institution"
                and not inner.noun.plural
                and inner.noun.lemma not in self.naming.nobody
            ):
                return described(self.words, inner)
            name = self.names.get(i)
            if name is not None and self.words[i - 1].text in self.naming.civilities:
                return text_of(self.words, name)
            if name is not None and name.known is None and self.words[i].text.isupper() and len(self.words[i].text) > 1:
                return text_of(self.words, name)
        return ""

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
        )
        role = role_of(words, description, self.naming)
        if noun.kind in {"role", "person"}:
            reference.roles.append(role)
            reference.voice = self._voice(description, role)
        elif noun.kind != "person":
            reference.voice = voice_in(words, description, self.naming) or self._person_in(description)
        return reference

    def _closing(self, description: Description) -> str:
        """Return the closing mark that belongs to a description, with the blank before it."""
        span = with_marks(self.words, description.first, description.last)
        extra = span.end - self.words[description.last].end
        return self.words[description.last + 1].gap[:extra] if extra else ""

    def _person_in(self, description: Description) -> str:
        """Return the person named inside a body (`le cabinet de M. Perrin`)."""
        for i in range(description.head + 1, description.last + 1):
            if i in self.names and self.words[i - 1].text in self.naming.civilities:
                return text_of(self.words, self.names[i])
        return ""


def text_of(words: list[Word], name: Name) -> str:
    """Return a name as it is written."""
    text = words[name.first].text
    for word in words[name.first + 1 : name.last + 1]:
        text += word.gap + word.text
    return text


STAGE = Stage("mentions", find_mentions, frozenset({"doc"}), "actors")
