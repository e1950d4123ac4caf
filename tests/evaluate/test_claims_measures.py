"""Claims against a reader's topics: which statements are paired, and what is counted."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from selon.errors import MissingInput
from selon.evaluate.claiming import Claims, claims_report, claims_values, measure_claims

TEXTS = {
    "a": "La maire a affirmé que la digue de Mornes avait cédé.\n\nElle a exigé la démission du directeur.\n",
    "b": "Le préfet a démenti que la digue de Mornes avait cédé.\n",
}
TOPICS = {
    "a": [("que la digue de Mornes avait cédé", "dyke"), ("la démission du directeur", "resignation")],
    "b": [("que la digue de Mornes avait cédé", "dyke")],
}


def told(text, words, topic):
    at = text.index(words)
    said = {"source": None, "cue": None, "content": [[at, at + len(words)]], "form": "indirect", "stance": "affirm"}
    return said | {"topic": topic}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        statements = [told(text, *topic) for topic in TOPICS[name]]
        (tmp_path / "gold" / f"{name}.json").write_bytes(msgspec.json.encode({"statements": statements}))
    return tmp_path


def test_claims_that_are_the_topics_of_a_reader_are_right(story: Path) -> None:
    assert measure_claims(story / "gold", story) == Claims(3, 3, (1.0, 1.0, 1.0))


def test_statements_of_two_topics_in_one_claim_cost_precision(story: Path) -> None:
    path = story / "gold" / "b.json"
    path.write_bytes(path.read_bytes().replace(b'"dyke"', b'"another"'))
    precision, recall, _ = measure_claims(story / "gold", story).scores
    assert (precision, recall) == (pytest.approx(2 / 3), 1.0)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="gold files"):
        measure_claims(tmp_path, tmp_path)


def test_what_is_held_is_f1_and_the_report_says_all() -> None:
    found = {"quarry": Claims(3, 4, (0.5, 1.0, 2 / 3))}
    assert claims_values(found) == {"quarry, B-cubed": 2 / 3}
    assert claims_report(found).splitlines()[1] == "  quarry: 0.500  1.000  0.667  over 3 of 4 statements"
