"""Whether a statement takes a side on what it is about."""

from __future__ import annotations

import pytest
from quarry_story import Telling, article

from selon.lexicon import load
from selon.link.sides import bearing


@pytest.mark.parametrize(
    ("words", "stance", "expected"),
    [
        ("la galerie nord est fermée", "affirm", "takes a side"),
        ("la galerie nord est fermée", "deny", "takes a side"),
        ("« Demandez à la mine » où est la galerie", "call", "evades"),
        ("que c’était « l’affaire » de la commune", "affirm", "evades"),
        ("la préfecture ne commente jamais une enquête en cours", "affirm", "evades"),
        ("« Bien sûr, cela changera un jour »", "affirm", "stands aside"),
        ("cela n’est pas arrivé", "deny", "takes a side"),
        ("ne pas savoir pourquoi la galerie a cédé", "uncertain", "stands aside"),
        ("ne pas savoir si l’eau venait du puits ou du toit", "uncertain", "stands aside"),
        ("ne pas savoir si la galerie a cédé", "uncertain", "takes a side"),
    ],
)
def test_how_a_statement_bears_on_what_it_is_about(words, stance, expected):
    story = Telling()
    story.say(story.tell(article("radio", f"Il dit {words}.", 2)), None, words, stance)
    (told,) = story.coverage().statements
    assert bearing(told, load("fr").synonyms, concepts=2) == expected


def test_a_pronoun_with_nothing_told_of_it_vouches_for_what_it_stands_for():
    story = Telling()
    story.say(story.tell(article("radio", "Il dit que cela est vrai.", 2)), None, "que cela est vrai")
    (told,) = story.coverage().statements
    assert bearing(told, load("fr").synonyms, concepts=0) == "takes a side"
