"""Scores: how much of what people found a reader finds, and how much of what it finds they found.

Counts are added up over all documents before any share is taken (micro-average).
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from selon.evaluate.corpora import Document
from selon.evaluate.matching import characters, figure_pairs, same_name, same_source, statement_pairs

LOOSE, TIGHT = 0.5, 0.9
"""Jaccard index of the contents' characters: the same statement; the same boundaries."""


class Agreement(msgspec.Struct, frozen=True):
    """Items `right` among those `found` and those `wanted`."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def value(self) -> float:
        """F1, the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Share(msgspec.Struct, frozen=True):
    """Items `right` among `all`."""

    right: int = 0
    all: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.all + other.all)

    @property
    def value(self) -> float:
        """The share, 0 when there are no items."""
        return self.right / self.all if self.all else 0.0


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """The measures, each over all documents.

    `content`: characters inside any statement's content. `found_half`, `found_nearly`: statements whose content
    overlaps a gold one with a Jaccard index of at least 0.5, 0.9. `statement`: of the first, those whose source
    shares a character with the gold one, or lacks like it: the headline. `speaker`, `form`, `stance`: of those
    found at 0.5, where the gold says it, the share with the gold's name or label. `figure`: figures that overlap
    a gold one and have its bounds; `giver`: of these, where the gold names who gives them, the share with that name.
    """

    documents: int = 0
    content: Agreement = Agreement()
    found_half: Agreement = Agreement()
    found_nearly: Agreement = Agreement()
    statement: Agreement = Agreement()
    speaker: Share = Share()
    form: Share = Share()
    stance: Share = Share()
    figure: Agreement = Agreement()
    giver: Share = Share()

    def __add__(self, other: Scores) -> Scores:
        return Scores(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})

    def measures(self) -> dict[str, Agreement | Share]:
        """Return every measure under the name that reports and floors use."""
        return {shown: getattr(self, name) for shown, name in _NAMES.items()}

    def values(self) -> dict[str, float]:
        """Return one number a measure, between 0 and 1: F1 or share."""
        return {name: measure.value for name, measure in self.measures().items()}


_NAMES = {
    "statement": "statement",
    "found@.5": "found_half",
    "found@.9": "found_nearly",
    "content": "content",
    "speaker": "speaker",
    "form": "form",
    "stance": "stance",
    "figure": "figure",
    "giver": "giver",
}


def score(documents: Iterable[tuple[Document, Document]]) -> Scores:
    """Return the scores of pairs of a gold document and what was found in the same text."""
    return sum((score_document(gold, found) for gold, found in documents), Scores())


def score_document(gold: Document, found: Document) -> Scores:
    """Return the scores of one document."""
    wanted, got = gold.statements, found.statements
    inside = characters(span for s in wanted for span in s.content)
    marked = characters(span for s in got for span in s.content)
    pairs = statement_pairs(wanted, got, LOOSE)
    figures = figure_pairs(gold.figures, found.figures)

    def agreeing(right: int) -> Agreement:
        return Agreement(right, len(got), len(wanted))

    return Scores(
        documents=1,
        content=Agreement(len(inside & marked), len(marked), len(inside)),
        found_half=agreeing(len(pairs)),
        found_nearly=agreeing(len(statement_pairs(wanted, got, TIGHT))),
        statement=agreeing(sum(same_source(g, f) for g, f in pairs)),
        speaker=_share(same_name(g.speaker, f.speaker) for g, f in pairs if g.speaker is not None),
        form=_share(g.form == f.form for g, f in pairs if g.form is not None),
        stance=_share(g.stance == f.stance for g, f in pairs if g.stance is not None),
        figure=Agreement(len(figures), len(found.figures), len(gold.figures)),
        giver=_share(same_name(g.giver, f.giver) for g, f in figures if g.giver is not None),
    )


def _share(agreeing: Iterable[bool]) -> Share:
    each = list(agreeing)
    return Share(sum(each), len(each))
