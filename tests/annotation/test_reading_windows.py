"""What the network is told: features of tokens, windows around anchors; and how pieces of a content are aligned."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from drafting import drafted
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.annotation.draft import Draft
from selon.annotation.statements.features import FLAGS, Features, features_of
from selon.annotation.statements.reader import _blocks
from selon.annotation.statements.reading import reading_of
from selon.annotation.statements.spans import content_spans
from selon.annotation.statements.surroundings import BEFORE, ITSELF, NOWHERE, WINDOW, surroundings_of
from selon.annotation.statements.words import Vocabulary, Words
from selon.text import Span, quotations

TEXT = "« La digue tient. Personne ne partira », a dit la maire. Elle a salué les pompiers."


@pytest.fixture(scope="module")
def draft() -> Draft:
    parsed = drafted(TEXT)
    parsed.quotes = quotations(TEXT)
    return parsed


@pytest.fixture(scope="module")
def features(draft: Draft) -> Features:
    words = Words(draft.lexicon, Vocabulary({"dit": 1}, {"saluer": 7}))
    return features_of(reading_of(draft), draft.quotes, (), words)


def words_with(features: Features, draft: Draft, flag: str) -> list[str]:
    return [draft.tokens[i].text for i in np.flatnonzero(features.flags[:, FLAGS.index(flag)])]


def test_words_and_dictionary_forms_have_the_vocabularys_numbers(features: Features, draft: Draft) -> None:
    texts = [t.text for t in draft.tokens]
    assert features.words[texts.index("dit")] == 1
    assert features.lemmas[texts.index("salué")] == 7
    assert set(features.words) == {0, 1}


def test_quotations_are_numbered_and_their_ends_marked(features: Features, draft: Draft) -> None:
    assert words_with(features, draft, "quotation starts") == ["«"]
    assert words_with(features, draft, "quotation ends") == ["»"]
    assert features.quotes.max() == 0


def test_a_verb_that_reports_carries_its_stance(features: Features, draft: Draft) -> None:
    assert "salué" in words_with(features, draft, "cue judge")


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_window_stands_around_its_anchor(features: Features, data: st.DataObject) -> None:
    count = len(features.words)
    anchors = np.array(sorted(data.draw(st.sets(st.integers(0, count - 1), min_size=1))))
    around = surroundings_of(features, anchors)
    assert around.tokens.shape == (len(anchors), WINDOW)
    assert (around.tokens[:, BEFORE] == anchors).all()
    assert (around.branches[:, BEFORE] == ITSELF).all()
    wanted = anchors[:, None] + np.arange(-BEFORE, WINDOW - BEFORE)
    assert ((around.branches == NOWHERE) == ((wanted < 0) | (wanted >= count))).all()


def test_source_and_cue_stay_out_of_a_content(draft: Draft) -> None:
    reading = reading_of(draft)
    cue = Span(TEXT.index("a dit"), TEXT.index("a dit") + 5)
    found = content_spans(tuple(range(len(draft.tokens))), [cue], reading)
    assert [span.of(TEXT) for span in found] == [
        "« La digue tient. Personne ne partira »",
        "la maire. Elle a salué les pompiers",
    ]


def test_long_articles_are_read_in_blocks_of_whole_sentences() -> None:
    sentences = np.repeat(np.arange(3000), 7)
    blocks = list(_blocks(sentences))
    assert blocks[0][0] == 0
    assert blocks[-1][1] == len(sentences)
    assert all(a[1] == b[0] and sentences[b[0]] != sentences[b[0] - 1] for a, b in pairwise(blocks))
