"""Courses: what a statement says that a body does about a measure, as far as its own words tell.

`X suspend la hausse`, `la hausse sera suspendue`, `refuse de renoncer à la hausse`: a word that tells a course, what
turns it into its contrary, and the words for the measure behind it, else in front of it. Words that do not tell which
measure it is (`tenir le cap`, `ces mesures`, `la taxe`) mean the one that the article names next to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from selon.lexicon import Lexicon
from selon.link.coverage import Told
from selon.link.measure_words import BREAK, MeasureWords, Step, Word
from selon.model import Course
from selon.text import Span

FIRST = 4
"""Words of a content, small ones left out, among which more or less of something is announced."""

HEAD = 3
"""Words before a noun that tells a course, small ones left out: with more of them something else is told."""

NEAR = 2
"""Words between `pour` and the verb that it governs, and between `être` and its participle, at most."""

AHEAD = 40
"""Characters between a cue and its content in which a word may turn the course."""

_CONTRARY: Mapping[Course, Course] = {
    "holds": "drops",
    "adjusts": "holds",
    "suspends": "holds",
    "drops": "holds",
    "weighs": "drops",
}
"""Of who refuses it, or says that it is not so."""


class Taken(NamedTuple):
    """A course on a measure: the concepts of the words for it, and whether its speaker says to do it."""

    course: Course
    measure: frozenset[str]
    decides: bool


class CourseReader:
    """Reads the courses that statements tell. It knows one language's words and nothing of any text."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the look-ups."""
        words, self.words = lexicon.measures, MeasureWords(lexicon)
        known = self.words.forms_of
        self._courses = frozenset(name for name, _ in words.courses())
        self._more = known(words.more_or_less)
        self._refusing = known(w for w in words.refuses if " " not in w)
        self._deciding, self._demanding, self._needing = map(known, (words.deciding, words.demanding, words.needing))
        self._aside, self._opposing = frozenset(words.aside), frozenset(words.opposing)
        self._being, self._ending = frozenset(words.being), frozenset(words.ending)
        self._negators = frozenset(lexicon.stopwords.negations)

    def of(self, told: Told) -> Taken | None:
        """Return the course that a statement tells, None for one that tells none.

        Of what the words do not tell the measure, `measure` is looked for around the statement; None without one.
        """
        statement, text = told.statement, told.article.text
        if statement.stance == "judge" or statement.certainty == "conditional":
            return None
        cue = {form for w in self.words.read(text, [statement.cue] if statement.cue else []) for form in w.forms}
        if not cue.isdisjoint(self._demanding):
            return None
        words = self.words.read(text, self._said(told))
        refused, decides = not cue.isdisjoint(self._refusing), not cue.isdisjoint(self._deciding)
        at = next((i for i in range(len(words)) if (s := self.words.step(words, i)) and s.name in self._courses), None)
        more = self._more_or_less(text, words, refused, at) if decides else None
        found = more or (self._told(text, words, refused, at) if at is not None else None)
        if found is None:
            return None
        course, measure = found
        if not self.words.tells(measure):
            stands_for_one = measure or any(not w.forms.isdisjoint(self.words.set) for w in words)
            measure = self.words.named_near(told, measure) if stands_for_one else frozenset()
        return Taken(course, measure, decides) if measure else None

    def _said(self, told: Told) -> list[Span]:
        """Return a statement's content, with the few words from its cue to it (`s'est dit hostile à une hausse`)."""
        cue, content = told.statement.cue, told.statement.content
        start = content[0].start
        if cue is None or not 1 < start - cue.end <= AHEAD or BREAK.search(told.article.text, cue.end, start):
            return list(content)
        return [Span(cue.end, content[0].end), *content[1:]]

    def _told(self, text: str, words: Sequence[Word], refused: bool, at: int) -> tuple[Course, frozenset[str]] | None:
        """Return the course that the words from a place on tell, with the concepts of its measure."""
        first = next(i for i in range(len(words)) if words[i].clause == words[at].clause)
        head = words[first:at]
        step = cast("Step", self.words.step(words, at))
        if self._stands_aside(words[:at], head, step):
            return None
        if step.noun and not refused and sum(not self.words.is_small(w) for w in head) > HEAD:
            return None
        chain = ["refuses"] if refused else []
        for place in range(first, at):
            before = self.words.step(words, place)
            if before is not None:
                chain.append(before.name)
            elif (
                words[place].small in self._negators and chain[-1:] != ["not"] and not (step.noun and at - place > NEAR)
            ):
                chain.append("not")
        end, names = self._chained(words, at)
        measure = self.words.measure(text, words, end)
        passive = any(w.small in self._being for w in head[-NEAR - 1 :])
        if passive and not step.noun:
            measure = self.words.measure(text, words, first, at) or measure
        elif self._is_subject(words, at + step.width):
            return None
        pronoun = bool(head) and head[-1].small in self.words.definite and not step.noun
        if not (measure or step.noun or pronoun) and words[at].forms.isdisjoint(self.words.set_only):
            measure = self.words.measure(text, words, first, at)
        return _composed([*chain, *names]), frozenset() if pronoun else measure

    def _stands_aside(self, before: Sequence[Word], head: Sequence[Word], step: Step) -> bool:
        """Say whether the words before a step make it another's, an aim, a demand or a supposition."""
        if any(w.small in self._opposing for w in before) or any(not w.forms.isdisjoint(self._needing) for w in head):
            return True
        return any(w.small in self._aside for w in (head if step.noun else head[-NEAR:]))

    def _chained(self, words: Sequence[Word], at: int) -> tuple[int, list[str]]:
        """Return where the words for the measure start, and the courses told up to there (`renoncer à supprimer`)."""
        names: list[str] = []
        while at < len(words):
            step = self.words.step(words, at)
            if step is not None:
                names.append(step.name)
                at += step.width
            elif self.words.is_small(words[at]) and words[at].small not in self._negators:
                at += 1
            else:
                break
        return at, names

    def _is_subject(self, words: Sequence[Word], start: int) -> bool:
        """Say whether something is said of the deed that is told (`la suspension de la hausse est un piège`)."""
        for word in words[start:]:
            if word.small in self._ending or word.clause != words[start].clause:
                return False
            if word.small in self._being:
                return True
        return False

    def _more_or_less(
        self, text: str, words: Sequence[Word], refused: bool, told: int | None
    ) -> tuple[Course, frozenset[str]] | None:
        """Return the course of who decides more or less of something: `annonce une hausse du salaire`.

        None where a word of the same clause tells a course of it, which stands at `told`.
        """
        near = [i for i, word in enumerate(words) if not self.words.is_small(word)][:FIRST]
        at = next((i for i in near if not words[i].forms.isdisjoint(self._more)), None)
        if at is None or words[at].clause > words[0].clause or any(w.small in self._aside for w in words[:at]):
            return None
        if told is not None and words[told].clause == words[at].clause:
            return None
        measure = self.words.measure(text, words, 0)
        return ("drops" if refused else "holds", measure) if self.words.tells(measure) else None


@lru_cache(maxsize=4)
def course_reader(lexicon: Lexicon) -> CourseReader:
    """Return the reader of a language's courses, built once."""
    return CourseReader(lexicon)


def _composed(chain: Sequence[str]) -> Course:
    """Return the course of words that tell and turn one, of which the last is nearest to the measure."""
    *outer, inner = chain
    weighed = inner == "weighs"
    course = cast("Course", "holds" if weighed else inner)
    for word in reversed(outer):
        if word in ("refuses", "not", "undoes", "drops"):
            course, weighed = _CONTRARY[course], False
        elif word == "weighs":
            weighed = True
        elif word in ("suspends", "adjusts"):
            course = cast("Course", word) if course == "holds" else "holds"
    return "weighs" if weighed else course
