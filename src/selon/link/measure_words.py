"""Words for measures, and those that tell what a body does about one.

A measure is named by a few words behind the one that tells a course, up to the end of its clause or to `qui`, `pour`
and the like. `la taxe`, `ces mesures` do not tell which one it is: it is the one that the article names next to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from selon.dates.names import month_names, weekday_names
from selon.lexicon import Lexicon
from selon.lexicon.naming import naming
from selon.link.concepts import NUMBER, STATE, Concepts, concepts
from selon.link.coverage import Told
from selon.link.words import TOKEN, dictionary_form, plain, stem
from selon.text import Span

LONGEST = 6
"""Words that tell a measure, at most."""

SHORTEST = 3
"""Letters of a word that tells a measure: not `mi` of `mi-novembre`."""

FAR = 12
"""Words between `le cap` and `le tenir`, at most; half as many between `tenir` and `le cap`."""

BEFORE, BEHIND = 700, 500
"""Characters before and behind a statement in which its measure is looked for."""

BREAK = re.compile(r"[.,;:!?…\n]")
"""What parts clauses."""

_VERBS = ("er", "re", "ir")
_ENDS: Mapping[str, Sequence[str]] = {
    "er": ("e", "es", "ent", "é", "ée", "és", "ées", "era", "eront", "erait", "ait", "aient"),
    "re": ("ant", "ent", "ait", "u", "ue", "us", "ues"),
    "ir": ("ant", "ent", "ait"),
}
"""What forms of verbs end in that the dictionary does not lead back to them. Of `étudier`, `étudiant` is none."""


class Word(NamedTuple):
    """A word of a text: where it stands, in small letters, its forms to look up, and how many breaks are before it."""

    span: Span
    small: str
    forms: frozenset[str]
    clause: int


class Step(NamedTuple):
    """A word or phrase that tells a course, or turns one: what it does, how many words it has, whether it is a noun."""

    name: str
    width: int
    noun: bool


class MeasureWords:
    """The look-ups of one language: words of a statement that tell a course, and those for a measure."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the look-ups."""
        words, kinds = lexicon.measures, (*lexicon.measures.kinds, *lexicon.measures.more_or_less)
        self._language = lexicon.language
        self._concepts: Concepts = concepts(lexicon)
        self._steps = dict(self._phrases([*words.courses(), ("undoes", words.undoes), ("refuses", words.refuses)]))
        self._kinds, self._any = self.forms_of(kinds), self.forms_of(words.any_kind)
        self.set_only, self.set = self.forms_of(words.set_only), self.forms_of(words.set)
        self._over = self.forms_of((*words.passing_over, *weekday_names(lexicon.language)))
        self._months = frozenset(month_names(lexicon.language))
        self._ending, self._among = frozenset(words.ending), frozenset(words.among)
        self._aiming = frozenset(words.aiming)
        small = naming(lexicon).small
        self.definite, self._demonstrative = small.definite, small.demonstrative
        self.general = frozenset(self._concept(w) for w in (*kinds, *words.any_kind))

    def measure(self, text: str, words: Sequence[Word], start: int, stop: int | None = None) -> frozenset[str]:
        """Return the concepts of the words for a measure from a place on."""
        found: set[str] = set()
        pointing, here = False, words[start].clause if start < len(words) else 0
        for at, word in enumerate(words[start:stop], start):
            kind = not word.forms.isdisjoint(self._kinds | self._any)
            if pointing and kind:
                return frozenset([self._concept(word.small)])
            pointing = word.small in self._demonstrative
            if word.clause != here:
                if self.tells(found) or word.small not in self._among:
                    break
                here = word.clause
            if self.ends(words, at):
                if found:
                    break
            elif len(word.small) >= SHORTEST and word.forms.isdisjoint(self._over | self.set):
                named = [c for c in self._concepts.of(text, [word.span]) if c[0] != NUMBER]
                known = kind or word.small in self._months
                found.update(named or ([self._concept(word.small)] if known else ()))
            if len(found) >= LONGEST:
                break
        return frozenset(found)

    def ends(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a word ends the words for a measure."""
        noun = at + 1 < len(words) and words[at + 1].small in self.definite
        return words[at].small in self._ending and not (noun and words[at].small in self._aiming)

    def tells(self, measure: Iterable[str]) -> bool:
        """Say whether concepts tell which measure it is."""
        return any(c[0] != STATE and c not in self.general for c in measure)

    def named_near(self, told: Told, measure: frozenset[str]) -> frozenset[str]:
        """Return the concepts of the measure that an article names before a statement, else behind it.

        It holds those of `measure`, which do not tell it. Empty where there is none.
        """
        text, content = told.article.text, told.statement.content
        start, end = content[0].start, content[-1].end
        before = self.read(text, _span(max(0, start - BEFORE), start))
        behind = self.read(text, _span(end, min(len(text), end + BEHIND)))
        near = [(before, at) for at in reversed(range(len(before)))] + [(behind, at) for at in range(len(behind))]
        heads = self._kinds | self._any if measure else self._kinds
        named = [self.measure(text, words, at) for words, at in near if not words[at].forms.isdisjoint(heads)]
        telling = [one for one in named if self.tells(one)]
        whole = next((one for one in telling if measure <= one), None)
        return whole or next((one for one in telling if measure & one), frozenset())

    def step(self, words: Sequence[Word], at: int) -> Step | None:
        """Return the course that words from a place on tell, or how they turn one."""
        for width in (3, 2, 1):
            rest = tuple(w.small for w in words[at + 1 : at + width])
            for form in sorted(words[at].forms) if len(rest) == width - 1 else ():
                step = self._steps.get((form, *rest))
                if step is not None and (width > 1 or self._is_set(words, at)):
                    return step
        return None

    def _is_set(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a word that tells a course only of what was set stands before or behind such a word."""
        if words[at].forms.isdisjoint(self.set_only):
            return True
        near = [w for w in words[max(0, at - FAR) : at + FAR // 2] if abs(w.clause - words[at].clause) <= 1]
        return any(not w.forms.isdisjoint(self.set) for w in near)

    def is_small(self, word: Word) -> bool:
        """Say whether a word tells nothing by itself."""
        return len(word.small) == 1 or word.small in self._concepts.stopwords

    def read(self, text: str, within: Iterable[Span]) -> list[Word]:
        """Return the words of the spans `within` of a text."""
        found: list[Word] = []
        clause = 0
        for span in within:
            end = span.start
            for m in TOKEN.finditer(text, span.start, span.end):
                clause += bool(BREAK.search(text, end, m.start()))
                end = m.end()
                small = m.group().lower()
                forms = frozenset((dictionary_form(small, self._language), plain(small)))
                found.append(Word(Span(m.start(), end), small, forms, clause))
            clause += 1
        return found

    def _concept(self, word: str) -> str:
        return self._concepts.of_word(word) or stem(word, self._language)  # `mesure` says nothing elsewhere

    def _phrases(self, named: Iterable[tuple[str, Sequence[str]]]) -> Iterator[tuple[tuple[str, ...], Step]]:
        for name, phrases in named:
            for phrase in phrases:
                first, *rest = (m.group() for m in TOKEN.finditer(phrase))
                step = Step(name, 1 + len(rest), not first.endswith(_VERBS))
                yield from (((form, *rest), step) for form in self.forms_of([first]))

    def forms_of(self, words: Iterable[str]) -> frozenset[str]:
        """Return the dictionary forms of words, of verbs also those of the forms that are not led back to them."""
        forms = {form for w in words for form in (w, *(w[:-2] + end for end in _ENDS.get(w[-2:], ())))}
        return frozenset({dictionary_form(f, self._language) for f in forms} | {plain(f) for f in forms})


def _span(start: int, end: int) -> list[Span]:
    return [Span(start, end)] if start < end else []
