"""The quality that was reached is held: on the project's own cases, and on the annotated corpora where they are.

When this fails after a change that makes the reader better, pin the new floors:
`python -m selon.evaluate --update`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from selon.evaluate import Agreement, Pinned, check_files, check_gate, faults, load_floors, measured, run, told
from selon.evaluate.gate import SHARED, check_floors
from selon.evaluate.judged import JUDGED, judged

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = load_floors(ROOT / "evaluation" / "floors.json")


@pytest.mark.parametrize("name", sorted(FLOORS.corpora))
def test_no_measure_falls_below_its_floor(name: str) -> None:
    pinned = FLOORS.corpora[name]
    gold, texts = pinned.folders(ROOT)
    if SHARED in pinned.gold and not gold.is_dir():
        pytest.skip(f"no annotated corpora: SELON_SHARED names no folder with {gold.name} in it")
    if pinned.hash is None and not gold.is_dir():
        pytest.skip(f"{pinned.gold} is not written yet")
    failures = check_files(pinned, ROOT) or check_gate(run(gold, texts), pinned.floors, FLOORS.epsilon)
    if failures:
        pytest.fail(told(name, pinned, failures), pytrace=False)


@pytest.mark.parametrize("name", sorted(JUDGED))
def test_no_measure_of_what_is_judged_across_articles_falls_below_its_floor(name: str, shared: Path) -> None:
    floors = getattr(FLOORS, name)
    assert floors
    report, values = judged(name, ROOT / "evaluation", shared)
    assert check_floors(values, floors, FLOORS.epsilon) == [], report


@pytest.mark.parametrize("folder", ["tests/evaluate/passages", "evaluation/passages"])
def test_annotated_passages_are_without_fault(folder: str) -> None:
    if not (ROOT / folder).is_dir():
        pytest.skip(f"{folder} is not written yet")
    assert faults(ROOT / folder) == []


def test_a_folder_of_passages_is_pinned_measured_and_held(tmp_path: Path) -> None:
    folder = "evaluation/passages"
    shutil.copytree(ROOT / "tests" / "evaluate" / "passages", tmp_path / folder)
    scores = run(tmp_path / folder)
    pinned = measured(Pinned(gold=folder, texts=folder), scores, tmp_path)
    assert check_files(pinned, tmp_path) == check_gate(scores, pinned.floors, 0.0) == []
    assert scores.statement == Agreement(3, 3, 3)
    (tmp_path / folder / "ecluse.txt").write_text("La gérante de l'écluse se tait.\n" * 4, encoding="utf-8")
    assert len(check_files(pinned, tmp_path)) == 1


def test_the_project_stands_without_the_shared_corpora() -> None:
    own = [pinned for pinned in FLOORS.corpora.values() if pinned.hash and SHARED not in pinned.gold + pinned.texts]
    assert own
    assert all(folder.is_dir() for pinned in own for folder in pinned.folders(ROOT))


def test_a_run_annotates_and_scores(tmp_path: Path) -> None:
    text = "Le maire a affirmé que le pont rouvrirait lundi."
    said = {"source": [0, 8], "cue": [9, 18], "content": [[19, 47]], "form": "indirect", "stance": "affirm"}
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.json").write_bytes(msgspec.json.encode({"statements": [said], "figures": []}))
    values = run(tmp_path, tmp_path).values()
    assert {name: values[name] for name in ("statement", "found@.9", "content", "form", "stance")} == {
        "statement": 1.0,
        "found@.9": 1.0,
        "content": 1.0,
        "form": 1.0,
        "stance": 1.0,
    }
