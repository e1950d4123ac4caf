"""Exports of several stories: one table, one kind of record, each row with its story."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest

from selon.cli.records import as_csv, as_jsonl
from selon.dossier import Dossier
from selon.ingest import dossier_of_files

KINDS = ("statements", "figures", "positions")


@pytest.fixture(scope="module")
def two(sample_articles: tuple[Path, ...]) -> list[Dossier]:
    """Two stories of one article each."""
    return [dossier_of_files([path])[0] for path in (sample_articles[0], sample_articles[9])]


@pytest.mark.parametrize("kind", KINDS)
def test_two_stories_make_one_table_under_one_heading(two: list[Dossier], kind: str) -> None:
    heading, *rows = csv.reader(io.StringIO(as_csv(two, kind), newline=""))
    assert heading[0] == "story"
    assert "story" not in [row[0] for row in rows]
    assert list(dict.fromkeys(row[0] for row in rows)) == [dossier.story.id for dossier in two]


@pytest.mark.parametrize("kind", KINDS)
def test_no_story_makes_no_row(kind: str) -> None:
    assert as_csv([], kind) == as_jsonl([], kind) == ""


def test_a_statement_is_the_entry_of_the_dossier_with_names_beside_its_ids(two: list[Dossier]) -> None:
    record = json.loads(as_jsonl(two, "statements").splitlines()[0])
    dossier = two[0]
    entry = dossier.statements[0]
    names = {actor.id: actor.name for actor in dossier.actors}
    added = {"story": dossier.story.id, "article_label": "01-agence-fanal", "actor_name": names.get(entry.actor)}
    assert record == {**json.loads(msgspec.json.encode(entry)), **added}


def test_a_position_says_what_it_is_a_position_on(two: list[Dossier]) -> None:
    claims = {claim.id: claim for dossier in two for claim in dossier.claims}
    records = [json.loads(line) for line in as_jsonl(two, "positions").splitlines()]
    assert records
    for record in records:
        claim = claims[record["claim"]]
        assert (record["claim_text"], record["status"]) == (claim.label.text, claim.status)
