"""What statements are about: concepts, anaphors, facets of a large matter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quarry_story import Telling, article

from selon.lexicon import load
from selon.link.claims import clustered, grouped
from selon.link.concepts import concepts
from selon.link.coverage import coverage
from selon.link.facets import SMALLEST, facets
from selon.link.subjects import Subject, subjects
from selon.text import Span


def _concepts(text):
    return concepts(load("fr")).of(text, [Span(0, len(text))])


def _subjects(story):
    covered = story.coverage()
    return subjects(covered.statements, covered.figures, covered.lexicon)


def _about(text, *said):
    """The subjects of the statements of one article: (words, stance, speaker)."""
    story = Telling()
    one = story.tell(article("radio", text, 2))
    for words, stance, speaker in said:
        story.say(one, speaker, words, stance, speaker=speaker or "")
    return _subjects(story)


def test_words_for_one_thing_are_one_concept_whatever_their_form():
    assert sorted(_concepts("des renforts déployés")) == sorted(_concepts("l’envoi de renforts"))


def test_a_state_is_one_under_all_of_its_names():
    for words in ("Pyongyang", "la Corée du Nord", "nord-coréennes"):
        assert _concepts(words) == ["@Corée du Nord"]


def test_words_that_say_nothing_by_themselves_are_left_out():
    assert _concepts("ces informations, de fausses nouvelles") == []


def test_a_word_that_shares_its_stem_with_an_empty_one_is_kept():
    assert _concepts("trois personnes") != _concepts("le personnel")
    assert _concepts("les élèves") != []
    assert _concepts("un chiffre plus élevé") == ["#"]


def test_a_number_in_words_is_a_number():
    assert [c[0] for c in _concepts("soixante carriers, une vingtaine de bus, 40 pompes")] == list("=c=b=p")


def test_on_somebodys_territory_tells_only_where():
    assert _concepts("des renforts sur son territoire") == _concepts("des renforts")


def test_an_anaphor_takes_the_subject_of_the_statement_before_but_not_its_number():
    story = Telling()
    one = story.tell(article("radio", "On a lu que 40 carriers creusent la galerie. La mine dément ces rumeurs.", 2))
    first = story.say(one, None, "40 carriers creusent la galerie")
    second = story.say(one, None, "ces rumeurs", "deny")
    about = dict(zip((first, second), _subjects(story), strict=True))
    assert "galerie" in about[second].weights
    assert "=40" in about[first].weights
    assert "=40" not in about[second].weights


def test_a_pronoun_for_a_whole_statement_is_an_anaphor():
    text = "Le maire assure que la digue de Mornes a rompu. « Bien sûr, cela change », dit-il."
    first, second = _about(
        text, ("la digue de Mornes a rompu", "affirm", None), ("Bien sûr, cela change", "affirm", None)
    )
    assert set(first.weights) & set(second.weights) >= {"digue", "morne"}


def test_an_anaphor_of_an_anaphor_takes_what_the_first_one_stands_for():
    text = "Selon le maire, la digue de Mornes a rompu. Le préfet dément ces rumeurs. Il parle d’infox."
    about = _about(
        text, ("la digue de Mornes a rompu", "affirm", None), ("ces rumeurs", "deny", None), ("infox", "judge", None)
    )
    assert [s.kind for s in about] == ["fact", "fact", "fact"]
    assert "digue" in about[2].weights


def test_who_goes_on_with_leur_goes_on_about_the_same():
    said = (
        ("des carriers sont arrivés à Valbrune", "affirm", "le maire"),
        ("Leur venue était prévue", "affirm", "le maire"),
    )
    first, second = _about("Le maire dit que des carriers sont arrivés à Valbrune. « Leur venue était prévue ».", *said)
    assert set(first.weights) <= set(second.weights)
    assert second.place == first.place == "valbrune"


def test_an_accusation_tells_a_deed_and_a_judgement_of_it_does_not():
    text = "Le syndicat accuse la mine d’avoir noyé la galerie. Le maire déplore une galerie noyée."
    story = Telling()
    one = story.tell(article("radio", text, 2))
    story.say(one, None, "la mine d’avoir noyé la galerie", "judge", cue="accuse")
    story.say(one, None, "une galerie noyée", "judge", cue="déplore")
    assert [s.kind for s in _subjects(story)] == ["fact", "judge"]


def test_to_condemn_what_was_reported_is_a_judgement():
    text = "On a lu que la mine a noyé la galerie. Le maire condamne ces informations."
    story = Telling()
    one = story.tell(article("radio", text, 2))
    story.say(one, None, "la mine a noyé la galerie")
    story.say(one, None, "ces informations", "judge", cue="condamne")
    assert [s.kind for s in _subjects(story)] == ["fact", "judge"]


def test_who_speaks_is_no_part_of_what_is_said():
    text = "Directrice de la mine, Odile Ferrant nie tout."
    story = Telling()
    one = story.tell(article("radio", text, 2))
    story.say(one, "Odile Ferrant", "tout", "deny", cue="nie", source="Odile Ferrant")
    (about,) = _subjects(story)
    assert {"mine", "directr"} == set(about.weights)


def test_what_is_counted_is_planned_where_all_of_it_is_to_come():
    story = Telling()
    one = story.tell(article("radio", "Selon le maire, 40 carriers creusent et 90 viendront. 300 iront à Mornes.", 2))
    both = story.say(one, None, "40 carriers creusent et 90 viendront")
    plan = story.say(one, None, "300 iront à Mornes")
    story.count(one, None, "40 carriers", 40, "carrier", statement=both)
    story.count(one, None, "90", 90, "carrier", statement=both, scope="planned")
    story.count(one, None, "300", 300, "carrier", statement=plan, scope="planned")
    assert [s.planned for s in _subjects(story)] == [False, True]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("des troupes sont arrivées en Norvège", "Norvège"),
        ("des troupes sont entrées sur le territoire norvégien", "Norvège"),
        ("la Norvège soutient la Suède", ""),
        ("des troupes formées en Norvège sont dans la région suédoise de Kiruna", "kiruna"),
        ("les carriers défilent à Paris", "paris"),
        ("il demande du temps", ""),
    ],
)
def test_where_something_is_stands_behind_a_preposition(words, place):
    (about,) = _about(f"On dit que {words}.", (words, "affirm", None))
    assert about.place == place


def test_the_noun_and_the_verb_of_one_stem_keep_their_own_rows():
    assert _concepts("combattre") != _concepts("des combattants")


def _many(*kinds):
    """As many subjects as a matter that is cut has, in equal parts: (further concept, place)."""
    part = SMALLEST // len(kinds) + 1
    return [Subject("fact", {"digue": 1.0, word: 1.0}, place) for word, place in kinds for _ in range(part)], part


def test_a_small_matter_has_no_facets():
    assert facets([4, 7], [Subject("fact", {"digue": 1.0})] * 8) == [[4, 7]]


def test_of_a_large_matter_those_who_say_how_many_are_apart():
    about, part = _many(("#", ""), ("vallée", ""), ("pluie", ""))
    assert facets(range(len(about)), about) == [list(range(part)), list(range(part, 3 * part))]


def test_of_a_large_matter_those_who_say_how_many_are_to_come_are_apart():
    counts = [Subject("fact", {"digue": 1.0, "#": 1.0}, planned=n >= SMALLEST) for n in range(2 * SMALLEST)]
    assert facets(range(len(counts)), counts) == [list(range(SMALLEST)), list(range(SMALLEST, 2 * SMALLEST))]


def test_of_a_large_matter_what_is_told_of_two_places_is_apart_and_the_rest_goes_with_its_words():
    about, part = _many(("rupture", "Norvège"), ("pompe", "Suède"), ("pluie", "Islande"))
    about += [Subject("fact", {"digue": 1.0, "pompe": 1.0})]
    first, second, third = (list(range(n * part, (n + 1) * part)) for n in range(3))
    assert facets(range(len(about)), about) == [first, [*second, 3 * part], third]


def test_those_who_name_no_place_stay_together_where_they_are_most():
    about, _ = _many(("rupture", "Norvège"), ("pompe", ""), ("pluie", ""))
    assert len(facets(range(len(about)), about)) == 2


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


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), min_size=1, max_size=8), st.data())
@settings(max_examples=40, deadline=None)
def test_a_story_that_has_grown_is_grouped_as_from_nothing(said, data):
    story = Telling()
    for n, words in enumerate(said):
        text = f"Journal {n} : " + " et ".join(words) + "."
        story.say(story.tell(article(f"j{n}", text, 2)), None, " et ".join(words))
    before = data.draw(st.sets(st.sampled_from(story.articles), max_size=len(said)))
    annotations = story.annotations()
    part = coverage([a for a in story.articles if a in before], annotations, load("fr"))
    whole = story.coverage()
    assert grouped(whole, grouped(part)) == grouped(whole)
