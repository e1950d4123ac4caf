"""Mentions: every expression of an article that stands for an actor, put together into actors."""

from __future__ import annotations

from selon.annotation.coreference import gathered
from selon.annotation.descriptions import Description, find_descriptions, split_runs
from selon.annotation.draft import Draft
from selon.annotation.names import Name, find_names
from selon.annotation.pipeline import Stage
from selon.annotation.references import Reference, Role, described, role_of, voice_in
from selon.annotation.words import Word, read_words, span_of
from selon.lexicon.naming import Gender, Naming, naming
from selon.model import ActorKind

_DEFINITE = frozenset({"le", "la", "l", "les"})
_ASIDE = 8  # words in an aside between a title and the name
_CLOSED = frozenset(",.;:)»”?!")


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
        self.starting = {d.first: d for d in descriptions}
        self.descriptions = descriptions
        self.used: set[int] = set()  # heads of descriptions that belong to a name

    def read(self) -> list[Reference]:
        """Return names with the descriptions beside them, then the descriptions that are left."""
        titles = {d.last: d for d in reversed(self.descriptions)}
        found = [self._named(name, titles) for _, name in sorted(self.names.items())]
        left = [d for d in self.descriptions if d.head not in self.used]
        covered = 0
        for description in left:
            if description.determiner or (description.head >= covered and not description.noun.plural):
                found.append(self._described(description))
            covered = max(covered, description.last + 1)
        return found

    def _named(self, name: Name, titles: dict[int, Description]) -> Reference:
        words = self.words
        first = name.first
        gender: Gender = ""
        civil = first > 0 and words[first - 1].text in self.naming.civilities
        if civil:
            first -= 1
            gender = self.naming.civilities[words[first].text]
        title = titles.get(first - 1) if first and words[first].near else None
        before = self._before(first) if title is None else None
        kind = self._kind(name, civil=civil, title=title or before)
        if title is not None and not _titles(title, kind, known=name.known is not None):
            title = None
        reference = Reference(
            span_of(words, title.first if title else first, name.last),
            "known" if name.known else "name",
            kind,
            name=" ".join(text_of(words, name).split()),
            gender=gender or self._given(name),
        )
        reference.article, reference.place = self._in_front(name.first)
        if name.known is not None:
            reference.voice = name.known.voice_of
        behind = self._behind(name)
        self._add_titles(reference, [title, before, behind])
        reference.beside = tuple(span_of(words, d.first, d.last) for d in (before, behind) if d is not None)
        reference.alias = self._acronym(name.last)
        return reference

    def _in_front(self, first: int) -> tuple[str, bool]:
        """Return the definite article in front of a name, as written, and whether a preposition of place is there."""
        if first == 0:
            return "", False
        before, gap = self.words[first - 1], self.words[first].gap
        if gap.strip("'’ \u00a0\u202f"):
            return "", False
        article = before.low + (gap if self.words[first].elided else " ") if before.low in _DEFINITE else ""
        return article, before.low in self.naming.small.place

    def _kind(self, name: Name, *, civil: bool, title: Description | None) -> ActorKind:
        """Return what a name is, by the lexicon, by the words beside it, by its own form."""
        if name.known is not None:
            return "body" if name.known.kind == "capital" else name.known.kind
        if civil:
            return "person"
        if title is not None and title.noun.kind in {"role", "person"}:
            return "person"
        if title is not None and title.noun.kind in {"institution", "medium"}:
            return "medium" if title.noun.kind == "medium" else "body"
        words = self.words
        text = words[name.first].text
        before = (
            words[name.first - 1] if name.first and not words[name.first].gap.strip(" \u00a0\u202f'’«“\"") else None
        )
        if words[name.first].key.partition(" ")[0] in self.naming.given and not (before and self._article(before)):
            return "person"
        if name.first == name.last and text.isupper() and len(text) > 1:
            return "body"
        if before is not None and self._article(before):
            return "body"
        if name.first == name.last:
            return "unknown"
        return "person"

    def _article(self, word: Word) -> bool:
        return word.low in self.naming.small.fused or word.low in _DEFINITE or word.low == "des"

    def _given(self, name: Name) -> Gender:
        return self.naming.given.get(self.words[name.first].key.partition(" ")[0], "")

    def _before(self, first: int) -> Description | None:
        """Return the description in front of `, Name,`; an aside may stand between (`le préfet (Est), Paul Duval,`)."""
        if first == 0 or self.words[first].gap.strip() not in {",", "),"} or "\n" in self.words[first].gap:
            return None
        if not self._closed(self._end_of_name(first)):
            return None
        for description in self._near(first - 1):
            if (
                description.noun.plural
                or not description.determiner
                or description.noun.kind not in {"role", "institution"}
            ):
                continue
            if description.last == first - 1 or self._only_aside(description.last + 1, first):
                return description if description.head not in self.used else None
        return None

    def _end_of_name(self, first: int) -> int:
        for i in (first, first + 1):  # a civility may stand in front
            if i in self.names:
                return self.names[i].last
        return first

    def _only_aside(self, start: int, end: int) -> bool:
        """Say whether the words from `start` to before `end` are one aside between commas or in brackets."""
        words = self.words
        if not 0 < end - start <= _ASIDE or words[start].gap.strip() not in {",", "("}:
            return False
        bracket = words[start].gap.strip() == "("
        inner = words[start + 1 : end]
        if any(w.first or (not bracket and w.gap.strip()) or w.pos in {"AUX", "PRON"} for w in inner):
            return False
        return words[end].gap.strip() == ("),") if bracket else words[start].pos in {"ADP", "VERB", "ADJ", "NOUN"}

    def _near(self, last: int) -> list[Description]:
        """Return the descriptions whose noun stands among the dozen words up to `last`, outermost first."""
        return [d for i in range(max(0, last - 14), last + 1) if (d := self._by_head.get(i)) is not None]

    @property
    def _by_head(self) -> dict[int, Description]:
        if not hasattr(self, "_heads"):
            self._heads = {d.head: d for d in self.descriptions}
        return self._heads

    def _behind(self, name: Name) -> Description | None:
        """Return the description behind `Name, `."""
        i = name.last + 1
        if i >= len(self.words) or self.words[i].gap.strip() != "," or "\n" in self.words[i].gap or name.known:
            return None
        description = self.starting.get(i)
        if description is None or description.noun.kind not in {"role", "person"} or description.noun.plural:
            return None
        return description if self._closed(description.last) or not description.determiner else None

    def _closed(self, last: int) -> bool:
        if last + 1 >= len(self.words):
            return True
        gap = self.words[last + 1].gap.lstrip()
        return bool(gap) and gap[0] in _CLOSED

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
        return voice_in(self.words, title, self.naming) or self._institution(title)

    def _institution(self, title: Description) -> str:
        """Return the body named inside a title that the lexicon does not know."""
        for i in range(title.head + 1, title.last + 1):
            inner = self._by_head.get(i)
            if inner is not None and inner.noun.kind == "institution" and not inner.noun.plural:
                return described(self.words, inner)
            name = self.names.get(i)
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
        kind = _kind_of(description, self.naming)
        reference = Reference(
            span_of(words, description.first, description.last),
            "description",
            kind,
            words=described(words, description),
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
            reference.voice = voice_in(words, description, self.naming)
        return reference


def text_of(words: list[Word], name: Name) -> str:
    """Return a name as it is written."""
    text = words[name.first].text
    for word in words[name.first + 1 : name.last + 1]:
        text += word.gap + word.text
    return text


def _titles(title: Description, kind: ActorKind, *, known: bool) -> bool:
    """Say whether a noun can stand in front of a name of this kind as its title."""
    if title.noun.plural:
        return False
    if known:
        return title.noun.kind in {"institution", "medium"}
    return title.noun.kind in {"role", "person", "institution", "medium"} or kind == "person"


def _kind_of(description: Description, naming: Naming) -> ActorKind:
    noun = description.noun
    if noun.kind == "document":
        return "document"
    if noun.kind in {"institution", "medium"}:
        return "group" if noun.plural else ("body" if noun.kind == "institution" else "medium")
    if noun.lemma in naming.collective:
        return "group"
    if not description.definite:
        return "anonymous"
    return "group" if noun.plural else ("anonymous" if noun.lemma == "source" else "person")


STAGE = Stage("mentions", find_mentions, frozenset({"doc"}), "actors")
