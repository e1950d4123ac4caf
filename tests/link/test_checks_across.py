"""Conflicts between articles, and between a title and its text."""

from __future__ import annotations

import pytest
from quarry_story import Telling, article, day

from selon.lexicon import load
from selon.link.checks.across import numbers_apart, sides_apart, title_apart
from selon.link.sides import side
from selon.link.things import things
from selon.model import Interval
from selon.text import Span


def _numbers(*given):
    """The conflicts among counts, each in an article of its own: (giver, number, day, day of the article, more)."""
    story = Telling()
    days: dict[str, Interval] = {}
    for n, (giver, number, on, out, more) in enumerate(given):
        words = f"{number} carriers"
        one = story.tell(article(f"journal-{n}", f"Ici {n}, {words} ont défilé{more.pop('where', '')}.", out))
        story.actor(giver, kind="body")
        days[story.count(one, giver, words, number, "carrier", **more)] = day(on)
    covered = story.coverage()
    return [(c.words, c.holds) for c in numbers_apart(covered, things(covered), story.givers, days)]


def test_two_givers_of_one_day_that_is_over_can_t_both_be_right():
    found = _numbers(("la mairie", 300, 5, 6, {}), ("le syndicat", 900, 5, 7, {}))
    assert found == [("300 carriers ≠ 900 carriers", False)]


def test_one_giver_in_two_articles_may_have_counted_anew():
    assert _numbers(("la mairie", 300, 5, 6, {}), ("la mairie", 900, 5, 7, {})) == [
        ("300 carriers ≟ 900 carriers", None)
    ]


@pytest.mark.parametrize(
    "other",
    [
        ("le syndicat", 900, 6, 7, {}),  # another day
        ("le syndicat", 900, 5, 5, {}),  # the day is not over
        ("le syndicat", 310, 5, 7, {}),  # rounded
        ("le syndicat", 9000, 5, 7, {}),  # something else is counted
        ("le syndicat", 900, 5, 7, {"scope": "running"}),
        ("le syndicat", 900, 5, 7, {"scope": "planned"}),
        ("le syndicat", 900, 5, 7, {"where": " à Louvière"}),
    ],
)
def test_numbers_that_may_both_be_right_are_no_conflict(other):
    assert _numbers(("la mairie", 300, 5, 6, {}), other) == []


@pytest.mark.parametrize(("title", "found"), [(900, ["900 carriers ≟ 300 carriers"]), (300, [])])
def test_a_title_whose_number_the_text_does_not_give(title, found):
    story = Telling()
    heading = f"{title} carriers en grève"
    text = f"{heading}\nHier, les carriers, au nombre de 300 carriers, étaient en grève."
    one = story.tell(article("journal", text, 6, title=Span(0, len(heading))))
    story.count(one, None, f"{title} carriers", title, "carrier")
    story.count(one, None, "300 carriers, ", 300, "carrier")
    covered = story.coverage()
    assert [c.words.rstrip(" ,") for c in title_apart(covered, things(covered))] == found


def _sides(denied):
    story = Telling()
    for name in ("la mine", "la ville"):
        story.actor(name, kind="body")
    first = story.tell(article("un", "La ville dit que la mine a envoyé 40 carriers dans la galerie nord.", 3))
    second = story.tell(article("deux", f"La mine nie {denied}.", 4))
    said = story.say(first, "la ville", "que la mine a envoyé 40 carriers dans la galerie nord")
    no = story.say(second, "la mine", denied, "deny")
    told = story.coverage().statements
    sides = {t.statement.id: side(t, load("fr")) for t in told}
    found = list(sides_apart([told], story.attribution(), sides, load("fr")))
    assert all(c.statements == (said, no) and c.holds is None for c in found)
    return len(found)


def test_a_denial_of_what_another_says_in_much_the_same_words_is_set_against_it():
    assert _sides("avoir envoyé 40 carriers dans la galerie nord") == 1


def test_a_denial_of_something_else_is_not():
    assert _sides("avoir fermé la galerie nord") == 0
    assert _sides("avoir envoyé des carriers dans une galerie du nord") == 0
