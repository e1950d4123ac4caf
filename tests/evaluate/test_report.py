from __future__ import annotations

import json

import msgspec
import pytest
from documents import ALMOST, DOCUMENTS, TWO, unhurried
from hypothesis import given
from hypothesis import strategies as st

from selon.evaluate import Compared, Document, Faulty, Mistake, evaluate, mistakes_of, score, table, to_text, worst
from selon.evaluate.corpora import Attribution
from selon.evaluate.report import shortened
from selon.text import Span

TEXT = "Le maire a dit : « Non ». La préfète assure que oui. Rien."
MAYOR = Attribution(source=Span(0, 8), cue=Span(9, 14), content=(Span(17, 24),), form="direct", stance="deny")
PREFECT = Attribution(source=Span(26, 36), cue=Span(37, 43), content=(Span(44, 51),), form="indirect", stance="affirm")
NOTHING = Attribution(source=None, content=(Span(53, 57),), form="direct", stance="affirm")
WANTED = Document(statements=(MAYOR, PREFECT))
FOUND = Document(statements=(NOTHING, msgspec.structs.replace(MAYOR, source=None)))
DOCUMENT = Compared("a", TEXT, WANTED, FOUND)
SHOWN = """\
a: 0 right of 2 found and 2 wanted
  source    Le maire | a dit | « Non »
            instead: –
  missed    La préfète | assure | que oui
  spurious  – | – | Rien
"""


def test_the_table_shows_every_measure_and_leaves_empty_what_was_not_asked() -> None:
    lines = table(score([(TWO, ALMOST)])).splitlines()
    assert lines[0] == "1 documents"
    assert lines[1].split() == ["measure", "right", "found", "wanted", "P", "R", "F1/share"]
    assert lines[2].split() == ["statement", "1", "3", "2", "33.3%", "50.0%", "40.0%"]
    assert lines[-1].split() == ["giver", "0", "of", "1", "0.0%"]
    assert len(lines) == 11
    assert table(score([])).splitlines()[-1].split() == ["giver", "0", "of", "0"]


def test_mistakes_stand_with_their_words_in_order_of_the_text() -> None:
    kept = {"source": None, "cue": None}
    assert mistakes_of(DOCUMENT) == Faulty(
        name="a",
        right=0,
        found=2,
        wanted=2,
        mistakes=(
            Mistake(kind="source", start=17, source="Le maire", cue="a dit", content=("« Non »",)),
            Mistake(kind="missed", start=44, source="La préfète", cue="assure", content=("que oui",)),
            Mistake(kind="spurious", start=53, content=("Rien",), **kept),
        ),
    )


def test_the_worst_documents_come_first_and_those_without_mistakes_not_at_all() -> None:
    fine = Compared("b", TEXT, WANTED, WANTED)
    half = Compared("c", TEXT, WANTED, Document(statements=(MAYOR,)))
    assert [document.name for document in worst([fine, half, DOCUMENT], 3)] == ["a", "c"]
    assert [document.name for document in worst([fine, half, DOCUMENT], 1)] == ["a"]


def test_the_report_ends_with_the_mistakes() -> None:
    assert to_text(evaluate([DOCUMENT] * 2, resamples=10, faulty=1)).endswith("\n\n" + SHOWN)
    assert "a: " not in to_text(evaluate([DOCUMENT]))


def test_a_report_of_nothing_is_a_table_of_nothing() -> None:
    assert to_text(evaluate([])) == table(score([])) + "\n"


def test_json_says_all_that_the_report_says() -> None:
    whole = json.loads(evaluate([DOCUMENT, DOCUMENT], resamples=10, faulty=1).to_json())
    assert whole["measures"]["found@.5"] == {
        "right": 2,
        "found": 4,
        "wanted": 4,
        "precision": 0.5,
        "recall": 0.5,
        "value": 0.5,
        "interval": [0.5, 0.5],
    }
    assert whole["measures"]["stance"] == {"right": 2, "all": 2, "value": 1.0, "interval": [1.0, 1.0]}
    assert whole["breakdown"]["cue"]["before"] == {
        "wanted": 4,
        "reached": 0,
        "found": 2,
        "right": 0,
        "recall": 0.0,
        "precision": 0.0,
    }
    assert whole["stances"] == {"deny": {"deny": 2}}
    assert [mistake["kind"] for mistake in whole["worst"][0]["mistakes"]] == ["source", "missed", "spurious"]
    assert (whole["documents"], whole["resamples"]) == (2, 10)


@unhurried
@given(st.lists(st.tuples(DOCUMENTS, DOCUMENTS), max_size=2))
def test_no_line_is_wider_than_a_hundred_columns(pairs: list[tuple[Document, Document]]) -> None:
    text = "Un deux trois " * 300
    documents = [Compared(str(index), text, *pair) for index, pair in enumerate(pairs)]
    assert all(len(line) <= 100 for line in to_text(evaluate(documents, resamples=5, faulty=2)).splitlines())


@pytest.mark.parametrize(
    ("words", "width", "line"),
    [("un deux", 7, "un deux"), ("un\n deux", 7, "un deux"), ("abcdefghijkl", 9, "abcd … kl"), ("abcdef", 4, "abcd")],
)
def test_what_is_too_long_is_cut_in_the_middle(words: str, width: int, line: str) -> None:
    assert shortened(words, width) == line
