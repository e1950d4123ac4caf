"""The series of a story against those that a reader made: what counts as found, by a story of two articles."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import msgspec
import pytest

from selon.errors import MissingInput
from selon.evaluate.groups import b_cubed
from selon.evaluate.reference import articles_of, load_reference
from selon.evaluate.stands import report_stands, stands
from selon.evaluate.story import Match, compared, errors, main, report
from selon.model import Annotations, Figure, Interval, LocalActor, Statement
from selon.text import Span

TEXT = "Il y avait 300 carriers à Valbrune, selon la mine."


def _written(folder: Path, name: str, *rows: dict[str, object]) -> None:
    (folder / f"{name}.jsonl").write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A reference of one article with one figure, and its corpus."""
    digest = hashlib.sha256(f"{TEXT}\nUne fin.".encode()).hexdigest()
    _written(tmp_path, "corpus", {"title": "Un titre", "text": f" {TEXT}\nUne fin.\n", "url": "https://example.org/un"})
    _written(
        tmp_path, "articles", {"id": "a1", "file": "corpus.jsonl", "line": 0, "sha256": digest, "written": "2025-04-02"}
    )
    figure = {
        "id": "t1",
        "article": "a1",
        "span": [11, 23],
        "low": 300,
        "high": 300,
        "giver": "la mine",
        "named": None,
        "counted": "demonstrators",
        "place": "Valbrune",
        "day": "2025-04-01",
    }
    _written(tmp_path, "turnout", figure)
    _written(tmp_path, "tolls")
    position = {
        "id": "p1",
        "article": "a1",
        "content": [[0, 35]],
        "actor": "la mine",
        "body": "la mine",
        "measure": "count",
        "position": "maintained",
        "said": {"low": "2025-04-01", "high": "2025-04-02"},
    }
    _written(tmp_path, "positions", position, position | {"id": "p2", "content": [[41, 49]]})
    _written(tmp_path, "changes", {"measure": "count", "before": ["p1"], "after": ["p2"]})
    _written(tmp_path, "series", {"id": "s1", "points": [{"figures": ["t1"]}]})
    return tmp_path


def _matches(folder: Path, low: int, speaker: str) -> tuple[list[Match], list[str]]:
    """The matches and the report where Selon found one figure of `low` by `speaker`."""
    reference = load_reference(folder)
    ((one, article, moved),) = articles_of(reference.articles, folder)
    day = Interval(dt.date(2025, 4, 1), dt.date(2025, 4, 1))
    span = moved.span(Span(11, 23))
    assert span.of(article.text) == "300 carriers"
    figure = Figure(
        id="f1", span=span, low=low, high=low, approx="exact", counted="carrier", speaker=speaker, as_of=day
    )
    marks = Annotations(path=None, article=article.id, language="fr", characters=len(article.text), figures=(figure,))
    found, links = compared(reference, {one.id: (article.id, moved)}, [article], {article.id: marks})
    return found, list(report(reference, found, links))


def test_a_figure_with_its_value_day_and_giver_is_found_wholly(folder: Path) -> None:
    (match,), lines = _matches(folder, 300, "la mine")
    assert (match.value, match.day, match.by) == (True, True, True)
    assert lines[0] == "figures   1/1 (100.0%) with the right value, 0 with another value, 0 not found"
    assert "1/1 (100.0%) with value and day, 1/1 (100.0%) with giver as well" in lines[4]
    assert list(errors([match])) == []


def test_another_value_and_another_giver_are_told(folder: Path) -> None:
    (match,), lines = _matches(folder, 30, "la mine")
    assert not match.value
    assert lines[0] == "figures   0/1 (0.0%) with the right value, 1 with another value, 0 not found"
    (other,), _ = _matches(folder, 300, "un syndicat")
    assert [line.partition("\t")[0] for line in errors([match, other])] == ["value", "giver"]


def test_positions_are_found_by_the_statements_that_tell_them(folder: Path) -> None:
    reference = load_reference(folder)
    ((one, article, moved),) = articles_of(reference.articles, folder)
    day = Interval(dt.date(2025, 4, 2), dt.date(2025, 4, 2))
    mine = LocalActor(name="la mine", kind="body", mentions=(moved.span(Span(42, 49)),))
    said = Statement(
        id="x1",
        source=moved.span(Span(42, 49)),
        cue=None,
        content=(moved.span(Span(0, 34)),),
        form="indirect",
        stance="affirm",
        speaker="la mine",
        when=day,
    )
    marks = Annotations(
        path=None, article=article.id, language="fr", characters=len(article.text), statements=(said,), actors=(mine,)
    )
    places = {one.id: (article.id, moved)}
    _, links = compared(reference, places, [article], {article.id: marks})
    found = stands(reference, places, {article.id: marks}, links)
    assert [(s.found is said, s.by, s.day) for s in found] == [(True, True, True), (False, False, False)]
    lines = list(report_stands(reference, found, links))
    assert lines[0] == "positions 1/2 (50.0%) told by a statement"
    assert lines[4].startswith("changes   0/0 (0.0%)")
    assert lines[5] == "          not told by a statement: count 1"


def test_groups_are_scored_item_by_item() -> None:
    assert b_cubed([("a", "x"), ("a", "x"), ("b", "y")]) == (1.0, 1.0, 1.0)
    assert b_cubed([("a", "x"), ("a", "y")]) == (1.0, 0.5, pytest.approx(2 / 3))
    assert b_cubed([("a", "x"), ("b", "x")]) == (0.5, 1.0, pytest.approx(2 / 3))
    assert b_cubed([]) == (0.0, 0.0, 0.0)


def test_a_missing_corpus_says_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(MissingInput, match="SELON_SHARED"):
        list(articles_of(load_reference(folder).articles, folder / "elsewhere"))
    assert main(["--reference", str(folder / "elsewhere")]) == 2
    assert "gilets-jaunes" in capsys.readouterr().out
