from __future__ import annotations

import time

from selon.lexicon import load
from selon.link.words import terms
from selon.text import Span

STOP = frozenset(load("fr").stopwords.words)


def _terms(text: str) -> list[tuple[str, str]]:
    return [(t.stem, t.kind) for t in terms(text, [Span(0, len(text))], STOP, "fr")]


def test_forms_of_one_word_and_its_derivation_share_a_stem():
    stems = [_terms(w)[0][0] for w in ("déployer", "déployés", "déploiement")]
    assert len({s[:5] for s in stems}) == 1
    assert _terms("explosions")[0] == _terms("explosion")[0]


def test_numbers_are_one_term_however_their_thousands_are_grouped():
    for written in ("12 000", "12\u202f000", "12.000", "12'000", "12000"):
        assert _terms(written) == [("12000", "number")]


def test_stop_words_give_no_term():
    assert _terms("Il l’aurait dit à la presse") == [("presse", "word")]


def test_a_capital_makes_a_name_unless_it_opens_a_sentence():
    assert _terms("La carrière. Carrière de Valbrune") == [
        ("carrier", "word"),
        ("carrier", "word"),
        ("valbrun", "name"),
    ]


def test_spans_point_at_the_words():
    text = "à Valbrune, 40 ouvriers"
    assert [t.span.of(text) for t in terms(text, [Span(0, len(text))], STOP, "fr")] == ["Valbrune", "40", "ouvriers"]


def test_hostile_text_takes_linear_time():
    start = time.process_time()
    for text in ("1 " * 50_000, "1" * 100_000, "a" * 100_000, "1.000" * 20_000, "'’" * 50_000):
        terms(text, [Span(0, len(text))], STOP, "fr")
    assert time.process_time() - start < 10
