"""Subjects: what a statement is about, as weighted concepts, once its anaphor is resolved inside its article.

`la mine dément ces informations` says by itself of nothing what it is about: it takes the subject of the statement
before it. Numbers are not taken over: who denies a report denies what it tells, not one of its figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from selon.lexicon.naming import naming
from selon.link.concepts import COUNT, NUMBER, ROW, STATE, Concepts, concepts
from selon.link.coverage import Coverage, Told
from selon.link.words import TOKEN
from selon.text import Span

Kind = Literal["fact", "judge", "call"]
"""What kind of claim a statement belongs to. Nobody can confirm or deny a demand or a judgement."""

# All weights and thresholds were tuned together on two stories, of 129 and 157 hand-annotated statements, each with
# and without what Selon itself finds in its articles.
STATE_WEIGHT = 0.3
ROW_WEIGHT = 1.3
COUNT_WEIGHT = 1.0
COUNTED_WEIGHT = 0.7
NUMBER_WEIGHT = 0.6
CUE_WEIGHT = 0.6
"""Of the words of the cue of a demand or a judgement: `condamne` tells what of."""

TAKEN_OVER = 0.5
"""Share of the antecedent's weights that an anaphor takes over."""

FEW = 1
FEW_AFTER_DEMONSTRATIVE = 2
"""A content of fewer concepts of its own is taken for an anaphor: without or with a determiner that points back."""

ANTECEDENT = 2
"""Concepts that a statement has at least to be an antecedent."""

BARE = 2
BEFORE_WEIGHT = 0.2
BEFORE = 150
"""A content of fewer concepts than BARE is read with the words before it, in its sentence, of so many characters."""

FIRST_WORDS = 3
"""Among so many first words of a content, a determiner points back."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a statement is about: its kind and its concepts with their weights."""

    kind: Kind
    weights: Mapping[str, float]


def subjects(coverage: Coverage) -> list[Subject]:
    """Return the subject of each statement of `coverage`, in its order."""
    reader = _Reader(coverage)
    own = [reader.own(told) for told in coverage.statements]
    return [reader.resolved(i, told, own) for i, told in enumerate(coverage.statements)]


class _Reader:
    """Reads the statements of one coverage."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.concepts: Concepts = concepts(coverage.lexicon)
        small = naming(coverage.lexicon).small
        self.pointing = small.demonstrative | small.possessive
        self.counted: dict[str, list[str]] = {}
        for counted in coverage.figures:
            if counted.statement is not None:
                self.counted.setdefault(counted.statement.id, []).append(counted.figure.counted)

    def own(self, told: Told) -> Subject:
        """Return the subject by the statement's own words alone."""
        statement, text = told.statement, told.article.text
        weights: dict[str, float] = {}
        for concept in self.concepts.of(text, statement.content):
            weights[concept] = _weight(concept)
        kind = self._kind(told, weights)
        for noun in self.counted.get(statement.id, ()):
            weights[COUNT] = COUNT_WEIGHT
            weights[COUNT + (self.concepts.of_word(noun) if noun else "")] = COUNTED_WEIGHT if noun else COUNT_WEIGHT
        if statement.stance in ("call", "judge") and statement.cue is not None:
            for concept in self.concepts.of(text, [statement.cue]):
                weights.setdefault(concept, CUE_WEIGHT)
        return Subject(kind, weights)

    def resolved(self, at: int, told: Told, own: Sequence[Subject]) -> Subject:
        """Return the subject of the statement at `at`, with what it takes over from before."""
        subject = own[at]
        weights, few = dict(subject.weights), _own(subject.weights)
        bar = FEW_AFTER_DEMONSTRATIVE if self._points_back(told) else FEW
        if few < bar and told.statement.id not in self.counted:
            for concept, weight in self._antecedent(at, own).items():
                if concept[0] not in (COUNT, NUMBER):
                    weights[concept] = max(weights.get(concept, 0.0), weight * TAKEN_OVER)
        if few < BARE:
            for concept in self.concepts.of(told.article.text, _before(told)):
                weights.setdefault(concept, BEFORE_WEIGHT)
        return Subject(subject.kind, weights)

    def _antecedent(self, at: int, own: Sequence[Subject]) -> Mapping[str, float]:
        told = self.coverage.statements
        for i in range(at - 1, -1, -1):
            if told[i].article.id != told[at].article.id:
                break
            if _own(own[i].weights) >= ANTECEDENT:
                return own[i].weights
        return {}

    def _kind(self, told: Told, weights: Mapping[str, float]) -> Kind:
        """Return the kind by the stance, and by the words where they weigh: `l'escalade est grave` tells no fact."""
        stance = told.statement.stance
        if stance in ("call", "uncertain"):
            return "call" if stance == "call" else "fact"
        if not self.concepts.weighing.isdisjoint(weights):
            return "judge"
        # `X parle de fausses nouvelles` is no judgement of anything but what was said.
        return "judge" if stance == "judge" and _own(weights) else "fact"

    def _points_back(self, told: Told) -> bool:
        first = [
            m.group().lower() for s in told.statement.content for m in TOKEN.finditer(told.article.text, s.start, s.end)
        ]
        return not self.pointing.isdisjoint(first[:FIRST_WORDS])


def _weight(concept: str) -> float:
    return {STATE: STATE_WEIGHT, ROW: ROW_WEIGHT, COUNT: COUNT_WEIGHT, NUMBER: NUMBER_WEIGHT}.get(concept[0], 1.0)


def _own(weights: Mapping[str, float]) -> int:
    """Count the concepts that tell something by themselves: no state, no number."""
    return sum(concept[0] not in (STATE, COUNT, NUMBER) for concept in weights)


def _before(told: Told) -> list[Span]:
    """Return the words before a content in its sentence and line."""
    text, start = told.article.text, told.statement.content[0].start if told.statement.content else 0
    low = max(0, start - BEFORE, text.rfind("\n", 0, start) + 1)
    stop = text.rfind(". ", low, max(low, start - 2))
    low = stop + 2 if stop >= 0 else low
    return [Span(low, start)] if low < start else []
