"""The dossier as CSV tables: every line keeps the article, the offsets and the exact words of its passage."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from selon.dossier.contract import Dossier, StatementEntry
from selon.dossier.passages import Index
from selon.dossier.phrases import Phrases
from selon.model import Interval
from selon.text import Span

Cell = str | int | float | None

_STATEMENTS = (
    *("id", "article", "outlet", "published", "source", "cue", "content", "spans", "form", "stance", "certainty"),
    *("speaker", "actor", "body", "relays", "when_low", "when_high", "claim"),
    *("corrected_by", "corrected_on", "read_before"),
)
_FIGURES = (
    *("id", "article", "outlet", "words", "start", "end", "low", "high", "approx", "counted", "unit", "modifiers"),
    *("unread", "scope", "move", "part_of", "giver", "giver_kind", "body", "said_low", "said_high", "as_of_low"),
    *("as_of_high", "hour_low", "hour_high", "series", "statement"),
)
_POSITIONS = (
    *("claim", "claim_words", "status", "body", "actor", "stance", "certainty", "when_low", "when_high"),
    *("statement", "article", "spans", "words"),
)
# A spreadsheet takes a cell that starts like this for a formula (OWASP, "CSV Injection").
_FORMULA, _BLANK = ("=", "+", "-", "@", "＝", "＋", "－", "＠"), ("\t", "\r", "\n")


def to_csv(dossier: Dossier) -> dict[str, str]:
    """Return `statements.csv`, `figures.csv` and `positions.csv`, by name.

    Text that a spreadsheet would run as a formula starts with an apostrophe; numbers stay numbers.
    """
    index = Index(dossier, Phrases("en"))  # lists hold no wording
    return {
        "statements.csv": _written(_STATEMENTS, (_statement(index, s) for s in dossier.statements)),
        "figures.csv": _written(_FIGURES, _figures(index)),
        "positions.csv": _written(_POSITIONS, _positions(index)),
    }


def guarded(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet runs: text that looks like a formula gets an apostrophe in front."""
    if isinstance(cell, str) and (cell.startswith(_BLANK) or cell.lstrip().startswith(_FORMULA)):
        return f"'{cell}"
    return cell


def _written(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([guarded(c) for c in row] for row in rows)
    return out.getvalue()


def _statement(index: Index, told: StatementEntry) -> list[Cell]:
    article = index.articles[told.article]
    return [
        told.id,
        article.label,
        article.outlet,
        _days(article.published)[0],
        _words(article.text, told.source),
        _words(article.text, told.cue),
        told.text,
        _spans(told.content),
        told.form,
        told.stance,
        told.certainty,
        told.speaker,
        index.name(told.actor) if told.actor else None,
        index.name(index.body(told.actor)) if told.actor else None,
        " > ".join(index.name(r) for r in told.relays),
        *_days(told.when),
        told.claim,
        told.corrections[-1].who if told.corrections else None,
        told.corrections[-1].when.date().isoformat() if told.corrections else None,
        _before(article.text, told),
    ]


def _before(text: str, told: StatementEntry) -> str | None:
    """Return what was read before persons changed it: `speaker: Ivo Lastre; stance: affirm`."""
    if told.read_before is None:
        return None
    changed = sorted({name for made in told.corrections for name in made.fields})
    return "; ".join(f"{name}: {_raw(text, getattr(told.read_before, name))}" for name in changed)


def _raw(text: str, value: object) -> str:
    if isinstance(value, Span):
        return value.of(text)
    if isinstance(value, Interval):
        return "..".join(day or "" for day in _days(value))
    if isinstance(value, tuple):
        return " > ".join(_raw(text, part) for part in value)
    return str(value or "")


def _figures(index: Index) -> Iterable[list[Cell]]:
    for figure in index.dossier.figures:
        article = index.articles[figure.article]
        yield [
            figure.id,
            article.label,
            article.outlet,
            figure.text,
            figure.span.start,
            figure.span.end,
            figure.low,
            figure.high,
            figure.approx,
            figure.counted,
            figure.unit,
            " | ".join(figure.modifiers),
            figure.unread,
            figure.scope,
            figure.move,
            figure.part_of,
            index.name(figure.actor) if figure.actor else figure.speaker,
            figure.giver,
            index.name(index.body(figure.actor)) if figure.actor else None,
            *_days(figure.said),
            *_days(figure.as_of),
            *((f"{figure.hours.low:%H:%M}", f"{figure.hours.high:%H:%M}") if figure.hours else (None, None)),
            figure.series,
            figure.statement,
        ]


def _positions(index: Index) -> Iterable[list[Cell]]:
    for claim in index.dossier.claims:
        for position in claim.positions:
            for statement in position.statements:
                told = index.statements[statement]
                yield [
                    claim.id,
                    claim.label.text,
                    claim.status,
                    index.name(position.body),
                    index.name(position.actor),
                    position.stance,
                    position.certainty,
                    *_days(position.when),
                    statement,
                    index.articles[told.article].label,
                    _spans(told.content),
                    told.text,
                ]


def _words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


def _spans(spans: Sequence[Span]) -> str:
    return ",".join(f"{s.start}-{s.end}" for s in spans)


def _days(when: Interval | None) -> tuple[str | None, str | None]:
    if when is None:
        return None, None
    return when.low.isoformat() if when.low else None, when.high.isoformat() if when.high else None
