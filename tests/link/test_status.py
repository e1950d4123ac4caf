from __future__ import annotations

import pytest
from quarry_story import Telling, article, day

from selon.lexicon import load
from selon.link.origins import rests
from selon.link.sides import side
from selon.link.status import reserved, status

WORDS = "la galerie était fermée"


def _status(*said, copies=()):
    """The status of one claim; each item of `said` is (speaker, body, stance, day, more)."""
    story = Telling()
    for n, (speaker, body, stance, number, more) in enumerate(said):
        one = story.tell(article(f"journal-{n}", f"Ici {n}, {WORDS}.", number))
        story.actor(body, kind=more.pop("kind", "body"))
        if speaker != body:
            story.actor(speaker, speaks_for=body)
        story.say(one, speaker, WORDS, stance, when=day(number) if number else None, **more)
    covered = story.coverage()
    resting = rests(covered, copies, story.attribution())
    told = covered.statements
    return status(told, resting, reserved(resting), {t.statement.id: side(t, load("fr")) for t in told})


def test_one_body_makes_a_single_origin_however_many_speak_for_it():
    said = ("Ada Morel", "la mine", "affirm", 2, {}), ("Luc Peyrat", "la mine", "confirm", 3, {})
    assert _status(*said) == "single_origin"


def test_two_bodies_corroborate():
    assert (
        _status(("la mine", "la mine", "affirm", 2, {}), ("le maire", "la mairie", "confirm", 3, {})) == "corroborated"
    )


def test_an_alliance_is_no_second_origin():
    said = ("la mine", "la mine", "affirm", 2, {}), ("l’Union européenne", "l’Union européenne", "affirm", 3, {})
    assert _status(*said) == "single_origin"


def test_a_denial_contests_what_another_vouches_for():
    assert _status(("la mine", "la mine", "affirm", 2, {}), ("le maire", "la mairie", "deny", 3, {})) == "contested"


def test_a_denial_since_given_up_no_longer_contests():
    said = (
        ("la mine", "la mine", "deny", 2, {}),
        ("le maire", "la mairie", "affirm", 3, {}),
        ("la mine", "la mine", "confirm", 4, {}),
    )
    assert _status(*said) == "corroborated"


def test_a_denial_of_unknown_date_still_stands():
    said = ("la mine", "la mine", "affirm", 4, {}), ("la mine", "la mine", "deny", None, {})
    assert _status(*said) == "denied"


def test_only_denials():
    assert _status(("la mine", "la mine", "deny", 2, {})) == "denied"


@pytest.mark.parametrize(
    ("stance", "more"), [("uncertain", {}), ("affirm", {"certainty": "conditional"}), ("call", {})]
)
def test_nobody_vouches(stance, more):
    assert _status(("la mine", "la mine", stance, 2, more)) == "unconfirmed"


def test_two_anonymous_sources_may_be_one_and_do_not_corroborate():
    said = [("une source", "une source", "affirm", n, {"kind": "anonymous"}) for n in (2, 3)]
    assert _status(*said) == "single_origin"


def test_a_body_named_only_as_somebody_s_own_may_be_another_one():
    said = ("le maire", "la mairie", "affirm", 2, {}), ("ses services", "ses services", "affirm", 3, {})
    assert _status(*said) == "single_origin"


def test_who_evades_vouches_for_nothing_whatever_the_stance_was_read_as():
    story = Telling()
    for body in ("la mine", "la mairie"):
        story.actor(body, kind="body")
    one = story.tell(article("journal", "La mairie dit que la galerie est fermée. C’est « l’affaire » de la mine.", 3))
    story.say(one, "la mairie", "que la galerie est fermée", when=day(3))
    story.say(one, "la mine", "C’est « l’affaire » de la mine", when=day(3))
    covered = story.coverage()
    resting = rests(covered, (), story.attribution())
    taken = {t.statement.id: side(t, load("fr")) for t in covered.statements}
    assert status(covered.statements, resting, reserved(resting), taken) == "single_origin"
