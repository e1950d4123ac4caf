from __future__ import annotations

import pytest
from quarry_story import Telling, article, day

from selon.link.series import changes_of_figures, series


def _quarry():
    """Three articles count the carriers of Valbrune, the second also the visitors of a market."""
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("Ada Morel", speaks_for="la mine")
    first = story.tell(article("un", "La mine compte 64 carriers à l’arrêt à Valbrune.", 2))
    second = story.tell(
        article("deux", "Ada Morel compte 70 Carriers à l’arrêt à Valbrune.\nLe marché a reçu 900 visiteurs.", 4)
    )
    said = story.say(second, "Ada Morel", "70 Carriers à l’arrêt à Valbrune", when=day(3))
    return story, [
        story.count(second, "Ada Morel", "70 Carriers", 70, "Carriers", statement=said),
        story.count(first, "la mine", "64 carriers", 64, "carrier"),
        story.count(second, None, "900 visiteurs", 900, "visiteur"),
    ]


def test_figures_of_one_noun_in_one_context_make_a_series_in_order_of_time():
    story, (later, earlier, _) = _quarry()
    (found,) = series(story.coverage())
    assert (found.label, found.figures) == ("carrier", (earlier, later))


def test_a_noun_in_an_unlike_context_is_another_thing_counted():
    story, _ = _quarry()
    third = story.tell(
        article("trois", "En 1911, une grève célèbre réunissait 300 carriers dans tout le pays voisin.", 5)
    )
    story.count(third, None, "300 carriers", 300, "carrier")
    assert [len(s.figures) for s in series(story.coverage())] == [2]


def test_one_figure_is_no_series():
    story = Telling()
    one = story.tell(article("un", "Ils sont 64 carriers.", 2))
    story.count(one, None, "64 carriers", 64, "carrier")
    assert series(story.coverage()) == ()


def test_a_body_whose_figure_moved_has_changed():
    story = Telling()
    story.actor("la mine", kind="body")
    first = story.tell(article("un", "La mine compte 64 carriers à l’arrêt.", 2))
    second = story.tell(article("deux", "La mine compte 70 carriers à l’arrêt.", 4))
    said = [
        story.say(first, "la mine", "64 carriers", when=day(2)),
        story.say(second, "la mine", "70 carriers", when=day(4)),
    ]
    early = story.count(first, "la mine", "64 carriers", 64, "carrier", statement=said[0])
    late = story.count(second, "la mine", "70 carriers", 70, "carrier", statement=said[1])
    covered, who = story.coverage(), story.attribution()
    found = changes_of_figures(series(covered), covered, story.givers, who.bodies)
    assert [(c.body, c.before, c.after) for c in found] == [("la mine", (early,), (late,))]
    assert changes_of_figures(series(covered), covered, {}, who.bodies) == []


def test_a_plan_is_not_compared_with_a_count():
    story = Telling()
    story.actor("la mine", kind="body")
    first = story.tell(article("un", "La mine compte 64 carriers à l’arrêt.", 2))
    second = story.tell(article("deux", "La mine compte 70 carriers à l’arrêt demain.", 4))
    for one, words, low, scope, number in (
        (first, "64 carriers", 64, "running", 2),
        (second, "70 carriers", 70, "planned", 4),
    ):
        said = story.say(one, "la mine", words, when=day(number))
        story.count(one, "la mine", words, low, "carrier", statement=said, scope=scope)
    covered = story.coverage()
    assert changes_of_figures(series(covered), covered, story.givers, {}) == []


def test_a_count_that_is_recalled_moves_nothing():
    story = Telling()
    story.actor("la mine", kind="body")
    for name, words, low, number in (("un", "64 carriers", 64, 2), ("deux", "70 carriers", 70, 4)):
        one = story.tell(article(name, f"La mine comptait {words} à l’arrêt.", number))
        said = story.say(one, "la mine", words, when=day(number))
        story.count(one, "la mine", words, low, "carrier", statement=said, scope="recalled")
    covered = story.coverage()
    assert changes_of_figures(series(covered), covered, story.givers, {}) == []


@pytest.mark.parametrize(
    ("later", "moves"), [("70 personnes ont quitté la mine", 1), ("70 personnes vivent à Louvière", 0)]
)
def test_a_count_of_persons_moves_only_where_they_are_said_to_do_the_same(later, moves):
    story = Telling()
    story.actor("la mairie", kind="body")
    said = (("un", "64 personnes ont quitté la mine avec 5 blessés", 64, 2), ("deux", f"{later} avec 9 blessés", 70, 4))
    for name, words, number, when in said:
        one = story.tell(article(name, f"La mairie de Valbrune dit : {words}.", when))
        told = story.say(one, "la mairie", words, when=day(when))
        story.count(one, "la mairie", f"{number} personnes", number, "personne", statement=told)
        hurt = words[-9:].strip()
        story.count(one, None, hurt, int(hurt.split()[0]), "blessé")
    covered = story.coverage()
    found = [s for s in series(covered) if s.label == "personne"]
    assert found
    assert len(changes_of_figures(found, covered, story.givers, {})) == moves
