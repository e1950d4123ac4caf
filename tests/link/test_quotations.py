from __future__ import annotations

import pytest
from quarry_story import Telling, article, day

from selon.link.quotations import variants


def _variants(*said):
    """The variants among utterances, each in an article of its own: (speaker, body, words)."""
    story = Telling()
    names = {}
    for n, (speaker, body, words) in enumerate(said):
        one = story.tell(article(f"journal-{n}", f"{speaker} : « {words} »", n + 1))
        story.actor(body, kind="body")
        if speaker != body:
            story.actor(speaker, speaks_for=body)
        names[story.say(one, speaker, f"« {words} »", form="direct")] = n
    return [([names[v] for v in q.variants], q.difference) for q in variants(story.coverage(), story.attribution())]


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        ("Nous avons perdu 3 camions sous la falaise", "Nous avons perdu 5 camions sous la falaise", "number"),
        ("Nous rouvrirons la piste avant lundi soir", "Nous ne rouvrirons pas la piste avant lundi soir", "negation"),
        ("Nous n'avons jamais fermé la piste le lundi", "Jamais nous n'avons fermé aucune piste le lundi", "wording"),
        ("La piste sera rouverte avant lundi soir", "La piste sera rouverte avant mardi soir", "wording"),
        ("Des rumeurs sans aucun fondement", "Des rumeur sans aucun fondement", "inflection"),
        ("La falaise tient", "La falaise tient et tiendra encore cent ans sans nous", "shortened"),
    ],
)
def test_how_two_wordings_differ(first, second, difference):
    assert _variants(("Ada", "Ada", first), ("Ada", "Ada", second)) == [([0, 1], difference)]


def test_the_same_words_twice_are_no_variants():
    assert _variants(("Ada", "Ada", "La falaise tient bon"), ("Ada", "Ada", "La Falaise tient bon !")) == []


def test_a_spokeswoman_and_those_she_speaks_for_are_one_voice():
    said = ("Ada", "la mine", "La falaise tient bon"), ("la mine", "la mine", "La falaise tenait bon")
    assert len(_variants(*said)) == 1


def test_two_speakers_who_say_nearly_the_same_are_kept_apart():
    assert _variants(("Ada", "Ada", "La falaise tient bon"), ("Luc", "Luc", "La falaise tenait bon")) == []


def test_different_utterances_of_one_speaker_are_no_variants():
    assert _variants(("Ada", "Ada", "La falaise tient bon"), ("Ada", "Ada", "Nous paierons les carriers lundi")) == []


def test_a_formula_repeated_on_another_day_is_no_variant():
    said = "La falaise tient bon ce soir", "La falaise tenait bon ce soir"
    for days, groups in (((1, 2), 0), ((1, 1), 1)):
        story = Telling()
        story.actor("Ada")
        for n, (words, number) in enumerate(zip(said, days, strict=True)):
            one = story.tell(article(f"journal-{n}", f"Ada : « {words} »", 3))
            story.say(one, "Ada", f"« {words} »", form="direct", when=day(number), when_basis="words")
        found = variants(story.coverage(), story.attribution())
        assert [sorted(q.apart) for q in found] == [["tenait", "tient"]] * groups


def test_a_word_or_two_in_marks_is_a_formula():
    assert _variants(("Ada", "Ada", "très grave"), ("Ada", "Ada", "plus grave")) == []
