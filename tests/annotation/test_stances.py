"""Stance and certainty of statements of which the spans are known."""

from __future__ import annotations

from functools import cache

import pytest
from drafting import drafted
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.annotation.statements.attitudes import shown_by
from selon.annotation.statements.certainties import certainty_of
from selon.annotation.statements.forms import form_of
from selon.annotation.statements.reading import Reading, Said, reading_of
from selon.annotation.statements.stances import STANCES, load_weights, reasons_for, stance_of
from selon.annotation.statements.wordings import wording_of
from selon.text import Span, quotations

TEXT = (
    "La préfecture dément que le bac ait heurté un rocher. « Nous partirons lundi », a promis la capitaine Aude Lorn, "
    "qui ne confirme pas le bilan de dix blessés. Selon le port, trois câbles auraient cédé."
)


@cache
def reading(text: str) -> Reading:
    draft = drafted(text)
    draft.quotes = quotations(text)
    return reading_of(draft)


def said(text: str, source: str, cue: str, *content: str) -> Said:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    def tokens(words: str) -> tuple[int, int] | None:
        if not words:
            return None
        found = reading(text).doc.char_span(span(words).start, span(words).end, alignment_mode="expand")
        return found.start, found.end - 1

    spans, at = tuple(span(words) for words in content), tokens(cue)
    anchor = at[1] if at else reading(text).doc.char_span(*spans[0], alignment_mode="expand").start
    return Said(anchor, at, tokens(source), spans)


STATED = [
    ("La préfecture dément toute fuite de gaz.", "La préfecture", "dément", "toute fuite de gaz", "deny"),
    ("Le port confirme la fermeture du pont.", "Le port", "confirme", "la fermeture du pont", "confirm"),
    ("Le maire s'est défendu d'avoir menti.", "Le maire", "est défendu", "d'avoir menti", "deny"),
    ("Le port ne confirme pas la fermeture du pont.", "Le port", "confirme", "la fermeture du pont", "uncertain"),
    ("Le port a refusé de confirmer le bilan.", "Le port", "a refusé", "de confirmer le bilan", "uncertain"),
    ("Le maire exhorte les habitants à partir.", "Le maire", "exhorte", "les habitants à partir", "call"),
    ("Le syndicat condamne une décision hâtive.", "Le syndicat", "condamne", "une décision hâtive", "judge"),
    ("La capitaine a dit : « Il faut fermer le pont. »", "La capitaine", "a dit", "« Il faut fermer le pont. »", "call"),
    ("Selon le port, dix voitures étaient à bord.", "le port", "Selon", "dix voitures étaient à bord", "affirm"),
    ("Le port a indiqué que le bac partait à midi.", "Le port", "a indiqué", "que le bac partait à midi", "affirm"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "stance"), STATED)
def test_stance(text: str, source: str, cue: str, content: str, stance: str) -> None:
    assert stance_of(said(text, source, cue, content), reading(text)) == stance


@pytest.mark.parametrize(("text", "source", "cue", "content", "stance"), STATED)
def test_the_lexicon_alone_tells_plain_cases(text: str, source: str, cue: str, content: str, stance: str) -> None:
    assert wording_of(said(text, source, cue, content), reading(text)).verdict == stance


@pytest.mark.parametrize(
    ("text", "cue", "content", "certainty"),
    [
        ("Selon le port, trois câbles auraient cédé.", "Selon", "trois câbles auraient cédé", "conditional"),
        ("Le port a dit que le bac serait en retard.", "a dit", "que le bac serait en retard", "certain"),
        ("Le port dit que le bac a peut-être coulé.", "dit", "que le bac a peut-être coulé", "possible"),
        ("Le port dit que le bac a sans doute coulé.", "dit", "que le bac a sans doute coulé", "probable"),
        ("Le port dit que le bac a coulé.", "dit", "que le bac a coulé", "certain"),
    ],
)
def test_certainty(text: str, cue: str, content: str, certainty: str) -> None:
    one, read = said(text, "", cue, content), reading(text)
    assert certainty_of(one, form_of(read.text, one.content, read.quotes), read) == certainty


def test_reasons_are_features_of_the_statement_heaviest_first() -> None:
    text, source, cue, content, _ = STATED[5]
    one = said(text, source, cue, content)
    reasons = reasons_for(one, reading(text))
    weights = [abs(weight) for _, weight in reasons]
    assert weights == sorted(weights, reverse=True)
    assert {feature for feature, _ in reasons} <= set(shown_by(wording_of(one, reading(text))))
    assert reasons


def test_there_are_no_reasons_where_the_lexicon_decides() -> None:
    text, source, cue, content, _ = STATED[0]
    assert reasons_for(said(text, source, cue, content), reading(text)) == []


def test_a_language_without_weights_has_none() -> None:
    assert load_weights("eo") is None


@st.composite
def anywhere(draw: st.DrawFn) -> Said:
    doc = reading(TEXT).doc
    token = st.integers(0, len(doc) - 1)
    place = st.one_of(st.none(), st.tuples(token, token).map(lambda p: (min(p), max(p))))
    cuts = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=4)))
    content = tuple(Span(a, z) for a, z in zip(cuts[::2], cuts[1::2], strict=False))
    cue = draw(place)
    return Said(draw(st.integers(*cue)) if cue else draw(token), cue, draw(place), content)


@given(anywhere())
@settings(max_examples=50, deadline=None)
def test_any_spans_have_a_stance_and_features_that_stand_once(one: Said) -> None:
    shown = shown_by(wording_of(one, reading(TEXT)))
    assert len(shown) == len(set(shown))
    assert stance_of(one, reading(TEXT)) in STANCES
    assert certainty_of(one, "indirect", reading(TEXT)) in {"certain", "probable", "possible", "conditional"}


def test_who_defends_a_measure_denies_nothing():
    text = "Devant les élus, le maire a défendu la fermeture du pont."
    one = said(text, "le maire", "a défendu", "la fermeture du pont")
    assert wording_of(one, reading(text)).cue_stance is None
    assert stance_of(one, reading(text)) != "deny"
