"""Subjects: what a statement is about, as weighted concepts, once its anaphor is resolved inside its article.

`la mine dément ces informations` says by itself of nothing what it is about: it takes the subject of the statement
before it. Numbers are not taken over: who denies a report denies what it tells, not one of its figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from selon.lexicon import Lexicon
from selon.lexicon.naming import naming
from selon.link.concepts import COUNT, NUMBER, ROW, STATE, Concepts, concepts
from selon.link.coverage import Counted, Told
from selon.link.places import place_of
from selon.link.sides import evades
from selon.text import Span

Kind = Literal["fact", "judge", "call"]
"""What kind of claim a statement belongs to. Nobody can confirm or deny a demand or a judgement."""

# All weights and thresholds were tuned together on two stories, of 129 and 157 hand-annotated statements, each with
# and without what Selon itself finds in its articles.
STATE_WEIGHT = 0.3
ROW_WEIGHT = 1.3
COUNT_WEIGHT = 0.8
COUNTED_WEIGHT = 0.7
NUMBER_WEIGHT = 0.6
CUE_WEIGHT = 0.6
"""Of the words of the cue of a demand or a judgement: `condamne` tells what of."""

TAKEN_OVER = 0.5
"""Share of the antecedent's weights that an anaphor takes over."""

TAKEN_ALONG = 0.4
"""Share of those of the same speaker's statement before, about which a content that opens with `leur` goes on."""

FEW = 1
FEW_AFTER_DEMONSTRATIVE = 2
"""A content of fewer concepts of its own is taken for an anaphor: without or with a word that points back."""

ANTECEDENT = 2
"""Concepts that a statement has at least to be an antecedent."""

BARE = 2
BEFORE_WEIGHT = 0.2
BEFORE = 150
"""A content of fewer concepts than BARE is read with the words before it, in its sentence, of so many characters."""

FIRST_WORDS = 3
FIRST_PRONOUNS = 5
"""Among so many first words of a content a determiner, or a pronoun, points back."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a statement is about: its kind, its concepts with their weights, where that is, as far as it says.

    What it counts is `planned` where all of its figures are of what is to come.
    """

    kind: Kind
    weights: Mapping[str, float]
    place: str = ""
    planned: bool = False


@dataclass(frozen=True, slots=True)
class _Own:
    """What a statement is about by its own words; how many of its concepts tell something by themselves."""

    subject: Subject
    telling: int
    first: tuple[str, ...]


def subjects(told: Sequence[Told], figures: Sequence[Counted], lexicon: Lexicon) -> list[Subject]:
    """Return the subject of each statement of one article, in order. `figures` are the article's."""
    return _Reader(figures, lexicon).of_article(told)


class _Reader:
    """Reads the statements of one article."""

    def __init__(self, figures: Sequence[Counted], lexicon: Lexicon) -> None:
        self.concepts: Concepts = concepts(lexicon)
        small = naming(lexicon).small
        self.words = lexicon.synonyms
        self.pointing = small.demonstrative | small.possessive
        self.counted: dict[str, list[str]] = {}
        self.reached: set[str] = set()
        for counted in figures:
            if counted.statement is not None:
                self.counted.setdefault(counted.statement.id, []).append(counted.figure.counted)
                if counted.figure.scope != "planned":
                    self.reached.add(counted.statement.id)

    def of_article(self, told: Sequence[Told]) -> list[Subject]:
        """Return the subjects of its statements, each with what it takes over from those before."""
        own = [self._own(one) for one in told]
        found: list[Subject] = []
        antecedents: list[Subject | None] = []
        for at, one in enumerate(told):
            before = self._antecedent(at, own, found, antecedents) if self._is_anaphor(one, own[at]) else None
            antecedents.append(before)
            share = TAKEN_OVER
            if before is None and self._goes_on(at, told, own):
                before, share = found[at - 1], TAKEN_ALONG
            found.append(self._resolved(one, own[at], before, share))
        return found

    def _own(self, told: Told) -> _Own:
        statement, text = told.statement, told.article.text
        weights = {concept: _weight(concept) for concept in self.concepts.of_words(told.words)}
        telling = _telling(weights)
        cue = self.concepts.of(text, [statement.cue]) if statement.cue is not None else []
        kind = self._kind(told, weights, cue)
        for noun in self.counted.get(statement.id, ()):
            weights[COUNT] = COUNT_WEIGHT
            what = self.concepts.of_word(noun) if noun else ""
            weights[COUNT + what] = COUNTED_WEIGHT if what else COUNT_WEIGHT
        if statement.stance in ("call", "judge") and kind != "fact":
            for concept in cue:
                weights.setdefault(concept, CUE_WEIGHT)
        first = (word.lower() for words in told.words for word in words)
        place = place_of(text, statement.content, self.concepts, self.words.places)
        planned = statement.id in self.counted and statement.id not in self.reached
        return _Own(Subject(kind, weights, place, planned), telling, tuple(islice(first, FIRST_PRONOUNS)))

    def _resolved(self, told: Told, own: _Own, before: Subject | None, share: float) -> Subject:
        """Return a subject with what it takes over from the one before."""
        weights, place = dict(own.subject.weights), own.subject.place
        if before is not None:
            place = place or before.place
            for concept, weight in before.weights.items():
                if concept[0] not in (COUNT, NUMBER):
                    weights[concept] = max(weights.get(concept, 0.0), weight * share)
        if own.telling < BARE:
            for concept in self.concepts.of(told.article.text, _before(told)):
                weights.setdefault(concept, BEFORE_WEIGHT)
        return Subject(own.subject.kind, weights, place, own.subject.planned)

    def _is_anaphor(self, told: Told, own: _Own) -> bool:
        if evades(told, self.words):
            return True
        pointing = not self.pointing.isdisjoint(own.first[:FIRST_WORDS])
        pointing = pointing or not set(self.words.taking_up).isdisjoint(own.first)
        return own.telling < (FEW_AFTER_DEMONSTRATIVE if pointing else FEW) and told.statement.id not in self.counted

    def _goes_on(self, at: int, told: Sequence[Told], own: Sequence[_Own]) -> bool:
        """Say whether a content points back to what the same speaker said just before."""
        if not at or not own[at].first or own[at].first[0] not in self.pointing:
            return False
        return told[at - 1].statement.speaker == told[at].statement.speaker and own[at - 1].telling >= ANTECEDENT

    @staticmethod
    def _antecedent(
        at: int, own: Sequence[_Own], found: Sequence[Subject], antecedents: Sequence[Subject | None]
    ) -> Subject | None:
        """Return what the statement before is about that tells something; for an anaphor what that one stands for."""
        for i in range(at - 1, -1, -1):
            if antecedents[i] is not None:
                return antecedents[i]
            if own[i].telling >= ANTECEDENT:
                return found[i]
        return None

    def _dismisses(self, told: Told) -> bool:
        return self.concepts.dismisses(word for words in told.words for word in words)

    def _kind(self, told: Told, weights: Mapping[str, float], cue: Sequence[str]) -> Kind:
        """Return the kind by the stance, and by the words where they weigh: `l'escalade est grave` tells no fact."""
        stance = told.statement.stance
        if self._dismisses(told) or evades(told, self.words):
            return "fact"
        if stance in ("call", "uncertain"):
            return "call" if stance == "call" else "fact"
        if not self.concepts.weighing.isdisjoint(weights):
            return "judge"
        if stance == "judge" and not self.concepts.weighing.isdisjoint(cue):  # `X condamne ces informations`
            return "judge"
        # `X parle de fausses nouvelles` is no judgement of anything but what was said, `X accuse Y de Z` tells a deed.
        judging = stance == "judge" and _telling(weights) and self.concepts.alleging.isdisjoint(cue)
        return "judge" if judging else "fact"


def _weight(concept: str) -> float:
    return {STATE: STATE_WEIGHT, ROW: ROW_WEIGHT, COUNT: COUNT_WEIGHT, NUMBER: NUMBER_WEIGHT}.get(concept[0], 1.0)


def _telling(weights: Mapping[str, float]) -> int:
    """Count the concepts that tell something by themselves: no state, no number."""
    return sum(concept[0] not in (STATE, COUNT, NUMBER) for concept in weights)


def _before(told: Told) -> list[Span]:
    """Return the words before a content in its sentence and line, without those of the speaker and the cue."""
    text, start = told.article.text, told.statement.content[0].start if told.statement.content else 0
    low = max(0, start - BEFORE, text.rfind("\n", 0, start) + 1)
    stop = text.rfind(". ", low, max(low, start - 2))
    low = stop + 2 if stop >= 0 else low
    spans = []
    for gone in sorted(span for span in (told.statement.source, told.statement.cue) if span is not None):
        if low < gone.end and gone.start < start:
            spans.append((low, gone.start))
            low = gone.end
    return [Span(a, b) for a, b in (*spans, (low, start)) if a < b]
