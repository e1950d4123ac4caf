"""Tickets against heads, a lead against its text, and numbers of two days or of two wholes."""

from __future__ import annotations

import pytest
from quarry_story import Telling, article, day

from selon.lexicon import load
from selon.link.checks import checks
from selon.link.checks.leads import leads_apart
from selon.link.series import series
from selon.link.sides import side
from selon.model import Block
from selon.text import Span


def _found(story, days=None):
    covered = story.coverage()
    return checks(covered, story.attribution(), story.givers, series(covered), days)


def _theatre(said: str, seen: int):
    story = Telling()
    story.actor("le théâtre", kind="body")
    story.actor("les pompiers", kind="body")
    text = f"Les pompiers ont compté {seen} personnes dans la salle. Le théâtre {said} 120 billets ont été vendus."
    one = story.tell(article("un", text, 2))
    heads = story.count(one, "les pompiers", f"{seen} personnes", seen, "personne")
    sold = story.count(one, "le théâtre", "120 billets", 120, "billet")
    return story, (heads, sold)


@pytest.mark.parametrize("said", ["dément toute surcharge. Selon lui,", "nie avoir rempli la salle :"])
def test_tickets_beside_a_denial_are_set_against_persons(said):
    story, both = _theatre(said, 180)
    (found,) = _found(story)
    assert (found.kind, found.holds, found.figures) == ("conflict", False, both)


@pytest.mark.parametrize(("said", "seen"), [("précise que", 180), ("dément :", 110), ("dément :", 900)])
def test_tickets_without_a_denial_or_for_more_than_came_contradict_nobody(said, seen):
    story, _ = _theatre(said, seen)
    assert _found(story) == ()


def _two_counts(text, one_words, other_words):
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("le syndicat", kind="body")
    one = story.tell(article("un", text, 2))
    first = story.count(one, "le syndicat", one_words, 300, "membre")
    second = story.count(one, "la mine", other_words, 140, "membre")
    return story, first, second


def test_members_of_two_things_are_two():
    text = "Il y avait 300 membres {} selon le syndicat, 140 membres {} selon la mine."
    same, *_ = _two_counts(text.format("de l’équipe", "de l’équipe"), "300 membres", "140 membres")
    other, *_ = _two_counts(text.format("de l’équipe", "du cortège"), "300 membres", "140 membres")
    assert (len(_found(same)), len(_found(other))) == (1, 0)


def test_numbers_of_two_days_are_no_conflict():
    story, first, second = _two_counts(
        "Ils étaient 300 membres selon le syndicat, 140 selon la mine.", "300 membres", "140"
    )
    assert len(_found(story, {first: day(1), second: day(1)})) == 1
    assert _found(story, {first: day(1), second: day(2)}) == ()


def test_who_is_expected_is_not_counted():
    text = "Il y avait 300 membres {} selon le syndicat, 140 membres selon la mine."
    there, *_ = _two_counts(text.format("présents"), "300 membres", "140 membres")
    awaited, *_ = _two_counts(text.format("attendus"), "300 membres", "140 membres")
    assert (len(_found(there)), len(_found(awaited))) == (1, 0)


LEAD = "La mine confirme la fermeture de la galerie nord."


def _leading(below: str, stance: str, speaker="la mine", cue="dit", **more):
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("le maire")
    text = f"{LEAD}\n\nLa pluie dure. {speaker} {cue} {below}."
    end = len(LEAD)
    blocks = (Block(Span(0, end), "paragraph"), Block(Span(end + 2, len(text)), "paragraph"))
    one = story.tell(article("un", text, 2, blocks=blocks))
    above = story.say(one, "la mine", "la fermeture de la galerie nord", "confirm", when=day(2))
    under = story.say(one, speaker, below, stance, cue=cue, **({"when": day(2)} | more))
    covered = story.coverage()
    sides = {t.statement.id: side(t, load("fr")) for t in covered.statements}
    return [c.statements for c in leads_apart(covered, story.attribution(), sides)], (above, under)


@pytest.mark.parametrize("stance", ["deny", "uncertain"])
def test_a_lead_that_says_more_than_its_text_is_set_against_it(stance):
    found, both = _leading("ne pas savoir si la fermeture de la galerie nord a eu lieu", stance)
    assert found == [both]


@pytest.mark.parametrize(
    ("below", "stance", "more"),
    [
        ("que la fermeture de la galerie nord est faite", "affirm", {}),
        ("ne rien savoir du toit de la mairie", "uncertain", {}),
        ("ignorer la fermeture de la galerie nord", "uncertain", {"speaker": "le maire"}),
        ("ignorer la fermeture de la galerie nord", "uncertain", {"when": day(1)}),
        ("toute fermeture de la galerie nord", "deny", {"cue": "avait démenti", "when": None}),
    ],
)
def test_another_matter_another_speaker_and_another_time_contradict_no_lead(below, stance, more):
    assert _leading(below, stance, **more)[0] == []
