"""Claims measured against the topics of a reader, on stories whose gold says of each statement what it is about.

The articles are read as `selon dossier` does, so that what is measured is what a reader of the dossier gets: B-cubed of
the claims against the topics (Bagga and Baldwin 1998), over the statements that were found.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from selon.errors import FormatFault
from selon.evaluate.corpora import Attribution, gold_files
from selon.evaluate.groups import b_cubed
from selon.evaluate.matching import statement_pairs
from selon.ingest import dossier_of_files
from selon.model import decode

ENOUGH = 0.5
"""Jaccard index of the contents from which on a statement counts as found."""

FORMS = (".txt", ".html")


class Topical(Attribution, frozen=True, kw_only=True):
    """A statement with what it is about: the reader's topic, or the claim that it was put into."""

    topic: str | None = None


class Topics(msgspec.Struct, frozen=True):
    """The statements of one text."""

    statements: tuple[Topical, ...] = ()


class Claims(msgspec.Struct, frozen=True):
    """Statements with a topic that were found, of how many, and B-cubed precision, recall and F1 of their claims."""

    found: int
    wanted: int
    scores: tuple[float, float, float]


def measure_claims(gold: Path, texts: Path) -> Claims:
    """Make one dossier of the articles in `texts` and hold its claims against the topics in the folder `gold`.

    Raises MissingInput, FormatFault.
    """
    told = {p.stem: decode(p.read_bytes(), Topics, str(p)).statements for p in gold_files(gold)}
    dossier, faults = dossier_of_files(sorted(p for p in texts.iterdir() if p.suffix in FORMS))
    if faults:
        raise FormatFault(str(texts), str(faults[0]), "Expected articles that can be read")
    names = {article.id: Path(article.path or article.id).stem for article in dossier.articles}
    claimed: dict[str, list[Topical]] = {}
    for s in dossier.statements:
        claimed.setdefault(names[s.article], []).append(
            Topical(source=s.source, content=s.content, topic=s.claim or s.id)
        )
    pairs = [
        (wanted.topic, got.topic)
        for name, statements in told.items()
        for wanted, got in statement_pairs(statements, claimed.get(name, []), ENOUGH)
        if isinstance(wanted, Topical) and isinstance(got, Topical) and wanted.topic and got.topic
    ]
    every = sum(s.topic is not None for statements in told.values() for s in statements)
    return Claims(len(pairs), every, b_cubed([(a, b) for a, b in pairs if a and b]))


def claims_report(found: Mapping[str, Claims]) -> str:
    """Return what was measured of each story as a line of text."""
    lines = [f"{len(found)} stories; B-cubed precision, recall, F1 against a reader's topics"]
    for name, one in found.items():
        scores = "  ".join(f"{score:.3f}" for score in one.scores)
        lines.append(f"  {name}: {scores}  over {one.found} of {one.wanted} statements")
    return "\n".join(lines)


def claims_values(found: Mapping[str, Claims]) -> dict[str, float]:
    """Return what is held: B-cubed F1 by the name of the story."""
    return {f"{name}, B-cubed": one.scores[2] for name, one in found.items()}
