"""Records: statements, figures, positions and articles of one or more dossiers, each leading back to its words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selon.dossier import Dossier

Record = dict[str, Any]


def as_jsonl(dossiers: Iterable[Dossier], kind: str) -> str:
    """Return the `statements`, `figures`, `positions` or `articles` of dossiers, one JSON object a line."""
    records = (record for dossier in dossiers for record in records_of(dossier, kind))
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def records_of(dossier: Dossier, kind: str) -> Iterator[Record]:
    """Yield the records of one kind, each with its story, in the dossier's order.

    A record has the fields of the contract (docs/formats.md); beside the id of an actor stands its name, beside
    that of an article its label.
    """
    names = {actor.id: actor.name for actor in dossier.actors}
    labels = {article.id: article.label for article in dossier.articles}
    entries = _positions(dossier) if kind == "positions" else map(_fields, getattr(dossier, kind))
    for entry in entries:
        record: Record = {"story": dossier.story.id}
        for key, value in entry.items():
            record[key] = value
            if key in {"actor", "body"}:
                record[f"{key}_name"] = names.get(value)
            elif key == "article":
                record["article_label"] = labels[value]
        yield record


def as_csv(dossiers: Iterable[Dossier], kind: str) -> str:
    """Return the dossiers' tables of one kind as one table, with the story's id in its first column."""
    from selon.dossier import to_csv

    out = io.StringIO()
    writer = csv.writer(out)
    for number, dossier in enumerate(dossiers):
        heading, *rows = csv.reader(io.StringIO(to_csv(dossier)[f"{kind}.csv"], newline=""))
        if number == 0:
            writer.writerow(["story", *heading])
        writer.writerows([dossier.story.id, *row] for row in rows)
    return out.getvalue()


def as_parquet(dossiers: Iterable[Dossier], kind: str) -> bytes:
    """Return the entries of one kind as one Parquet table, with their story first. Raises ImportError.

    A position also has its claim, the claim's words and its status.
    """
    from selon.dossier.contract import PositionEntry
    from selon.dossier.parquet import entry_type, table

    entries: list[Any] = []
    beside: list[dict[str, str | None]] = []
    for dossier in dossiers:
        story: dict[str, str | None] = {"story": dossier.story.id}
        if kind == "positions":
            for claim in dossier.claims:
                about = {**story, "claim": claim.id, "claim_text": claim.label.text, "status": claim.status}
                entries += claim.positions
                beside += [about] * len(claim.positions)
        else:
            entries += getattr(dossier, kind)
            beside += [story] * len(getattr(dossier, kind))
    return table(entries, PositionEntry if kind == "positions" else entry_type(kind), beside)


def _positions(dossier: Dossier) -> Iterator[Record]:
    for claim in dossier.claims:
        about = {"claim": claim.id, "claim_text": claim.label.text, "status": claim.status}
        for position in claim.positions:
            yield {**about, **_fields(position)}


def _fields(entry: object) -> Record:
    import msgspec

    fields: Record = msgspec.to_builtins(entry)
    return fields
