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


def _told_twice(first, second, days=(3, 3), forms=("direct", "indirect"), speakers=("Ada", "Ada"), copied=False):
    """How many utterances two articles have in different words, in which one quotes what the other reports."""
    story = Telling()
    names = []
    for n, (words, number, form, speaker) in enumerate(zip((first, second), days, forms, speakers, strict=True)):
        one = story.tell(article(f"journal-{n}", f"{speaker} : {words}.", 9))
        story.actor(speaker)
        names.append(story.say(one, speaker, words, form=form, when=day(number) if number else None))
    originals = {names[1]: names[0]} if copied else {}
    return [q.difference for q in variants(story.coverage(), story.attribution(), originals)]


QUOTED = "« Nous avons la preuve que la pompe du puits nord a cédé »"
REPORTED = "avoir des preuves que la pompe a cédé au fond du puits nord"


def test_what_one_article_quotes_and_another_reports_of_one_day_is_one_utterance():
    assert _told_twice(QUOTED, REPORTED) == ["wording"]


def test_words_that_tell_nothing_of_the_matter_tell_how_it_was_put():
    quoted = "« Nous avons la preuve que les carriers norvégiens sont allés en Suède »"
    assert _told_twice(quoted, "avoir des preuves que 40 carriers norvégiens creusent en Suède") == ["number"]


@pytest.mark.parametrize(
    "apart",
    [
        {"days": (3, 4)},
        {"days": (3, None)},
        {"speakers": ("Ada", "Luc")},
    ],
)
def test_another_day_another_speaker_or_no_quotation_is_none(apart):
    assert _told_twice(QUOTED, REPORTED, **apart) == []


def test_without_a_quotation_nobody_s_words_are_known():
    assert _told_twice(QUOTED.strip("« »"), REPORTED, forms=("indirect", "indirect")) == []


def test_what_shares_a_subject_only_is_another_utterance():
    assert _told_twice(QUOTED, "que la pompe révisée en mars par une équipe de la ville coûtait cher") == []


def test_a_name_in_marks_is_no_quotation():
    said = (
        "que le bac « Sainte-Aure » transportait 40 carriers et du sable",
        "que le bac « Sainte-Aure » portait 30 carriers",
    )
    assert _told_twice(*said, forms=("mixed", "mixed")) == []


def test_a_copied_statement_is_the_one_it_was_copied_from_however_it_is_worded():
    said = "« Le mur penchait déjà d’un côté »", "« Le mur s’appuyait déjà sur un flanc »"
    assert _told_twice(*said, forms=("direct", "direct"), days=(3, 5)) == []
    assert _told_twice(*said, forms=("direct", "direct"), days=(3, 5), copied=True) == ["wording"]


def test_the_order_of_arrival_and_a_second_arrival_change_no_quotation():
    story = Telling()
    for n, words in enumerate((QUOTED, REPORTED, "« Nous avons la preuve que la pompe nord a lâché »")):
        one = story.tell(article(f"journal-{n}", f"Ada : {words}.", 9))
        story.say(one, "Ada", words, form="direct" if "«" in words else "indirect", when=day(3))
    story.actor("Ada")
    found = variants(story.coverage(), story.attribution())
    story.articles = [*reversed(story.articles), story.articles[0]]
    assert variants(story.coverage(), story.attribution()) == found != ()
