"""Which course on a measure a statement tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quarry_story import Telling, article

from selon.lexicon import load
from selon.link.courses import Taken, course_reader

PEAGE = "Les transporteurs protestent contre la hausse des péages sur les camions."


def _taken(words: str, cue: str = "annonce", before: str = "", stance: str = "affirm", **more: str) -> Taken | None:
    story = Telling()
    story.say(
        story.tell(article("radio", f"{before} La ville {cue} {words}.", 2)), None, words, stance, cue=cue, **more
    )
    (told,) = story.coverage().statements
    return course_reader(load("fr")).of(told)


@pytest.mark.parametrize(
    ("cue", "words", "course"),
    [
        ("annonce", "la suspension pour six mois de la hausse des péages", "suspends"),
        ("annonce", "que la hausse des péages sera suspendue", "suspends"),
        ("annonce", "le gel des péages", "suspends"),
        ("dit", "« Nous maintenons la hausse des péages »", "holds"),
        ("dit", "que la hausse des péages entrera en vigueur lundi", "holds"),
        ("promet", "de renoncer à augmenter les péages", "drops"),
        ("confirme", "« La hausse des péages est annulée »", "drops"),
        ("refuse", "de suspendre la hausse des péages", "holds"),
        ("refuse", "de maintenir la hausse des péages", "drops"),
        ("dit", "qu’elle ne renoncera pas à la hausse des péages", "holds"),
        ("dit", "qu’il n’y aura pas de suspension de la hausse des péages", "holds"),
        ("écarte", "une remise en cause de la suppression des péages", "drops"),
        ("exclut", "de rétablir les péages", "drops"),
        ("annonce", "un étalement de la hausse des péages", "adjusts"),
        ("annonce", "un débat sur la hausse des péages", "weighs"),
        ("envisage", "de suspendre la hausse des péages", "suspends"),
        ("annonce", "une hausse des péages pour les camions", "holds"),
        ("rejette", "une hausse des péages", "drops"),
    ],
)
def test_the_course_that_words_tell(cue, words, course):
    found = _taken(words, cue)
    assert found is not None
    assert (found.course, found.measure >= {"peage"}) == (course, True)


@pytest.mark.parametrize(
    ("cue", "words", "stance"),
    [
        ("réclame", "la suspension de la hausse des péages", "call"),
        ("dit", "qu’il faut suspendre la hausse des péages", "call"),
        ("salue", "la suspension de la hausse des péages", "judge"),
        ("dit", "que la suspension de la hausse des péages est un piège", "affirm"),
        ("dit", "que les camions sont rares après la suspension des péages", "affirm"),
        ("dit", "que les routiers manifestent pour suspendre les péages", "affirm"),
        ("dit", "qu’elle tiendra une réunion", "affirm"),
        ("dit", "que la moitié des camions sont restés au dépôt en attendant la suppression des péages", "affirm"),
        ("dit", "une hausse des péages", "affirm"),
    ],
)
def test_a_demand_a_judgement_and_an_aside_tell_none(cue, words, stance):
    assert _taken(words, cue, stance=stance) is None


def test_what_the_article_withholds_its_guarantee_for_tells_none():
    assert _taken("la suspension des péages", certainty="conditional") is None


@pytest.mark.parametrize(
    "words",
    ["vouloir tenir le cap", "qu’elle ne changera pas de cap", "que ces hausses sont annulées", "la fin du gel"],
)
def test_words_that_do_not_tell_the_measure_mean_the_one_named_before(words):
    found = _taken(words, before=PEAGE)
    assert found is None if "gel" in words else found is not None and "peage" in found.measure


def test_a_measure_that_is_named_nowhere_is_none():
    assert _taken("vouloir tenir le cap") is None
    assert _taken("que ces hausses sont annulées") is None


def test_who_announces_promises_or_refuses_decides():
    assert all((t := _taken("de suspendre les péages", cue)) and t.decides for cue in ("promet", "refuse", "accepte"))
    said = _taken("que les péages sont suspendus", "affirme")
    assert said is not None
    assert not said.decides


@given(st.text(alphabet="aeéls' ’«»,.\n suspendr", min_size=1, max_size=80))
def test_any_words_are_read(words):
    _taken(f"zz {words}")
