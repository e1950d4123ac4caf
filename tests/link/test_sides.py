"""Which side a statement takes on what it is about."""

from __future__ import annotations

import pytest
from quarry_story import Telling, article

from selon.lexicon import load
from selon.link.sides import side


@pytest.mark.parametrize(
    ("words", "stance", "certainty", "expected"),
    [
        ("la galerie nord est fermée", "affirm", "certain", "vouches"),
        ("la galerie nord est fermée", "confirm", "certain", "vouches"),
        ("la galerie nord serait fermée", "affirm", "conditional", None),
        ("la galerie nord est fermée", "deny", "certain", "denies"),
        ("la galerie nord serait fermée", "deny", "conditional", "denies"),
        ("la fermeture de la galerie nord", "judge", "certain", None),
        ("« Demandez à la mine » où est la galerie", "call", "certain", "can't tell"),
        ("que c’était « l’affaire » de la commune", "affirm", "certain", "can't tell"),
        ("la préfecture ne commente jamais une enquête en cours", "affirm", "conditional", "can't tell"),
        ("« Bien sûr, cela changera un jour »", "affirm", "certain", None),
        ("que cela est vrai", "affirm", "certain", "vouches"),
        ("cela n’est pas arrivé", "deny", "certain", "denies"),
        ("ne pas savoir pourquoi la galerie a cédé", "uncertain", "certain", None),
        ("ne pas savoir si l’eau venait du puits ou du toit", "uncertain", "certain", None),
        ("ne pas savoir si la galerie a cédé", "uncertain", "certain", "can't tell"),
    ],
)
def test_the_side_that_a_statement_takes(words, stance, certainty, expected):
    story = Telling()
    story.say(story.tell(article("radio", f"Il dit {words}.", 2)), None, words, stance, certainty=certainty)
    (told,) = story.coverage().statements
    assert side(told, load("fr")) == expected
