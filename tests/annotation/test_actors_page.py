"""Every line of the tables of docs/actors.md is what annotation finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafting import actors, drafted, words

from selon import annotate
from selon.annotation.actors import mentions
from selon.text.naming import name_key

PAGE = Path(__file__).resolve().parents[2] / "docs" / "actors.md"


def rows(part: int) -> list[list[str]]:
    """Return the cells of the lines of a part's table, without its head."""
    lines = PAGE.read_text(encoding="utf-8").split("\n## ")[part].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")][2:]


ROWS = rows(0)


def test_the_page_has_lines() -> None:
    assert len(ROWS) > 30
    assert {kind for _, _, kind, _ in ROWS} >= {"person", "body", "state", "medium", "document", "group", "anonymous"}


@pytest.mark.parametrize(("sentence", "name", "kind", "voice"), ROWS)
def test_a_line_of_the_page_holds(sentence: str, name: str, kind: str, voice: str) -> None:
    draft = drafted(sentence)
    mentions.STAGE.run(draft)
    found = {name_key(n): a for n, a in actors(draft).items()}
    assert name_key(name) in found, list(actors(draft))
    actor = found[name_key(name)]
    assert (actor.kind, actor.speaks_for or "") == (kind, voice)


@pytest.mark.parametrize(("sentence", "name", "why"), rows(1))
def test_what_the_page_says_is_no_actor_is_none(sentence: str, name: str, why: str) -> None:
    found = annotate(sentence)
    assert found.statements
    assert name_key(name) not in {name_key(a.name).removeprefix("la ").removeprefix("le ") for a in found.actors}


@pytest.mark.parametrize(("sentence", "description", "name"), rows(2))
def test_a_description_of_the_page_leads_to_its_actor(sentence: str, description: str, name: str) -> None:
    draft = drafted(sentence)
    mentions.STAGE.run(draft)
    assert name in actors(draft), list(actors(draft))
    assert description in words(actors(draft)[name], draft)
