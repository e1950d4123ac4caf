from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from documents import ALMOST, DOCUMENTS, TWO
from hypothesis import given
from hypothesis import strategies as st

from selon.evaluate import Agreement, Document, Scores, Share, load_gold, score
from selon.evaluate.corpora import Attribution
from selon.text import Span


def test_each_measure_counts_what_it_says() -> None:
    assert score([(TWO, ALMOST)]) == Scores(
        documents=1,
        content=Agreement(36, 46, 40),
        found_half=Agreement(2, 3, 2),
        found_nearly=Agreement(1, 3, 2),
        statement=Agreement(1, 3, 2),
        speaker=Share(1, 2),
        form=Share(1, 2),
        stance=Share(1, 2),
        figure=Agreement(1, 2, 2),
        giver=Share(0, 1),
    )


def test_counts_are_added_up_before_shares_are_taken() -> None:
    both = score([(TWO, ALMOST), (TWO, TWO)])
    assert both.statement == Agreement(3, 5, 4)
    assert both.statement.value == pytest.approx(2 / 3)
    assert both.documents == 2


def test_a_document_against_itself_is_all_right() -> None:
    assert set(score([(TWO, TWO)]).values().values()) == {1.0}


def test_what_the_gold_does_not_say_is_not_counted() -> None:
    bare = Document(statements=(Attribution(source=Span(0, 8), content=(Span(10, 30),)),))
    found = score([(bare, TWO)])
    assert (found.speaker, found.form, found.stance) == (Share(0, 0), Share(0, 0), Share(0, 0))
    assert found.found_half == Agreement(1, 2, 1)


def test_no_documents_score_nothing() -> None:
    assert set(score([]).values().values()) == {0.0}


@given(st.lists(st.tuples(DOCUMENTS, DOCUMENTS), max_size=3))
def test_every_value_is_a_share_and_the_order_of_documents_does_not_count(
    pairs: list[tuple[Document, Document]],
) -> None:
    found = score(pairs)
    assert all(0 <= value <= 1 for value in found.values().values())
    assert score(reversed(pairs)) == found


def perturbed(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """What a middling reader would make of a document: things missed, added, shifted, mislabelled."""
    out: dict[str, Any] = {"statements": [], "figures": []}
    for said in document["statements"]:
        if chance.random() < 0.2:
            continue
        copy = dict(said)
        copy["content"] = [
            [max(0, a + chance.randint(-15, 15)), b + 20] if chance.random() < 0.5 else [a, b]
            for a, b in said["content"]
        ]
        if chance.random() < 0.3:
            copy["source"] = None if chance.random() < 0.5 else [5, 9]
        copy["speaker"] = chance.choice([said["speaker"], said["speaker"].split(" ")[-1], "", "le ministre"])
        copy["stance"] = chance.choice([said["stance"], "affirm"])
        copy["form"] = chance.choice([said["form"], "direct"])
        out["statements"] += [copy] * chance.choice([1, 1, 2])
    for figure in document["figures"]:
        copy = {"span": figure["span"], "low": figure["low"], "high": chance.choice([figure["high"], figure["low"]])}
        copy["speaker"] = chance.choice([figure.get("source", ""), "", "quelqu'un"])
        out["figures"] += [copy] * chance.choice([0, 1, 1, 2])
    return out


def module_at(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_of_the_corpora", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours(found: dict[str, Any]) -> Document:
    """A prediction as the corpora's own script reads it; there a figure's giver is called `speaker`."""
    figures = [{**figure, "source": figure["speaker"]} for figure in found["figures"]]
    return msgspec.convert({**found, "figures": figures}, Document)


@pytest.mark.parametrize("folder", ["dev", "seeds"])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_measures_are_those_of_the_corpora_script(shared: Path, folder: str, seed: int) -> None:
    theirs = module_at(shared / "gold" / "score.py")
    gold = shared / "gold" / folder
    chance = random.Random(seed)
    raw = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))}
    predicted = {name: perturbed(document, chance) for name, document in raw.items()}
    expected = theirs.score([(raw[name], predicted[name]) for name in raw])
    mine = score([(document, ours(predicted[name])) for name, document in load_gold(gold).items()])
    for name, measure in mine.measures().items():
        if isinstance(measure, Agreement):
            assert (measure.precision, measure.recall, measure.value) == expected[name], name
        else:
            assert (measure.value, measure.all, None) == expected[name], name
    assert 0.1 < mine.statement.value < 0.95  # the perturbation left something to tell apart
