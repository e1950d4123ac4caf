"""The benchmark of claims: the statements it makes, its baseline, its page."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # `python -m benchmarks` is run from there

from benchmarks.claims import Cost, Quality, complete_link, cost, page  # noqa: E402
from benchmarks.statements import labelled, recombined, told_by  # noqa: E402

SAMPLE = ROOT / "samples" / "bac"


def test_more_statements_change_none_of_the_first_and_their_contents_are_the_articles_words():
    articles, annotations, topics = labelled(SAMPLE / "gold", SAMPLE)
    told = told_by(articles, annotations)
    assert {t.statement.id for t in told} >= set(topics)
    few, marked = recombined(told, 20)
    many, _ = recombined(told, 40)
    assert many[0] == few[0]
    assert [len(marked[a.id].statements) for a in few] == [15, 5]
    assert all(s.content[0].of(a.text) for a in few for s in marked[a.id].statements)


def test_complete_linkage_keeps_apart_what_one_pair_keeps_apart():
    pairs = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (2, 3): 0.6}
    assert sorted(map(sorted, complete_link(4, pairs, 0.5))) == [[0, 1], [2, 3]]


def test_the_cost_is_of_all_statements_and_the_page_has_every_row():
    told = told_by(*labelled(SAMPLE / "gold", SAMPLE)[:2])
    found = cost(*recombined(told, 30))
    assert found.statements == 30
    shown = page([Cost(30, 20, 0.5, 0.25)], [Quality("sample", "Selon", (0.5, 0.25, 1 / 3))])
    assert "| 30 | 20 | 0.50 | 0.25 |" in shown
    assert "| sample | Selon | 0.500 | 0.250 | 0.333 |" in shown
