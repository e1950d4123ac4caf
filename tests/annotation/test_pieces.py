"""Parsing in pieces gives what parsing the whole gives, and holds only so much in hand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from drafting import drafted
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from selon.annotation import parse
from selon.annotation.pieces import CONTEXT, LONGEST_SENTENCE, PIECE, pieces, shortened
from selon.text import sentence_starts

LENGTHS = st.lists(st.integers(1, 3 * LONGEST_SENTENCE), min_size=1, max_size=20)


def _starts(lengths: list[int]) -> list[int]:
    return [sum(lengths[:i]) for i in range(len(lengths))]


@given(LENGTHS)
def test_pieces_hold_every_token_once_and_whole_sentences(lengths: list[int]) -> None:
    starts, count = _starts(lengths), sum(lengths)
    found = pieces(starts, count)
    assert [i for piece in found for i in range(piece.start, piece.end)] == list(range(count))
    assert {piece.start for piece in found} <= set(starts)
    for piece in found:
        seen = range(piece.first, piece.last)
        assert list(seen[piece.own]) == list(range(piece.start, piece.end))
        assert len(seen) <= PIECE + max(lengths) + 2 * CONTEXT


@given(LENGTHS, st.sets(st.integers(0, 3000)))
def test_no_sentence_stays_too_long_and_none_is_joined(lengths: list[int], commas: set[int]) -> None:
    starts, count = _starts(lengths), sum(lengths)
    found = shortened(starts, [sorted(commas)], count)
    assert set(starts) <= set(found)
    assert found == sorted(set(found))
    assert all(end - start <= LONGEST_SENTENCE for start, end in pairwise([*found, count]))


def test_a_sentence_is_cut_behind_a_comma_before_any_other_mark() -> None:
    marks = [[250], [300, 390]]
    assert shortened([0], marks, LONGEST_SENTENCE + 1) == [0, 251]
    assert shortened([0], [[10], [390]], LONGEST_SENTENCE + 1) == [0, 391]
    assert shortened([0], [[10], []], LONGEST_SENTENCE + 1) == [0, LONGEST_SENTENCE]
    assert shortened([0], marks, LONGEST_SENTENCE) == [0]


def _whole(text: str) -> Any:
    """Parse a text in one piece."""
    model = parse.load_model("fr")
    raw, starts = model.make_doc(text), set(sentence_starts(text))
    words, spaces = [t.text for t in raw], [bool(t.whitespace_) for t in raw]
    doc = Doc(raw.vocab, words=words, spaces=spaces, sent_starts=[t.idx in starts for t in raw])
    for _, component in model.pipeline:
        doc = component(doc)
    return doc


def test_a_long_article_is_parsed_in_pieces_as_it_is_in_one(sample: Path) -> None:
    text = "\n\n".join(path.read_text(encoding="utf-8").strip() for path in sorted(sample.glob("*.txt")))
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    fields = [*parse.FIELDS, "SENT_START", "ORTH", "SPACY"]
    found, expected = drafted(text).tokens, _whole(text)
    assert len(found) > 10 * PIECE
    assert (found.to_array(fields) == expected.to_array(fields)).all()


class _Counting:
    """A component that counts the tokens that it is given, in all and at most at a time."""

    def __init__(self, component: Any) -> None:
        self.component = component
        self.total = self.most = 0

    def pipe(self, docs: Any, batch_size: int) -> Any:
        docs = list(docs)
        count = sum(map(len, docs))
        self.total, self.most = self.total + count, max(self.most, count)
        return self.component.pipe(docs, batch_size=batch_size)


@pytest.mark.parametrize("endless", ["que ", "selon X, ", "« ", "1 000 ", "a\n", "( [ "])
def test_the_model_holds_a_bounded_number_of_tokens_whatever_the_text(
    endless: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = parse.load_model("fr")
    components = [(name, _Counting(component)) for name, component in model.pipeline]
    stand_in = SimpleNamespace(make_doc=model.make_doc, pipeline=components, max_length=model.max_length)
    monkeypatch.setattr(parse, "load_model", lambda _: stand_in)
    tokens = len(drafted(endless * (60_000 // len(endless))).tokens)
    for _, counting in components:
        assert counting.most <= parse.TOGETHER * (PIECE + LONGEST_SENTENCE + 2 * CONTEXT)
        assert counting.total <= tokens * (1 + 2 * CONTEXT / PIECE) + 2 * CONTEXT
