"""The golden cases: every `tests/cases/fr/NAME.txt` is read as its `NAME.json` says, to the character.

A new case is two files and no code. Spans are code points of the text, end exclusive.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from selon.ingest import annotate

CASES = Path(__file__).resolve().parent.parent / "cases" / "fr"
COMPARED = ("source", "cue", "content", "form", "stance", "certainty", "speaker", "relay")


def _words(text: str, statement: dict[str, Any], keys: set[str]) -> dict[str, Any]:
    """Return a statement with its words instead of its spans, so that a failure can be read."""
    out = {key: statement[key] for key in COMPARED if key in keys}
    for key in ("source", "cue"):
        out[key] = text[slice(*statement[key])] if statement[key] else None
    out["content"] = [text[slice(*span)] for span in statement["content"]]
    return out


def _counted(text: str, figure: dict[str, Any]) -> tuple[Any, ...]:
    return (text[slice(*figure["span"])], *(figure[key] for key in ("low", "high", "approx", "counted")))


NOT_YET = {"without-confirming": "a second verb of refusing to tell is passed by"}
"""Cases that are not read as they say, with what is wrong. One that is read right has to leave this list."""


def _named(name: str) -> Any:
    marks = [pytest.mark.xfail(reason=NOT_YET[name], strict=True)] if name in NOT_YET else []
    return pytest.param(name, marks=marks)


@pytest.mark.parametrize("name", [_named(stem) for stem in sorted(p.stem for p in CASES.glob("*.json"))])
def test_a_case_is_read_as_it_says(name: str) -> None:
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    expected = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    found = json.loads(annotate(text).to_json())
    keys = set().union(*(s.keys() for s in expected["statements"])) if expected["statements"] else set(COMPARED)
    assert [_words(text, s, keys) for s in found["statements"]] == [
        _words(text, s, keys) for s in expected["statements"]
    ]
    assert [_counted(text, f) for f in found["figures"]] == [_counted(text, f) for f in expected["figures"]]


def test_every_text_has_its_expectation_and_every_expectation_its_text() -> None:
    assert {p.stem for p in CASES.glob("*.txt")} == {p.stem for p in CASES.glob("*.json")}
