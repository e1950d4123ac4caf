"""How good the reader is, measured against what people found; and the gate that holds it there."""

from __future__ import annotations

from pathlib import Path

from selon.evaluate.corpora import Document, document_of, fingerprint, load_gold, read_corpus
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
)
from selon.evaluate.report import errors, table
from selon.evaluate.scores import Agreement, Scores, Share, score

__all__ = [
    "Agreement",
    "Document",
    "Floors",
    "Pinned",
    "Scores",
    "Share",
    "check_files",
    "check_gate",
    "document_of",
    "errors",
    "fingerprint",
    "load_floors",
    "load_gold",
    "lowered",
    "measured",
    "ratcheted",
    "read_corpus",
    "run",
    "save_floors",
    "score",
    "table",
]


def run(gold: Path, texts: Path) -> Scores:
    """Annotate the texts of a corpus, as `selon annotate` does, and return the scores against its gold.

    Raises MissingInput for a folder without gold or a gold file without its text, FormatFault for bad gold.
    """
    from selon.ingest import annotate_article  # noqa: PLC0415 loads the language model

    return score((wanted, found) for _, wanted, found in read_corpus(gold, texts, annotate_article))
