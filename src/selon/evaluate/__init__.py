"""How good the reader is, measured against what people found; and the gate that holds it there."""

from __future__ import annotations

from pathlib import Path

from selon.evaluate.bootstrap import RESAMPLES, Interval, intervals
from selon.evaluate.checking import faults
from selon.evaluate.corpora import Compared, Document, document_of, fingerprint, load_gold, read_corpus, texts_of
from selon.evaluate.evaluation import Evaluation, evaluate
from selon.evaluate.exporting import Case, cases
from selon.evaluate.gate import (
    Floors,
    Pinned,
    check_files,
    check_gate,
    load_floors,
    lowered,
    measured,
    ratcheted,
    save_floors,
    told,
)
from selon.evaluate.kinds import Slice, breakdown, cue_position, stance_confusion
from selon.evaluate.mistakes import Faulty, Mistake, mistakes_of, worst
from selon.evaluate.report import table, to_text
from selon.evaluate.scores import Agreement, Scores, Share, score

__all__ = [
    "Agreement",
    "Case",
    "Compared",
    "Document",
    "Evaluation",
    "Faulty",
    "Floors",
    "Interval",
    "Mistake",
    "Pinned",
    "Scores",
    "Share",
    "Slice",
    "breakdown",
    "cases",
    "check_files",
    "check_gate",
    "cue_position",
    "document_of",
    "evaluate",
    "faults",
    "fingerprint",
    "intervals",
    "load_floors",
    "load_gold",
    "lowered",
    "measure",
    "measured",
    "mistakes_of",
    "ratcheted",
    "read_corpus",
    "run",
    "save_floors",
    "score",
    "stance_confusion",
    "table",
    "texts_of",
    "to_text",
    "told",
    "worst",
]


def measure(gold: Path, texts: Path | None = None, *, resamples: int = RESAMPLES, faulty: int = 0) -> Evaluation:
    """Annotate the texts of a corpus, as `selon annotate` does, and return the evaluation against its gold.

    `texts` is found beside the gold when it is None. Raises MissingInput for a folder without gold or a gold file
    without its text, FormatFault for bad gold.
    """
    from selon.ingest import annotate_article  # noqa: PLC0415 loads the language model

    return evaluate(read_corpus(gold, texts, annotate_article), resamples, faulty)


def run(gold: Path, texts: Path | None = None) -> Scores:
    """Return the scores alone. Raises what `measure` raises."""
    return measure(gold, texts, resamples=0).scores
