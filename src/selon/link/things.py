"""Things counted: what a figure counts persons for, of which sort, and where.

`136 000 personnes ont défilé`, `136 000 manifestants` count one thing; `8000 à Paris` another, and so do `17 policiers
blessés`. What tells it is the noun, or a word of the clause behind the figure, else in front of it; `contre 66 000`
counts what the figure before it counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from selon.lexicon import Lexicon
from selon.link.concepts import Concepts, concepts
from selon.link.coverage import Counted, Coverage
from selon.link.places import places_in
from selon.link.whole_words import has
from selon.link.words import TOKEN, plain, stem
from selon.model import Figure
from selon.text import Span, folded

BEHIND = 90
"""Characters behind a figure in which a word tells what is counted, at most."""

AHEAD = 160
"""The same in front of it."""

GROUP, MOSTLY = 3, 0.8
"""How often a story tells what the people of a group are counted for, and how often the same, until that is known."""

_STOP = re.compile(r"[.;:!?\n]")
_AND = re.compile(r" et (?:l[ae]s? )?$")
_CLAUSE = re.compile(r"[,.;:!?\n()]")


class Thing(NamedTuple):
    """What persons are counted for (a name of `checks.deeds`), the sort of persons, the town; empty for any."""

    deed: str
    sort: str = ""
    place: str = ""


def things(coverage: Coverage) -> dict[str, Thing]:
    """Return what the figures count that count persons for a deed, by the figures' ids."""
    by_article: dict[str, list[Counted]] = {}
    for counted in coverage.figures:
        if counted.figure.unread is None:
            by_article.setdefault(counted.article.id, []).append(counted)
    capital, lexicon = _capital(coverage), coverage.lexicon
    found = {
        id_: thing for own in by_article.values() for id_, thing in _Reader(own, lexicon, capital).things().items()
    }
    groups = _groups(coverage, found)
    for own in by_article.values() if groups else ():
        if any(_noun(c.figure, lexicon) in groups for c in own):
            found.update(_Reader(own, lexicon, capital, groups).things())
    return found


def _groups(coverage: Coverage, found: Mapping[str, Thing]) -> dict[str, str]:
    """Return the deeds of groups by the noun that their names start with, where their people are counted for one.

    So a group that a story is about (`2000 gilets jaunes ont défilé`) is known where its name alone is counted.
    """
    told: dict[str, Counter[str]] = {}
    for counted in coverage.figures:
        thing = found.get(counted.figure.id)
        if thing is not None and " " in counted.figure.counted:
            told.setdefault(_noun(counted.figure, coverage.lexicon), Counter())[thing.deed] += 1
    known = {*_deeds(coverage.lexicon), *_people(coverage.lexicon)}
    most = {noun: min(deeds, key=lambda d: (-deeds[d], d)) for noun, deeds in told.items() if noun not in known}
    return {n: d for n, d in most.items() if told[n][d] >= max(GROUP, MOSTLY * told[n].total())}


def _noun(figure: Figure, lexicon: Lexicon) -> str:
    return stem(figure.counted.lower().split()[0], lexicon.language) if figure.counted else ""


def _capital(coverage: Coverage) -> str:
    """Return the capital that the story's figures stand beside most, which `la capitale` then means."""
    known = concepts(coverage.lexicon)
    near: Counter[str] = Counter()
    for counted in coverage.figures:
        span, text = counted.figure.span, counted.article.text
        around = text[max(0, span.start - BEHIND) : span.end + BEHIND]
        near.update(key for m in TOKEN.finditer(around) if (key := plain(m.group())) in known.capitals)
    return min(near, key=lambda name: (-near[name], name), default="")


class _Reader:
    """What the figures of one article count."""

    def __init__(
        self, own: Sequence[Counted], lexicon: Lexicon, capital: str, groups: Mapping[str, str] | None = None
    ) -> None:
        self.own = own
        self.text = own[0].article.text
        self.lexicon = lexicon
        self.capital = capital
        self.deeds = {**_deeds(lexicon), **(groups or {})}
        self.nouns = _nouns(lexicon)
        self.known: Concepts = concepts(lexicon)
        self.found: dict[str, Thing] = {}

    def things(self) -> Mapping[str, Thing]:
        """Return what the figures count, by their ids."""
        for at, counted in enumerate(self.own):
            thing = self._thing(at, counted)
            if thing is not None:
                self.found[counted.figure.id] = thing
        return self.found

    def _thing(self, at: int, counted: Counted) -> Thing | None:
        figure = counted.figure
        if figure.unit is not None or figure.move in {"multiple", "division"}:
            return None
        if at and self.own[at - 1].figure.part_of == figure.id:
            return None  # `42 des 57 personnes ont survécu`: not all 57
        chosen = at + 1 < len(self.own) and figure.part_of == self.own[at + 1].figure.id
        behind, ahead = self._behind(at + 1 if chosen else at), self._ahead(at)
        before = self._before(at)
        noun = _noun(figure, self.lexicon)
        deed = self._deed(noun, counted, behind, ahead)
        if not deed and before is not None and (not noun or figure.scope == "recalled" or figure.part_of):
            deed = before.deed
        if not deed:
            return None
        sort = noun if self._is_sort(noun, deed) else "of" if self._is_chosen(counted) else ""
        place = "" if deed in self.lexicon.checks.placeless else self._place(at, behind, ahead)
        whole = self.found.get(figure.part_of or "")
        if whole is not None and not sort and not place and deed == whole.deed:
            sort = f"of {next((stem(w.lower(), self.lexicon.language) for w in self._words(behind)), '')}"
        if not place and whole is not None:
            place = whole.place
        elif not place and before is not None and figure.scope == "recalled":
            place = before.place
        return Thing(deed, sort, place)

    def _deed(self, noun: str, counted: Counted, behind: Span | None, ahead: Span | None) -> str:
        """Return what persons are counted for: by the noun, else by the clause behind it, else by that in front."""
        own = self.deeds.get(noun, "")
        if own and own not in self.lexicon.checks.passing:
            return own
        if not self._counts_persons(noun, counted.figure.counted):
            return own
        return next(self._told(behind), "") or own or next(reversed([*self._told(ahead)]), "")

    def _before(self, at: int) -> Thing | None:
        """Return what the figure before counts, in the same sentence."""
        if at == 0:
            return None
        one, other = self.own[at - 1].figure, self.own[at].figure
        between = self.text[one.span.end : other.span.start]
        return None if _STOP.search(between) else self.found.get(one.id)

    def _behind(self, at: int) -> Span | None:
        """Return the clause behind a figure, up to the next one."""
        start = self.own[at].figure.span.end
        after = [c.figure.span.start for c in self.own[at + 1 : at + 2]]
        end = min([start + BEHIND, len(self.text), *(a for a in after if a >= start)])
        stop = _STOP.search(self.text, start, end)
        return _span(start, stop.start() if stop else end)

    def _ahead(self, at: int) -> Span | None:
        """Return the clause in front of a figure, from the one before it on."""
        end = self.own[at].figure.span.start
        before = [c.figure.span.end for c in self.own[max(0, at - 1) : at]]
        start = max([0, end - AHEAD, *(b for b in before if b <= end)])
        stops = [m.end() for m in _STOP.finditer(self.text, start, end)]
        return _span(max([start, *stops]), end)

    def _words(self, span: Span | None) -> Iterator[str]:
        if span is None:
            return iter(())
        return (m.group() for m in TOKEN.finditer(self.text, span.start, span.end) if not m.group()[0].isdigit())

    def _told(self, span: Span | None) -> Iterator[str]:
        """Yield the deeds that words of a span tell, in order."""
        for word in self._words(span):
            deed = self.deeds.get(stem(word.lower(), self.lexicon.language))
            if deed is not None:
                yield deed

    def _counts_persons(self, noun: str, counted: str) -> bool:
        """Say whether a noun counts persons: one that does, none at all, a participle, or the name of a group."""
        words = counted.split()
        return not noun or noun in _people(self.lexicon) or len(words) > 1 or counted.endswith(("é", "ée"))

    def _is_chosen(self, counted: Counted) -> bool:
        """Say whether a figure tells of some of those that are counted elsewhere (`deux des morts`)."""
        span = counted.figure.span
        return has(self.lexicon.checks.chosen, folded(self.text[span.start + 1 : span.end]).partition(" ")[2])

    def _is_sort(self, noun: str, deed: str) -> bool:
        anybody = not noun or noun in self.nouns or self.deeds.get(noun) == deed
        return not anybody and noun in _people(self.lexicon)

    def _place(self, at: int, behind: Span | None, ahead: Span | None) -> str:
        """Return the town right behind a figure, or at the head of its clause; empty for a whole state or none.

        Where the figure behind joins it with `et`, the town behind that one is both's.
        """
        end = _CLAUSE.search(self.text, behind.start, behind.end) if behind else None
        clause = _span(behind.start, end.start()) if behind and end else behind
        if clause is not None and not end and _AND.search(self.text, clause.start, clause.end):
            joined = self._behind(at + 1) if at + 1 < len(self.own) else None
            named = self._place(at + 1, joined, None) if joined else ""
            if named and not any(True for _ in places_in(self.text, clause, self.known, self.lexicon.synonyms.places)):
                return named
        for span in filter(None, (clause, ahead)):
            for name, wide in places_in(self.text, span, self.known, self.lexicon.synonyms.places):
                return "" if wide else self.capital if name in self.lexicon.checks.capital else name
            if any(plain(word) in self.lexicon.checks.capital for word in self._words(span)):
                return self.capital
            if any(plain(word) in self.lexicon.checks.everywhere for word in self._words(span)):
                return ""
        return ""


def _span(start: int, end: int) -> Span | None:
    return Span(start, end) if start < end else None


@cache
def _deeds(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the deed of each stem that tells one."""
    checks, language = lexicon.checks, lexicon.language
    told = [(d.name, (*d.nouns, *d.words)) for d in checks.deeds]
    told += [(name, words) for named in (checks.fates, checks.outcomes) for name, words in named.named()]
    return {stem(word, language): name for name, words in told for word in words if " " not in word}


@cache
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of nouns that count persons whoever they are, those who do a deed among them."""
    words = [*lexicon.checks.people.any, *(noun for d in lexicon.checks.deeds for noun in d.nouns)]
    return frozenset(stem(word, lexicon.language) for word in words)


@cache
def _people(lexicon: Lexicon) -> frozenset[str]:
    words = (*lexicon.checks.people.any, *lexicon.checks.people.some)
    return frozenset(stem(word.lower(), lexicon.language) for word in words)
