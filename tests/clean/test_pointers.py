"""Pointers to other articles that a scraper ran into a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.clean import clean
from selon.lexicon import load
from selon.read import from_text

LEXICON = load()
BEFORE = "Le pont de Sarvanne restera fermé jusqu'au printemps, après trois mois d'expertise."
AFTER = "La préfecture a annoncé qu'une déviation serait ouverte avant la fin du mois de janvier."


def pieces(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in clean(from_text(text), LEXICON).blocks]


@pytest.mark.parametrize(
    "pointer",
    [
        "Lire aussi :",
        "Lire aussi:",
        "A lire aussi sur Radio Fanal :",
        "À ne pas manquer sur le Courrier :",
        "A regarder:",
    ],
)
def test_a_pointer_inside_a_paragraph_is_furniture_and_what_follows_it_a_paragraph(pointer: str) -> None:
    found = pieces(f"{BEFORE} {pointer} {AFTER}")
    assert [text for _, text in found] == [BEFORE, pointer, AFTER]
    assert [kind for kind, _ in found] == ["lead", "furniture", "paragraph"]


def test_a_title_that_runs_on_into_the_next_sentence_is_parted_from_it() -> None:
    text = f"{BEFORE} Lire aussi : Mérance : un ferry bloqué par la grève Cette attente dure depuis lundi. {AFTER}"
    assert pieces(text)[2:] == [
        ("heading", "Mérance : un ferry bloqué par la grève"),
        ("paragraph", f"Cette attente dure depuis lundi. {AFTER}"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il faut lire aussi : les rapports, les courriers et les procès-verbaux du conseil.",
        "Ce roman est à découvrir : il raconte la construction du pont de Sarvanne.",
    ],
)
def test_the_same_words_inside_a_sentence_point_nowhere(sentence: str) -> None:
    assert [text for _, text in pieces(f"{BEFORE} {sentence}")] == [f"{BEFORE} {sentence}"]


def test_a_name_with_an_article_of_its_own_does_not_end_a_title() -> None:
    text = f"{BEFORE} Lire aussi : un ferry de La Rochelle bloqué. {AFTER}"
    assert [words for _, words in pieces(text)][2:] == [f"un ferry de La Rochelle bloqué. {AFTER}"]


@given(
    st.lists(
        st.sampled_from([BEFORE, AFTER, "Lire aussi :", "A voir :", "Le Cap dort", "Cette nuit", "\n"]), max_size=9
    )
)
def test_nothing_of_a_text_is_lost(parts: list[str]) -> None:
    text = " ".join(parts)
    assert "".join(words for _, words in pieces(text)).split() or not text.strip()
    assert "".join("".join(words.split()) for _, words in pieces(text)) == "".join(text.split())
