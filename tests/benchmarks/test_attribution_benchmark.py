"""The benchmark beside a peer: what it reads, how it counts, and that the peer's offsets lead to the words."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # `python -m benchmarks` is run from there

from benchmarks.attribution import revision, summary  # noqa: E402
from benchmarks.attribution_page import page, targets  # noqa: E402
from benchmarks.peer import FOLDER, Peer, received  # noqa: E402
from benchmarks.texts import articles, sampled, words  # noqa: E402

from selon.model import Article  # noqa: E402

UTILS = 'def preprocess_text(text):\n    return text.replace("\\xa0", " ").replace("  ", " ")\n'
EXTRACTOR = """
import pymongo
from bson import ObjectId

import utils


class QuoteExtractor:
    def __init__(self, config):
        self.nlp = config["spacy_lang"]
        with open(config["NLP"]["QUOTE_VERBS"]) as verbs:
            self.verbs = verbs.read().split()

    def extract_quotes(self, doc):
        at = doc.text.index("que")
        index = {"speaker_index": "(0, 8)", "verb_index": str((9, at - 1)), "quote_index": str((at, len(doc.text) - 1))}
        return [{"speaker": "Le maire", "quote_type": "SVC", **index}] if "affirme" in self.verbs else []
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Path]:
    """A folder laid out as the peer's, with an extractor that finds one quotation."""
    home = tmp_path / FOLDER
    (home / "rules").mkdir(parents=True)
    (home / "rules" / "quote_verb_list.txt").write_text("affirme\n")
    (home / "utils.py").write_text(UTILS)
    (home / "quote_extractor.py").write_text(EXTRACTOR)
    before = list(sys.path), set(sys.modules), sys.dont_write_bytecode
    yield tmp_path
    sys.path[:], sys.dont_write_bytecode = before[0], before[2]
    for name in {"utils", "quote_extractor", "pymongo", "bson", "Levenshtein"} - before[1]:
        sys.modules.pop(name, None)


def test_what_the_peer_finds_is_said_in_offsets_of_the_text_as_received(checkout: Path) -> None:
    text = "Le maire  affirme\u00a0 que le  pont rouvrira."
    (said,) = Peer(checkout).annotate(Article(id="a", text=text)).statements
    assert said.source is not None
    assert said.cue is not None
    assert (said.source.of(text), said.content[0].of(text)) == ("Le maire", "que le  pont rouvrira")
    assert "affirme" in said.cue.of(text)


def test_a_text_on_which_the_peer_fails_has_no_statements(checkout: Path) -> None:
    assert Peer(checkout).annotate(Article(id="a", text="Rien.")).statements == ()


def test_another_folder_is_no_peer(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="expected a checkout of sfu-discourse-lab/GenderGapTracker"):
        Peer(tmp_path)


@given(st.text(alphabet="ab  .*\u00a0", max_size=40))
def test_offsets_lead_from_the_cleaned_text_back_in_order(text: str) -> None:
    cleaned = text.replace("\u00a0", " ").replace("  ", " ").replace("*", " ")
    place = received(text, cleaned)
    places = [place(offset) for offset in range(len(cleaned) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)
    assert all(text[place(n)] == letter for n, letter in enumerate(cleaned) if letter in "ab")


def test_articles_are_read_from_lines_and_tables_and_empty_ones_left_out(tmp_path: Path) -> None:
    (tmp_path / "b.tsv").write_text('category\ttext\nx\t"Deux\nlignes."\n', encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "Un."}\n{"text": " "}\n', encoding="utf-8")
    assert articles(tmp_path) == ["Un.", "Deux\nlignes."]
    assert words(articles(tmp_path)) == 3
    (tmp_path / "empty").mkdir()
    with pytest.raises(SystemExit, match="no articles"):
        articles(tmp_path / "empty")


def test_the_sample_is_the_same_every_time() -> None:
    texts = [str(n) for n in range(100)]
    assert sampled(texts, 10) == sampled(texts, 10) == sorted(set(sampled(texts, 10)))
    assert sampled(texts, 1000) == list(range(100))


RUNS = {
    "selon": [{"loading": 2.0, "peak_mib": 500.4, "seconds": [[s, s / 2]] * 3} for s in (0.001, 0.002, 0.004)],
    "peer": [{"loading": 3.0, "peak_mib": 600.0, "seconds": [[0.01, 0.005]]}],
}


def result() -> dict[str, Any]:
    texts, chosen = ["a b c d", "a b", "a b c d"], [1]
    return {
        "taken": "2026-01-01",
        "machine": "a machine",
        "load_before": 0.0,
        "command": "a command",
        "selon": "abc",
        "peer": "def",
        "articles": 3,
        "words": 10,
        "sample": {"articles": 1, "words": 2},
        "readers": {reader: summary(reader, runs, texts, chosen) for reader, runs in RUNS.items()},
        "quality": {reader: {"gold/dev": {"statement": 0.5}} for reader in RUNS},
    }


def test_speeds_are_medians_of_the_runs_over_all_texts_and_over_the_sample() -> None:
    readers = result()["readers"]
    assert readers["selon"]["all"]["words_per_second"] == {"median": 1667, "runs": [3333, 1667, 833]}
    assert readers["selon"]["sample"]["words_per_cpu_second"] == {"median": 2000, "runs": [4000, 2000, 1000]}
    assert readers["peer"] == {
        "sample": {
            "words_per_second": {"median": 200, "runs": [200]},
            "words_per_cpu_second": {"median": 400, "runs": [400]},
        },
        "loading_seconds": 3.0,
        "peak_mib": 600,
    }


def test_the_page_says_what_was_measured_and_whether_the_targets_are_met() -> None:
    lines = page(result()).splitlines()
    assert "| words/s, sample | 1,000 (500 to 2,000) | 200 (200 to 200) |" in lines
    assert "| gold/dev, statement F1 | 50.0% | 50.0% |" in lines
    assert lines[-4:] == targets(result()["readers"])
    assert lines[-4:] == [
        "- 5,000 words/s or more over all articles: 1,667, not met",
        "- peak memory below 1,024 MiB: 500, met",
        "- 4 times the peer's words/s or more, same texts: 5.0, met",
        "- 4 times the peer's words per processor second or more, same texts: 5.0, met",
    ]


def test_a_worker_reads_its_texts_in_a_process_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "texts.json").write_text(json.dumps(["Le préfet a démenti.", "Rien."]), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.worker", "selon", "--texts", str(tmp_path / "texts.json")]
    found = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    assert [len(pair) for pair in found["seconds"]] == [2, 2]
    assert found["loading"] > 0
    assert 100 < found["peak_mib"] < 1024


def test_the_revision_of_what_is_no_checkout_is_unknown(tmp_path: Path) -> None:
    assert revision(tmp_path) is None
