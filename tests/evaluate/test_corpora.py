from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from selon.errors import FormatFault, MissingInput
from selon.evaluate import Compared, Document, faults, fingerprint, load_gold, read_corpus, texts_of
from selon.evaluate.corpora import Attribution, Quantity
from selon.model import Annotations, Article, Figure, Statement
from selon.text import Span

TEXT = "Le maire a dit\u00a0: «\u00a0Non\u00a0». Douze barques."
COUNTED = {"span": [26, 39], "low": 12, "high": 12, "approx": "exact", "counted": "barque"}
GOLD = {
    "id": "a",
    "statements": [
        {
            "source": [0, 8],
            "cue": [9, 14],
            "content": [[17, 24]],
            "form": "direct",
            "stance": "deny",
            "speaker": "Le maire",
            "relay": [],
            "topic": "more keys may come",
        }
    ],
    "figures": [COUNTED],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.json").write_bytes(msgspec.json.encode(GOLD))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.strings.json").write_text("{}")
    return tmp_path


def reader(article: Article) -> Annotations:
    said = Statement(
        id="s-1", source=None, cue=None, content=(Span(17, 24),), form="direct", stance="deny", speaker="X"
    )
    counted = Figure(id="f-1", span=Span(26, 31), low=12, high=12, approx="exact", counted="barque", speaker="Y")
    return Annotations(
        path=article.path,
        article=article.id,
        language="fr",
        characters=len(article.text),
        statements=(said,),
        figures=(counted,),
    )


WANTED = Document(
    statements=(
        Attribution(
            source=Span(0, 8),
            cue=Span(9, 14),
            content=(Span(17, 24),),
            form="direct",
            stance="deny",
            speaker="Le maire",
        ),
    ),
    figures=(Quantity(span=Span(26, 39), low=12, high=12),),
)
FOUND = Document(
    statements=(Attribution(source=None, content=(Span(17, 24),), form="direct", stance="deny", speaker="X"),),
    figures=(Quantity(span=Span(26, 31), low=12, high=12, giver="Y"),),
)


def test_a_gold_file_is_read_whatever_more_it_says(corpus: Path) -> None:
    assert load_gold(corpus) == {"a": WANTED}


def test_a_corpus_gives_what_was_wanted_and_what_was_found(corpus: Path) -> None:
    assert list(read_corpus(corpus, corpus, reader)) == [Compared("a", TEXT, WANTED, FOUND)]


def test_a_text_that_the_reader_refuses_counts_as_empty(corpus: Path) -> None:
    (corpus / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert list(read_corpus(corpus, corpus, reader)) == [Compared("a", "", WANTED, Document())]


def test_faults_of_a_corpus_are_named(corpus: Path) -> None:
    (corpus / "a.txt").write_text("Trop court.")
    with pytest.raises(
        FormatFault, match=r"a\.json: the span \[9, 14\] leaves the text\. Expected spans inside its 11"
    ):
        list(read_corpus(corpus, corpus, reader))
    (corpus / "a.txt").unlink()
    with pytest.raises(MissingInput, match=r"a\.txt: no text for the gold file of that name"):
        list(read_corpus(corpus, corpus, reader))
    (corpus / "a.json").write_text('{"statements": [{"source": 3}]}')
    with pytest.raises(FormatFault, match=r"a\.json: .*\$\.statements\[0\]\.source"):
        load_gold(corpus)
    (corpus / "a.json").unlink()
    with pytest.raises(MissingInput, match="no gold files there"):
        load_gold(corpus)


def test_the_fingerprint_changes_with_gold_and_with_texts_only(corpus: Path) -> None:
    before = fingerprint(corpus, corpus)
    (corpus / "b.strings.json").write_text("{ }")
    assert fingerprint(corpus, corpus) == before
    (corpus / "a.txt").write_text(TEXT + " ", encoding="utf-8")
    changed = fingerprint(corpus, corpus)
    (corpus / "a.json").write_bytes(msgspec.json.encode({**GOLD, "id": "b"}))
    assert len({before, changed, fingerprint(corpus, corpus)}) == 3


@pytest.mark.parametrize("place", ["gold", "gold-texts", "."])
def test_texts_are_found_beside_the_gold_next_to_its_folder_or_above(tmp_path: Path, place: str) -> None:
    for folder in ("gold", place):
        (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / "gold" / "a.json").write_bytes(msgspec.json.encode(GOLD))
    (tmp_path / place / "a.txt").write_text(TEXT, encoding="utf-8")
    assert texts_of(tmp_path / "gold").resolve() == (tmp_path / place).resolve()
    assert list(read_corpus(tmp_path / "gold", None, reader)) == [Compared("a", TEXT, WANTED, FOUND)]


def test_texts_that_stand_nowhere_near_have_to_be_named(corpus: Path) -> None:
    (corpus / "a.txt").unlink()
    with pytest.raises(MissingInput, match=r"no a\.txt found for it\. Expected the texts beside it, in .*-texts or"):
        texts_of(corpus)


def test_all_faults_of_a_corpus_are_named_at_once(corpus: Path) -> None:
    assert faults(corpus) == []
    wrong = {"source": [0, 9], "cue": [9, 99], "content": [[17, 24], [20, 26]], "form": "direct", "speaker": "X"}
    (corpus / "a.json").write_bytes(
        msgspec.json.encode({"statements": [wrong], "figures": [{**COUNTED, "span": [25, 31]}]})
    )
    (corpus / "b.txt").write_text("Rien.")
    (corpus / "c.json").write_text("{}")
    (corpus / "d.json").write_text('{"statements": 1}')
    (corpus / "d.txt").write_text("Rien.")
    assert faults(corpus) == [
        "b.txt: a text without annotations; write b.json",
        "a.json: statement 0: no stance",
        "a.json: statement 0: source [0, 9] begins or ends with white space: 'Le maire '",
        "a.json: statement 0: cue [9, 99] leaves the text of 40 characters",
        "a.json: statement 0: content [20, 26] begins or ends with white space: 'on\\xa0». '",
        "a.json: statement 0: pieces of content overlap or are out of order",
        "a.json: figure 0: span [25, 31] begins or ends with white space: ' Douze'",
        "c.json: no text; expected c.txt",
        "d.json: Expected `array`, got `int` - at `$.statements`",
    ]
