"""The days that figures are about, by the words around them. In April 2025 the 5th is a Saturday."""

from __future__ import annotations

import datetime as dt

import pytest
from quarry_story import Telling, article

from selon.dates import find_dates
from selon.lexicon import load
from selon.link.held import days_of_figures
from selon.model import Interval


def _days(text, figures, published=None, said=None, others=()):
    """The days of the figures (words, scope) of one article. `said` are the cue and the content of a statement."""
    story = Telling()
    one = story.tell(article("journal", text, published))
    for name, words, number in others:
        story.tell(article(name, words, number))
    statement = story.say(one, None, said[1], cue=said[0]) if said else None
    ids = [story.count(one, None, words, 64, "carrier", scope=scope, statement=statement) for words, scope in figures]
    for a in story.articles:
        for mention in find_dates(a.text, load("fr"), a.published.interval if a.published else Interval()):
            story.date(a, mention)
    found = days_of_figures(story.articles, story.annotations(), load("fr"))
    return [found[i].low.day if i in found and found[i].low == found[i].high else None for i in ids]


def test_a_day_stands_behind_its_figure_or_before_it():
    text = "Ils étaient 640 carriers le 3 avril 2025, 480 le 4 avril 2025. Le 5 avril 2025, ils étaient 310."
    assert _days(text, [("640 carriers", None), ("480", None), ("310", None)], 6) == [3, 4, 5]


def test_the_day_on_which_a_count_is_announced_is_not_the_one_it_is_about():
    text = "Samedi, les carriers ont défilé à Valbrune. La mairie a annoncé dimanche que 640 carriers défilaient."
    said = ("a annoncé", "que 640 carriers défilaient")
    assert _days(text, [("640 carriers", None)], 7, said) == [5]


def test_a_report_of_sunday_counts_saturday_s_crowd():
    text = "Les carriers ont encore défilé samedi à Valbrune. La police en a compté 640."
    assert _days(text, [("640", None)], 6) == [5]


@pytest.mark.parametrize(
    ("text", "scope"),
    [("Depuis le 1er avril 2025, 64 carriers ont été blessés.", None), ("Déjà 64 carriers blessés.", "cumulated")],
)
def test_a_toll_since_some_day_runs_up_to_the_report(text, scope):
    assert _days(text, [("64 carriers", scope)], 6) == [6]


def test_a_count_that_is_recalled_is_not_that_of_the_day_of_the_report():
    text = "Samedi, 640 carriers ont défilé. C’est plus que les 480 d’avant."
    assert _days(text, [("640 carriers", None), ("480", "recalled")], 6) == [5, None]


def test_an_article_without_a_day_has_that_of_the_numbered_event_it_names():
    others = [
        (f"autre{n}", f"L’acte {n} des carriers a lieu samedi {day} avril 2025.", day) for n, day in ((1, 5), (2, 12))
    ]
    text = "L’acte 2 des carriers a réuni 640 carriers. Samedi dernier, ils étaient 480."
    assert _days(text, [("640 carriers", None), ("480", None)], None, None, others) == [12, 5]


def test_a_share_or_a_price_has_no_day_of_its_own():
    story = Telling()
    one = story.tell(article("journal", "Samedi, 40 % des carriers ont défilé.", 6))
    story.count(one, None, "40 %", 40, "%", unit="%")
    assert days_of_figures(story.articles, story.annotations(), load("fr")) == {}


@pytest.mark.parametrize(
    "told",
    [
        "contre 480 la semaine précédente",
        "contre 480 la semaine dernière",
        "contre 480 une semaine plus tôt",
        "contre 480 le samedi précédent",
        "contre 480 samedi dernier",
        "deux fois plus que les 480 de samedi dernier",
        "loin des 480 comptés le 5 avril 2025",
    ],
)
def test_what_a_count_is_compared_with_has_the_day_that_is_counted_from_it(told):
    text = f"Ce samedi, les carriers ont encore défilé à Valbrune. Ils étaient 640, {told}."
    assert _days(text, [("640", None), ("480", "recalled")], 12) == [12, 5]


def test_the_eve_is_counted_from_the_count_before():
    text = "Ils étaient 640 le 12 avril 2025 et 480 la veille."
    assert _days(text, [("640", None), ("480", None)], 14) == [12, 11]


def test_a_part_has_the_day_of_its_whole():
    story = Telling()
    one = story.tell(article("journal", "Ils étaient 640 samedi dernier, dont 90 à Valbrune.", 8))
    whole = story.count(one, None, "640", 640, "carrier")
    part = story.count(one, None, "90", 90, "carrier", part_of=whole)
    for mention in find_dates(one.text, load("fr"), one.published.interval):
        story.date(one, mention)
    found = days_of_figures(story.articles, story.annotations(), load("fr"))
    assert found[part] == found[whole] == Interval(dt.date(2025, 4, 5), dt.date(2025, 4, 5))


def test_the_day_before_selon_and_a_verb_of_counting_is_that_of_the_count():
    text = "Le 5 avril 2025, selon la mairie, 640 carriers défilaient."
    assert _days(text, [("640 carriers", None)], 12, ("selon", "640 carriers défilaient")) == [5]
    text = "Le 5 avril 2025, la mairie avait dénombré 640 carriers."
    assert _days(text, [("640 carriers", None)], 12, ("avait dénombré", "640 carriers")) == [5]


def test_a_day_that_only_serves_to_compare_is_not_that_of_the_figure():
    text = "Samedi, les carriers ont défilé. Ils étaient 640, autant que le 5 avril 2025."
    assert _days(text, [("640", None)], 13) == [12]


def test_the_dead_are_counted_up_to_the_report_and_the_crowd_is_not():
    story = Telling()
    one = story.tell(article("journal", "Samedi, la galerie a cédé. Le bilan est de 4 morts.", 8))
    dead = story.count(one, None, "4 morts", 4, "mort")
    for mention in find_dates(one.text, load("fr"), one.published.interval):
        story.date(one, mention)
    assert days_of_figures(story.articles, story.annotations(), load("fr"))[dead] == Interval(
        dt.date(2025, 4, 8), dt.date(2025, 4, 8)
    )
