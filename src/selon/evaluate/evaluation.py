"""All that is measured of a reader on a corpus, as one object that can be printed or written as JSON."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from selon.evaluate.bootstrap import RESAMPLES, Interval, intervals
from selon.evaluate.corpora import Compared
from selon.evaluate.kinds import Breakdown, Confusion, Slice, breakdown, stance_confusion
from selon.evaluate.mistakes import Faulty, worst
from selon.evaluate.scores import Agreement, Scores, Share, score_document


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """The scores with their intervals, the kinds of statements, the stances confused, the worst documents."""

    scores: Scores
    resamples: int
    intervals: dict[str, Interval]
    breakdown: Breakdown
    stances: Confusion
    worst: tuple[Faulty, ...] = ()

    def to_json(self) -> str:
        """Return all of it as indented JSON; shares lie between 0 and 1, offsets count code points."""
        measures = self.scores.measures().items()
        whole = {
            "documents": self.scores.documents,
            "resamples": self.resamples,
            "measures": {name: _measure(one, self.intervals.get(name)) for name, one in measures},
            "breakdown": {
                division: {kind: _slice(one) for kind, one in kinds.items()}
                for division, kinds in self.breakdown.items()
            },
            "stances": self.stances,
            "worst": self.worst,
        }
        return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def evaluate(documents: Iterable[Compared], resamples: int = RESAMPLES, faulty: int = 0) -> Evaluation:
    """Return the evaluation of `documents`, with intervals from that many `resamples` and the `faulty` worst ones."""
    held = list(documents)
    pairs = [(document.wanted, document.found) for document in held]
    each = [score_document(*pair) for pair in pairs]
    return Evaluation(
        scores=sum(each, Scores()),
        resamples=resamples,
        intervals=intervals(each, resamples),
        breakdown=breakdown(pairs),
        stances=stance_confusion(pairs),
        worst=worst(held, faulty),
    )


def _measure(measure: Agreement | Share, interval: Interval | None) -> dict[str, object]:
    counts = msgspec.structs.asdict(measure)
    if isinstance(measure, Agreement):
        counts |= {"precision": measure.precision, "recall": measure.recall}
    return {**counts, "value": measure.value, "interval": interval}


def _slice(one: Slice) -> dict[str, object]:
    return {**msgspec.structs.asdict(one), "recall": one.recall, "precision": one.precision}
