"""The passage that names a claim stands by itself where one does."""

from __future__ import annotations

import msgspec
import pytest
from quarry_story import Telling, article

from selon.lexicon import load
from selon.link.central import Labels, Standing, standings
from selon.link.coverage import Told

WHOLE = "que la falaise de Valbrune s’est effondrée sur la piste"
LEXICON = load("fr")


def label(*said: tuple[str, str]) -> str:
    """Name the claim of these statements, each alike to all others."""
    story = Telling()
    told = []
    for number, (words, stance) in enumerate(said):
        one = story.tell(article(f"a{number}", f"Voici ce qu’on dit : {words}. Voilà tout.", 2))
        story.say(one, None, words, stance)
    told = sorted(story.coverage().statements, key=lambda t: t.article.label)
    named = Labels(told, [{"falaise": 10} for _ in told], worth(told)).of(range(len(told)))
    return named.spans[0].of(next(t.article.text for t in told if t.article.id == named.article))


def worth(told: list[Told]) -> list[Standing]:
    """What statements, each of an article of its own, are worth as labels."""
    return [standings([one], LEXICON)[0] for one in told]


@pytest.mark.parametrize(
    ("other", "stance"),
    [
        ("d’un effondrement de la falaise de Valbrune", "affirm"),
        ("cette falaise est tombée sur la piste", "affirm"),
        ("S’il vous plaît, demandez à la mine de Valbrune", "affirm"),
        ("que la falaise est peut-être tombée sur la piste", "uncertain"),
        ("la falaise", "affirm"),
    ],
)
def test_what_does_not_stand_by_itself_names_a_claim_only_for_want_of_another(other: str, stance: str) -> None:
    assert label((other, stance), (WHOLE, "affirm")) == WHOLE
    assert label((other, stance)) == other


def test_what_is_asked_for_needs_no_clause() -> None:
    asked = "les carriers à quitter la piste de Valbrune"
    assert label((asked, "call"), ("Il faut quitter la piste de Valbrune", "call")) == asked


def test_a_likely_thing_names_no_claim_that_another_holds_for_certain() -> None:
    story = Telling()
    for name, words in (("a", "que la piste sera fermée mardi"), ("b", "que la piste restera fermée mardi")):
        story.say(story.tell(article(name, f"On dit {words}. Voilà tout.", 2)), None, words, "affirm")
    first, second = story.coverage().statements
    doubted = Told(first.article, msgspec.structs.replace(first.statement, certainty="probable"))
    named = Labels([doubted, second], [{"piste": 10}, {"piste": 10}], worth([doubted, second])).of([0, 1])
    assert named.article == second.article.id
