"""Every line of the first table of docs/actors.md is what annotation finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafting import actors, drafted

from selon.annotation.actors import mentions
from selon.text.naming import name_key

PAGE = Path(__file__).resolve().parents[2] / "docs" / "actors.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").split("\n## ")[0].splitlines()
    if line.startswith("|")
][2:]


def test_the_page_has_lines() -> None:
    assert len(ROWS) > 10
    assert {kind for _, _, kind, _ in ROWS} >= {"person", "body", "state", "medium", "document", "group", "anonymous"}


@pytest.mark.parametrize(("sentence", "name", "kind", "voice"), ROWS)
def test_a_line_of_the_page_holds(sentence: str, name: str, kind: str, voice: str) -> None:
    draft = drafted(sentence)
    mentions.STAGE.run(draft)
    found = {name_key(n): a for n, a in actors(draft).items()}
    assert name_key(name) in found, list(actors(draft))
    actor = found[name_key(name)]
    assert (actor.kind, actor.speaks_for or "") == (kind, voice)
