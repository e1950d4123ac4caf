from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from selon.errors import FormatFault, MissingInput
from selon.evaluate import Document, errors, fingerprint, load_gold, read_corpus
from selon.evaluate.corpora import Attribution, Quantity
from selon.model import Annotations, Article, Figure, Statement
from selon.text import Span

TEXT = "Le maire a dit\u00a0: «\u00a0Non\u00a0». Douze barques."
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
    "figures": [{"span": [26, 39], "low": 12, "high": 12, "approx": "exact", "counted": "barque"}],
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
    assert list(read_corpus(corpus, corpus, reader)) == [("a", WANTED, FOUND)]


def test_a_text_that_the_reader_refuses_counts_as_empty(corpus: Path) -> None:
    (corpus / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert list(read_corpus(corpus, corpus, reader)) == [("a", WANTED, Document())]


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


def test_errors_are_shown_with_their_words() -> None:
    assert list(errors("a", TEXT, WANTED, FOUND)) == []
    far = Document(statements=(Attribution(source=None, content=(Span(26, 31),)),))
    assert list(errors("a", TEXT, WANTED, far)) == [
        "a missed   'Le maire' 'a dit' '«\\xa0Non\\xa0»'",
        "a spurious '' '' 'Douze'",
        "a missed   figure 'Douze barques' (12 to 12)",
    ]
