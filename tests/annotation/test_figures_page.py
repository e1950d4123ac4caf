"""The tables of docs/figures.md: every sentence is read as its line says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from selon.annotation.assembly import annotate
from selon.lexicon import load
from selon.model import Annotations, Article, Dating, Figure

PAGE = Path(__file__).resolve().parents[2] / "docs" / "figures.md"
DAY = dt.date(2024, 10, 28)
Row = tuple[str, str, str, str, str]
HEAD = ["sentence", "figure", "value", "approx", "counted", "and"]


def _sentences() -> list[tuple[str, list[Row]]]:
    """Return every sentence of the page with the rows of its figures; a row without a sentence belongs to the last."""
    found: list[tuple[str, list[Row]]] = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if len(cells) != len(HEAD) or cells == HEAD or set(line) <= set("|-"):
            continue
        sentence, figure, value, approx, counted, more = cells
        if sentence:
            found.append((sentence, []))
        if figure:
            found[-1][1].append((figure, value, approx, counted, " ".join(sorted(more.split()))))
    return found


def _value(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return "none" if figure.low == figure.high else f"{figure.low}+" if figure.high is None else f"-{figure.high}"
    return f"{figure.low}" if figure.low == figure.high else f"{figure.low} to {figure.high}"


def _row(figure: Figure, found: Annotations, text: str, *, modified: bool) -> Row:
    """Return a figure as a row of the page; modifiers only where the page has them."""
    words = {f.id: f.span.of(text).replace(" ", "_") for f in found.figures}
    more: dict[str, Any] = {key: getattr(figure, key) for key in ("unit", "unread", "scope", "move")}
    if modified:
        more["modifiers"] = ",".join(span.of(text).replace(" ", "_") for span in figure.modifiers)
    if figure.as_of:
        more["as_of"] = f"{figure.as_of.low}/{figure.as_of.high}"
    if figure.hours:
        more["hours"] = f"{figure.hours.low:%H:%M}/{figure.hours.high:%H:%M}"
    more["part_of"] = words.get(figure.part_of or "")
    shown = " ".join(sorted(f"{key}={value}" for key, value in more.items() if value))
    return figure.span.of(text), _value(figure), figure.approx, figure.counted, shown


@pytest.mark.parametrize(("text", "rows"), [pytest.param(*one, id=one[0]) for one in _sentences()])
def test_a_sentence_of_the_page_is_read_as_its_lines_say(text: str, rows: list[Row]) -> None:
    article = Article(id="a", text=text, published=Dating(DAY, DAY, "explicit"))
    found = annotate(article, load("fr"))
    modified = any("modifiers=" in row[-1] for row in rows)
    assert [_row(figure, found, text, modified=modified) for figure in found.figures] == rows


def test_the_page_has_what_it_promises() -> None:
    assert len(_sentences()) > 70
    assert sum(len(rows) == 0 for _, rows in _sentences()) > 10
