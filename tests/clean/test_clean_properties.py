"""What holds for every text, sensible or not."""

from __future__ import annotations

import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from selon.clean import clean
from selon.lexicon import load
from selon.model import Article, Metadata
from selon.read import from_text

LEXICON = load()
PIECES = st.sampled_from(
    [
        "À lire aussi",
        "Publié le 3 mars 2021 à 10h",
        "© 2021 La Gazette",
        "date 2021-03 ",
        "jeLe maire a dit non.",
        "Par Anne Morel, avec AFP",
        "PARIS | ",
        "LYON, 3 mars (AFP) – Le préfet a dit oui à tous, hier soir.",
        "Anne Morel",
        "Journaliste à Lyon, elle suit la ville",
        "Le préfet a répondu hier que la route serait rouverte demain matin.",
        "ce mercredi 3 mars",
        "Un titre – La Gazette",
        "PREV Un autre",
        "\ufeff",
        "Sport | Météo",
        "Au 3 mars, la rivière avait monté.",
        "Mis à jour à 10h",
        "« Non. »",
        "Avec l’AFP",
        ". ",
        "\n",
        "\n\n",
        "\r\n",
        "\x85",
        "\u2028",
        " ",
        "\u00a0",
        "(AFP)",
        "🙂",
        "\x00",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES, max_size=25).map("\n".join)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("\ufeff")
@example("\ufeff \n")
@example("LLe")
def test_blocks_are_in_order_disjoint_and_hold_every_visible_character(text):
    article = clean(from_text(text), LEXICON)
    at = 0
    for block in article.blocks:
        assert block.span.start >= at
        assert not text[at : block.span.start].strip()
        assert block.span.of(text) == block.span.of(text).strip()
        at = block.span.end
    assert not text[at:].strip()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_span_points_into_the_text_and_the_text_stays(text):
    article = clean(from_text(text), LEXICON)
    dates = [d for d in (article.published, article.updated) if d]
    spans = [
        article.title,
        article.outlet_evidence,
        article.byline,
        *(c.span for c in article.credits),
        *(e for d in dates for e in d.evidence),
    ]
    assert article.text == text
    assert all(span.inside(len(text)) == span for span in spans if span is not None)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_cleaning_twice_changes_nothing(text):
    once = clean(from_text(text), LEXICON)
    assert clean(once, LEXICON) == once


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25).map("\n".join))
def test_a_line_is_never_taken_for_two_titles(text):
    assert sum(block.kind == "title" for block in clean(from_text(text), LEXICON).blocks) <= 1


HOSTILE = {
    "one letter": "a" * 100_000,
    "spaces": "Un titre" + " " * 100_000 + "x",
    "dashes": "A - " * 25_000,
    "bars": "A | " * 25_000,
    "brackets": "(a) " * 25_000,
    "opening brackets": "(" * 100_000,
    "stops": "." * 100_000,
    "dates": "ce mercredi 23 octobre " * 4_000,
    "dates told": "date 2024-10\n" + "Au 27 octobre, il avait dit lundi que non. " * 2_400,
    "introductions": "À lire aussi\n" * 8_000,
    "titles": "Un titre assez long\n" * 5_000,
    "agencies": "AFP/" * 25_000,
    "rights": "© 2025 " * 14_000,
    "names": "Anne Morel\nJournaliste à Paris, elle suit\n" * 2_500,
}


def test_no_text_of_a_hundred_thousand_characters_takes_long():
    slow = {}
    for name, text in HOSTILE.items():
        start = time.process_time()
        clean(from_text(text), LEXICON)
        if (took := time.process_time() - start) > 5:
            slow[name] = took
    assert slow == {}


STATED = st.one_of(
    st.none(),
    st.text(max_size=60),
    st.from_regex(r"[A-Za-z]{3}, \d{1,5} [A-Za-z]{3} \d{1,6} \d\d:\d\d(:\d\d)? [+-]\d{1,6}", fullmatch=True),
)


@settings(max_examples=200, deadline=None)
@given(STATED, STATED, STATED)
def test_metadata_and_addresses_of_any_kind_are_borne(date, words, url):
    bare = from_text("Un titre\n\nLe préfet a répondu hier que la route serait rouverte demain.")
    metadata = Metadata(title=words, site=words or None, published=date, updated=words, url=url)
    article = clean(Article(id=bare.id, text=bare.text, url=url, metadata=metadata), LEXICON)
    assert [block.kind for block in article.blocks] == ["title", "paragraph"]
