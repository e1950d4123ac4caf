"""What statements are about: concepts, anaphors, facets of a large matter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from quarry_story import Telling, article

from selon.lexicon import load
from selon.link.claims import clustered
from selon.link.concepts import concepts
from selon.link.facets import SMALLEST, facets
from selon.link.subjects import subjects
from selon.text import Span


def _concepts(text):
    return concepts(load("fr")).of(text, [Span(0, len(text))])


def test_words_for_one_thing_are_one_concept_whatever_their_form():
    assert sorted(_concepts("des renforts déployés")) == sorted(_concepts("l’envoi de renforts"))


def test_a_state_is_one_under_all_of_its_names():
    for words in ("Pyongyang", "la Corée du Nord", "nord-coréennes"):
        assert _concepts(words) == ["@Corée du Nord"]


def test_words_that_say_nothing_by_themselves_are_left_out():
    assert _concepts("ces informations, de fausses nouvelles") == []


def test_an_anaphor_takes_the_subject_of_the_statement_before_but_not_its_number():
    story = Telling()
    one = story.tell(article("radio", "On a lu que 40 carriers creusent la galerie. La mine dément ces rumeurs.", 2))
    first = story.say(one, None, "40 carriers creusent la galerie")
    second = story.say(one, None, "ces rumeurs", "deny")
    about = dict(zip((first, second), subjects(story.coverage()), strict=True))
    assert "galerie" in about[second].weights
    assert "=40" in about[first].weights
    assert "=40" not in about[second].weights


def test_a_small_matter_has_no_facets():
    assert facets([4, 7], [{"digue": 1.0}] * 8) == [[4, 7]]


def test_of_a_large_matter_those_who_say_how_many_are_apart():
    third = SMALLEST // 3 + 1
    weights = [{"digue": 1.0, word: 1.0} for word in ("#", "vallée", "pluie") for _ in range(third)]
    assert list(range(third)) in facets(range(3 * third), weights)


WORDS = (
    "digue",
    "rupture",
    "vallée",
    "secours",
    "évacuation",
    "pompe",
    "pluie",
    "barrage",
    "ces rumeurs",
    "40 maisons",
)


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), min_size=1, max_size=8), st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_order_of_arrival_and_adding_twice_change_no_claim(said, random):
    story = Telling()
    for n, words in enumerate(said):
        text = f"Journal {n} : " + " et ".join(words) + "."
        story.say(story.tell(article(f"j{n}", text, 2)), None, " et ".join(words))

    def claims():
        return {frozenset(t.statement.id for t in c.statements) for c in clustered(story.coverage())}

    expected = claims()
    random.shuffle(story.articles)
    story.articles.append(story.articles[0])
    assert claims() == expected
