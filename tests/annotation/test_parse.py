"""Parsing leaves offsets alone, whatever the text."""

from __future__ import annotations

import pytest

from selon.annotation import Draft
from selon.annotation.parse import parse
from selon.lexicon import load
from selon.model import Article


def _draft(text: str) -> Draft:
    words, offsets = Article(id="a", text=text).reading()
    return Draft(article=Article(id="a", text=text), lexicon=load("fr"), text=words, offsets=offsets)


@pytest.mark.parametrize("sign", ["$", "(", "-", "'", "«", "a", "😀", "1", "."])
def test_an_endless_word_is_parsed_and_keeps_its_length(sign: str) -> None:
    draft = _draft(f"Le maire a dit {sign * 20_000} hier.")
    parse(draft)
    assert len(draft.tokens.text) == len(draft.text)
    assert draft.tokens[len(draft.tokens) - 2].text == "hier"


def test_no_sentence_runs_over_a_quotation_and_its_cue() -> None:
    draft = _draft("« Nous partons », a dit Luc. Il pleut.")
    parse(draft)
    assert [s.text for s in draft.tokens.sents] == ["« Nous partons », a dit Luc.", "Il pleut."]
