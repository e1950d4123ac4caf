"""What figures count persons for, of which sort, and where."""

from __future__ import annotations

import pytest
from quarry_story import Telling, article

from selon.link.series import series
from selon.link.things import Thing, things


def _things(text, *figures):
    """What the figures (words, counted, and more) of one article count."""
    story = Telling()
    one = story.tell(article("journal", text, 6))
    ids = []
    for words, counted, *more in figures:
        named = dict(*more)
        named |= {"part_of": ids[named["part_of"]]} if "part_of" in named else {}
        ids.append(story.count(one, None, words, 64, counted, **named))
    found = things(story.coverage())
    return [found.get(i) for i in ids]


@pytest.mark.parametrize(
    ("text", "words", "counted", "expected"),
    [
        ("Quelque 640 personnes ont défilé.", "640 personnes", "personne", Thing("gathered")),
        ("Il y avait 640 manifestants.", "640 manifestants", "manifestant", Thing("gathered")),
        ("Les cortèges ont réuni 640 personnes.", "640 personnes", "personne", Thing("gathered")),
        ("À Louvière, 640 personnes ont défilé.", "640 personnes", "personne", Thing("gathered", "", "louviere")),
        (
            "Il y avait 640 manifestants à Louvière.",
            "640 manifestants",
            "manifestant",
            Thing("gathered", "", "louviere"),
        ),
        ("Il y avait 640 manifestants en France.", "640 manifestants", "manifestant", Thing("gathered")),
        ("On compte 12 blessés.", "12 blessés", "blessé", Thing("injured")),
        ("Au moins 12 personnes ont été blessées.", "12 personnes", "personne", Thing("injured")),
        ("Au moins 12 policiers ont été blessés.", "12 policiers", "policier", Thing("injured", "policie")),
        ("Hier, 30 manifestants ont été interpellés.", "30 manifestants", "manifestant", Thing("arrested")),
        ("Il y a eu 30 arrestations à Louvière.", "30 arrestations", "arrestation", Thing("arrested", "", "louviere")),
        ("Le bilan est de 4 morts à Louvière.", "4 morts", "mort", Thing("dead")),
        ("Au moins 4 personnes ont trouvé la mort.", "4 personnes", "personne", Thing("dead")),
        ("L’équipe a trouvé deux des morts.", "deux des morts", "mort", Thing("dead", "of")),
        ("La mine emploie 640 personnes.", "640 personnes", "personne", None),
        ("La mine a vendu 640 wagons.", "640 wagons", "wagon", None),
    ],
)
def test_what_a_figure_counts(text, words, counted, expected):
    assert _things(text, (words, counted)) == [expected]


def test_what_is_compared_is_the_same_thing_in_the_same_place_and_a_part_is_another():
    found = _things(
        "À Louvière, 640 carriers ont défilé, contre 480 samedi.",
        ("640 carriers", "carrier"),
        ("480", "", {"scope": "recalled"}),
    )
    assert found[1] == Thing("gathered", "", "louviere")
    found = _things(
        "En tout, 640 personnes ont défilé, dont 90 à Louvière.",
        ("640 personnes", "personne"),
        ("90", "", {"part_of": 0}),
    )
    assert found == [Thing("gathered"), Thing("gathered", "", "louviere")]
    found = _things("On compte 12 blessés, dont 3 grièvement.", ("12 blessés", "blessé"), ("3", "", {"part_of": 0}))
    assert found[0] != found[1]


def test_of_a_whole_those_are_counted_who_are_chosen_from_it():
    story = Telling()
    one = story.tell(article("journal", "Quarante des 57 personnes ont survécu.", 6))
    whole = story.count(one, None, "57 personnes", 57, "personne")
    part = story.count(one, None, "Quarante", 40, "personne", part_of=whole)
    assert things(story.coverage()) == {part: Thing("safe")}


def test_a_town_behind_two_counts_is_both_s():
    found = _things(
        "On compte 12 interpellations et 3 gardes à vue à Louvière.",
        ("12 interpellations", "interpellation"),
        ("3 gardes à vue", "garde"),
    )
    assert found == [Thing("arrested", "", "louviere"), Thing("held", "", "louviere")]


def test_one_crowd_under_two_nouns_is_one_series_and_that_of_a_town_another():
    story = Telling()
    first = story.tell(article("un", "Quelque 640 personnes ont défilé, dont 90 à Louvière.", 6))
    second = story.tell(article("deux", "Il y avait 700 manifestants. À Louvière, 80 personnes ont défilé.", 13))
    whole = story.count(first, None, "640 personnes", 640, "personne")
    part = story.count(first, None, "90", 90, "", part_of=whole)
    later = story.count(second, None, "700 manifestants", 700, "manifestant")
    town = story.count(second, None, "80 personnes", 80, "personne")
    assert {s.figures for s in series(story.coverage())} == {(whole, later), (part, town)}


def test_a_group_whose_people_are_counted_for_one_deed_is_known_by_its_name():
    text = "{} bonnets verts ont défilé à Louvière."
    story = Telling()
    for number in (310, 420, 530):
        one = story.tell(article(f"journal-{number}", text.format(number), 6))
        story.count(one, None, f"{number} bonnets verts", number, "bonnet vert")
    last = story.tell(article("radio", "La police a décompté 640 « bonnets ». Le marché vend 80 écharpes.", 6))
    told = story.count(last, None, "640 « bonnets", 640, "bonnet")
    other = story.count(last, None, "80 écharpes", 80, "écharpe")
    found = things(story.coverage())
    assert (found.get(told), found.get(other)) == (Thing("gathered"), None)


def test_a_group_of_which_too_little_is_told_is_not():
    story = Telling()
    one = story.tell(article("journal", "Il y a 310 bonnets verts. Ici 420 bonnets verts ont défilé.", 6))
    ids = [story.count(one, None, f"{n} bonnets verts", n, "bonnet vert") for n in (310, 420)]
    found = things(story.coverage())
    assert [found.get(i) for i in ids] == [None, Thing("gathered")]
