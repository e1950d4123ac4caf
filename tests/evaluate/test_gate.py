from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from selon.evaluate import (
    Agreement,
    Floors,
    Pinned,
    Scores,
    Share,
    check_files,
    check_gate,
    load_floors,
    lowered,
    measured,
    ratcheted,
    save_floors,
    told,
)
from selon.evaluate.__main__ import main

HALF, FULL = Agreement(1, 2, 2), Agreement(2, 2, 2)
SCORES = Scores(
    documents=1,
    content=FULL,
    found_half=FULL,
    found_nearly=HALF,
    statement=HALF,
    speaker=Share(1, 2),
    form=Share(2, 2),
    stance=Share(2, 2),
    figure=FULL,
    giver=Share(1, 3),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text('{"statements": [], "figures": []}')
    (tmp_path / "gold" / "a.txt").write_text("Rien.")
    (tmp_path / "evaluation").mkdir()
    return tmp_path


@pytest.fixture
def floors_file(corpus: Path) -> Path:
    path = corpus / "evaluation" / "floors.json"
    save_floors(Floors(epsilon=0.01, corpora={"a": Pinned(gold="gold", texts="gold")}), path)
    return path


def test_what_was_measured_passes_its_own_floors(corpus: Path) -> None:
    pinned = measured(Pinned(gold="gold", texts="gold"), SCORES, corpus)
    assert pinned.floors["giver"] == 0.3333
    assert check_gate(SCORES, pinned.floors, 0.001) == []
    assert check_files(pinned, corpus) == []


def test_a_measure_may_fall_by_the_epsilon_and_no_further() -> None:
    floors = SCORES.values() | {"statement": 0.51}
    assert check_gate(SCORES, floors, 0.02) == []
    assert check_gate(SCORES, floors, 0.005) == ["statement: measured 0.5000, floor 0.5100 less 0.005"]


def test_a_measure_without_floor_and_a_floor_without_measure_fail() -> None:
    floors = SCORES.values()
    del floors["figure"]
    floors["figures"] = 0.1
    missing, unknown = check_gate(SCORES, floors, 0.02)
    assert missing == "figure: measured 1.0000, no floor yet"
    assert unknown.startswith("figures: floor 0.1000, but no such measure among statement, found@.5")


def test_files_not_measured_yet_or_other_than_those_measured_fail(corpus: Path) -> None:
    new = Pinned(gold="gold", texts="gold")
    assert check_files(new, corpus) == ["not measured yet: it has no floors and no hash"]
    pinned = measured(Pinned(gold="gold", texts="gold"), SCORES, corpus)
    (corpus / "gold" / "a.txt").write_text("Autre.")
    (line,) = check_files(pinned, corpus)
    assert line.startswith("its texts or annotations changed: hash ")
    assert line.endswith(f", floors were measured with {pinned.hash}")
    assert check_files(msgspec.structs.replace(pinned, grows=True), corpus) == []


def test_a_failure_says_which_measure_by_how_much_and_what_to_do() -> None:
    pinned = Pinned(gold="gold", texts="texts")
    assert told("dev", pinned, []) == ""
    assert told("dev", pinned, check_gate(SCORES, SCORES.values() | {"statement": 0.51}, 0.005)).splitlines() == [
        "dev: 1 fault against evaluation/floors.json",
        "  statement: measured 0.5000, floor 0.5100 less 0.005",
        "  To see the mistakes:   selon evaluate gold texts --worst 5",
        "  To raise the floors:   python -m selon.evaluate --update",
        "  To lower them as well: the same with --allow-regression, and the reason in the commit",
    ]


def test_lowering_is_seen_raising_is_not() -> None:
    before = Pinned(gold="g", texts="g", floors={"statement": 0.5, "figure": 0.5, "form": 0.5})
    after = Pinned(gold="g", texts="g", floors={"statement": 0.6, "figure": 0.49})
    assert lowered(before, after) == ["figure: from 0.5000 to 0.4900", "form: from 0.5000 to 0.0000"]
    assert ratcheted(before, after).floors == {"statement": 0.6, "figure": 0.5, "form": 0.5}


def test_floors_are_written_and_read_back(tmp_path: Path) -> None:
    floors = Floors(epsilon=0.01, corpora={"b": Pinned(gold="g", texts="t", hash="x", floors={"form": 0.25})})
    save_floors(floors, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == floors


def test_paths_of_the_shared_corpora_follow_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pinned = Pinned(gold="{SELON_SHARED}/gold/dev", texts="texts")
    monkeypatch.setenv("SELON_SHARED", str(tmp_path / "far"))
    assert pinned.folders(tmp_path / "project") == (tmp_path / "far/gold/dev", tmp_path / "project/texts")
    monkeypatch.delenv("SELON_SHARED")
    assert pinned.folders(tmp_path / "project")[0] == tmp_path / "shared/gold/dev"


def test_the_command_pins_raises_and_refuses_to_lower(
    floors_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scores = [SCORES]
    monkeypatch.setattr("selon.evaluate.__main__.run", lambda *_: scores[0])
    command = ["--floors", str(floors_file)]
    assert main(command) == 1  # nothing pinned yet
    assert main([*command, "--update"]) == 0
    assert main(command) == 0
    pinned = load_floors(floors_file)
    assert pinned.corpora["a"].floors == {name: round(value, 4) for name, value in SCORES.values().items()}
    scores[0] = Scores(documents=1, statement=FULL)  # one measure better, the others worse
    assert main(command) == 1
    assert main([*command, "--update"]) == 1
    assert load_floors(floors_file).corpora["a"].floors == pinned.corpora["a"].floors | {"statement": 1.0}
    assert "a: figure: from 1.0000 to 0.0000 stays" in capsys.readouterr().out
    assert main([*command, "--update", "--allow-regression"]) == 0
    assert load_floors(floors_file).corpora["a"].floors["statement"] == 1.0


def test_the_command_leaves_out_corpora_that_are_not_there(
    floors_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_floors(Floors(epsilon=0.01, corpora={"b": Pinned(gold="absent", texts="absent")}), floors_file)
    assert main(["--floors", str(floors_file)]) == 0
    assert capsys.readouterr().out == "b: not here, left as it is\n"


def test_the_command_measures_one_corpus_alone(
    floors_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    both = load_floors(floors_file)
    new = Pinned(gold="gold", texts="gold")
    save_floors(msgspec.structs.replace(both, corpora={"a": new, "b": new}), floors_file)
    monkeypatch.setattr("selon.evaluate.__main__.run", lambda *_: SCORES)
    assert main(["--floors", str(floors_file), "--only", "b", "--update"]) == 0
    after = load_floors(floors_file).corpora
    assert (after["a"], bool(after["b"].hash)) == (new, True)
    assert main(["--floors", str(floors_file), "--only", "c"]) == 2
    assert "c: no such corpus in " in capsys.readouterr().out


def test_the_command_checks_an_annotated_corpus(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check", str(corpus / "gold")]) == 0
    (corpus / "gold" / "b.txt").write_text("Rien.")
    assert main(["--check", str(corpus / "gold")]) == 1
    assert capsys.readouterr().out == "No faults.\nb.txt: a text without annotations; write b.json\n"
