"""Checks: arithmetic and logic that texts assert, by sentences whose figures are told by hand."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from quarry_story import Telling, article, day

from selon.link.checks import checks
from selon.link.series import series
from selon.model import DateMention, Interval
from selon.text import Span


def _found(story):
    covered = story.coverage()
    return checks(covered, story.attribution(), story.givers, series(covered))


def _told(text, *figures, giver=None):
    """The checks of one article: (words, number, noun, more) are its figures; `part_of` names another's words."""
    story = Telling()
    one = story.tell(article("un", text, 2))
    ids = {}
    for words, low, noun, more in figures:
        whole = more.pop("part_of", None)
        made = story.count(one, giver, words, low, noun, **({"part_of": ids[whole]} if whole else {}), **more)
        ids[words] = made
    return [(c.kind, c.holds, c.words) for c in _found(story)]


def test_what_is_added_to_an_earlier_count_makes_the_total():
    text = "La mine a envoyé 150 carriers. Elle envoie 60 carriers supplémentaires. Le total est porté à 210 personnes."
    base = ("150 carriers", 150, "carrier", {})
    added = ("60 carriers", 60, "carrier", {"move": "increment"})
    assert _told(text, base, added, ("210 personnes", 210, "personne", {})) == [
        ("sum", True, "150 carriers + 60 carriers = 210 personnes")
    ]
    wrong = text.replace("210", "300")
    assert _told(wrong, base, added, ("300 personnes", 300, "personne", {})) == [
        ("sum", False, "150 carriers + 60 carriers = 210 ≠ 300 personnes")
    ]


def test_a_list_with_its_sum():
    text = "On compte 12 morts, 3 disparus et 25 rescapés, soit {} personnes en tout."
    items = [("12 morts", 12, "mort", {}), ("3 disparus", 3, "disparu", {}), ("25 rescapés", 25, "rescapé", {})]
    for said, holds in ((40, True), (41, False)):
        ((kind, verdict, _),) = _told(text.format(said), *items, (f"{said} personnes", said, "personne", {}))
        assert (kind, verdict) == ("sum", holds)


def test_a_number_over_another():
    text = "Elle admet 54 carriers, soit neuf de plus que les 45 autorisés."
    figures = [("54 carriers", 54, "carrier", {}), ("neuf", 9, "carrier", {}), ("45", 45, "carrier", {})]
    assert _told(text, *figures) == [("sum", True, "45 + neuf = 54 carriers")]


def test_an_account_that_does_not_add_up_fails_only_where_the_text_says_that_it_does():
    text = "Le bilan est de neuf morts. Cinq personnes sont disparues et 23 ont été secourues. {} les 41 personnes."
    figures = [
        ("neuf morts", 9, "mort", {}),
        ("Cinq personnes", 5, "personne", {}),
        ("23", 23, "personne", {}),
        ("41 personnes", 41, "personne", {}),
    ]
    said = text.format("Ce décompte correspond à toutes")
    assert _told(said, *figures) == [("sum", False, "neuf morts + Cinq personnes + 23 = 37 ≠ 41 personnes")]
    assert _told(text.format("La mine a embauché"), *figures) == []


def test_parts_fit_into_their_whole_or_do_not():
    text = "Elle a 120 carriers, dont 40 femmes et trois enfants."
    figures = [
        ("120 carriers", 120, "carrier", {}),
        ("40 femmes", 40, "femme", {"part_of": "120 carriers"}),
        ("trois enfants", 3, "enfant", {"part_of": "120 carriers"}),
    ]
    assert _told(text, *figures) == [("part", True, "40 femmes + trois enfants ≤ 120 carriers")]
    wrong = [("20 carriers", 20, "carrier", {}), ("40 femmes", 40, "femme", {})]
    assert _told("Elle a 20 carriers, dont 40 femmes.", *wrong) == [("part", False, "40 femmes > 20 carriers")]


def test_groups_of_so_many_read_as_so_many_each():
    text = "Elle envoie quatre équipes de 120 carriers. Les 120 carriers partent lundi."
    groups = [("quatre équipes", 4, "équipe", {}), ("120 carriers.", 120, "carrier", {})]
    all_of_them = ("120 carriers partent", 120, "carrier", {})
    assert _told(text, *groups, all_of_them) == [
        ("ratio", False, "quatre équipes × 120 carriers. = 480 ≠ 120 carriers partent")
    ]


@pytest.mark.parametrize(("factor", "holds"), [("doublé", True), ("triplé", None), ("quintuplé", False)])
def test_a_multiple_with_both_of_its_values(factor, holds):
    number = {"doublé": 2, "triplé": 3, "quintuplé": 5}[factor]
    text = f"Le nombre de carriers a {factor}, passant de 100 à 220 carriers."
    figures = [
        (f"a {factor}", number, "fois", {"move": "multiple"}),
        ("100", 100, "carrier", {"scope": "recalled"}),
        ("220 carriers", 220, "carrier", {"move": "revised"}),
    ]
    assert [(kind, verdict) for kind, verdict, _ in _told(text, *figures)] == [("ratio", holds)]


def test_a_share_by_which_something_rose():
    text = "L’effectif est en hausse de {} %, passant de 100 à 120 carriers."
    for said, holds in ((20, True), (50, False)):
        figures = [
            (f"{said} %", said, "%", {"unit": "%", "move": "increment"}),
            ("100", 100, "carrier", {"scope": "recalled"}),
            ("120 carriers", 120, "carrier", {"move": "revised"}),
        ]
        assert [(k, v) for k, v, _ in _told(text.format(said), *figures)] == [("ratio", holds)]


def test_the_months_that_a_figure_is_said_to_exceed():
    text = "La mine a gagné 478 km2. C’est plus de terrain que lors des mois de mai et de juin (477 et {} km2)."
    for last, holds in ((459, True), (490, False)):
        km2 = {"unit": "km2"}
        figures = [
            ("478 km2", 478, "km2", dict(km2)),
            ("477", 477, "km2", dict(km2)),
            (f"{last} km2", last, "km2", km2),
        ]
        assert {(k, v) for k, v, _ in _told(text.format(last), *figures)} == {
            ("comparison", True),
            ("comparison", holds),
        }


@pytest.mark.parametrize(("words", "holds"), [("en baisse", True), ("en hausse", False)])
def test_up_or_down_from_a_recalled_figure(words, holds):
    text = f"Le cortège était {words}, avec 70 carriers, contre 80 samedi dernier."
    figures = [("70 carriers", 70, "carrier", {}), ("80", 80, "carrier", {"scope": "recalled"})]
    assert [(k, v) for k, v, _ in _told(text, *figures)] == [("comparison", holds)]


def test_two_givers_in_one_sentence_contradict_one_another():
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("le syndicat", kind="body")
    one = story.tell(article("un", "Ils étaient 300 carriers selon le syndicat, 140 selon la mine, 90 au marché.", 2))
    first = story.count(one, "le syndicat", "300 carriers", 300, "carrier")
    second = story.count(one, "la mine", "140", 140, "carrier")
    (found,) = _found(story)
    assert (found.kind, found.holds, found.figures) == ("conflict", False, (first, second))


@pytest.mark.parametrize(("number", "conflicts"), [(300, 1), (9000, 0)])
def test_a_count_of_persons_set_against_another_s(number, conflicts):
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("le syndicat", kind="body")
    text = f"La mine compte 140 carriers. Selon le syndicat, {number} personnes seraient cependant au fond."
    one = story.tell(article("un", text, 2))
    story.count(one, "la mine", "140 carriers", 140, "carrier")
    story.count(one, "le syndicat", f"{number} personnes", number, "personne")
    assert [(c.kind, c.holds) for c in _found(story)] == [("conflict", False)] * conflicts


def test_counts_of_two_times_or_two_places_are_no_conflict():
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("le syndicat", kind="body")
    one = story.tell(article("un", "Ils étaient 300 carriers à midi selon le syndicat, 140 selon la mine.", 2))
    story.count(one, "le syndicat", "300 carriers", 300, "carrier", scope="running")
    story.count(one, "la mine", "140", 140, "carrier")
    assert _found(story) == ()


def test_one_number_told_of_two_sorts_of_people():
    story = Telling()
    story.actor("la mine", kind="body")
    first = story.tell(article("un", "La mine a envoyé 1500 soldats armés vers le fort de Valbrune.", 2))
    second = story.tell(article("deux", "La mine a envoyé 1500 officiers armés vers le fort de Valbrune.", 3))
    ids = (
        story.count(first, "la mine", "1500 soldats", 1500, "soldat"),
        story.count(second, "la mine", "1500 officiers", 1500, "officier"),
    )
    (found,) = _found(story)
    assert (found.kind, found.holds, found.figures) == ("conflict", None, ids)


def test_two_sorts_of_people_that_a_body_counts_side_by_side_are_two():
    story = Telling()
    story.actor("la mine", kind="body")
    first = story.tell(article("un", "La mine a envoyé 1500 soldats armés et 30 officiers vers le fort.", 2))
    second = story.tell(article("deux", "La mine a envoyé 1500 officiers armés vers le fort.", 3))
    story.count(first, "la mine", "1500 soldats", 1500, "soldat")
    story.count(first, "la mine", "30 officiers", 30, "officier")
    story.count(second, "la mine", "1500 officiers", 1500, "officier")
    assert _found(story) == ()


@pytest.mark.parametrize(("cue", "holds"), [("nie toujours", False), ("nie", None)])
def test_a_denial_takes_up_what_was_just_affirmed(cue, holds):
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("Ada Morel")
    one = story.tell(article("un", f"La mine assure que l’avis a été lu. Ada Morel {cue} l’avoir reçu.", 2))
    said = story.say(one, "la mine", "que l’avis a été lu")
    denied = story.say(one, "Ada Morel", "l’avoir reçu", stance="deny")
    (found,) = _found(story)
    assert (found.kind, found.holds, found.statements) == ("conflict", holds, (said, denied))


def test_a_denial_of_something_else_contradicts_nobody():
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("Ada Morel")
    one = story.tell(article("un", "La mine assure que l’avis a été lu. Ada Morel rejette l’accord de mai.", 2))
    story.say(one, "la mine", "que l’avis a été lu")
    story.say(one, "Ada Morel", "l’accord de mai", stance="deny")
    assert _found(story) == ()


def test_a_plan_and_a_count_of_one_number_by_two_bodies_stay_open():
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("le syndicat", kind="body")
    first = story.tell(article("un", "La mine prévoit d’envoyer 1200 carriers vers le fort de Valbrune.", 2))
    second = story.tell(article("deux", "Le syndicat compte 1200 carriers au fort de Valbrune.", 4))
    plan = story.count(first, "la mine", "1200 carriers", 1200, "carrier", scope="planned")
    count = story.count(second, "le syndicat", "1200 carriers", 1200, "carrier")
    (found,) = _found(story)
    assert (found.kind, found.holds, found.figures) == ("comparison", None, (plan, count))


def test_a_multiple_of_the_estimate_before_it_in_another_article():
    story = Telling()
    story.actor("la mine", kind="body")
    old = story.tell(article("un", "La mine a envoyé 300 carriers au fort de Valbrune.", 2))
    text = "La mine a envoyé 1000 carriers au fort de Valbrune. Ce chiffre est trois fois plus haut que le précédent."
    new = story.tell(article("deux", text, 6))
    before = story.count(old, "la mine", "300 carriers", 300, "carrier")
    after = story.count(new, "la mine", "1000 carriers", 1000, "carrier")
    factor = story.count(new, None, "trois fois", 3, "fois", move="multiple")
    (found,) = _found(story)
    assert (found.kind, found.holds, found.figures) == ("ratio", True, (before, after, factor))


def test_a_figure_that_could_not_be_read_takes_part_in_no_check_and_no_series():
    story = Telling()
    text = "On compte 12 morts, 3 disparus et 25 rescapés, soit 10.000.00 personnes en tout. Voici 12 morts de plus."
    one = story.tell(article("un", text, 2))
    for words, low, noun in (("12 morts", 12, "mort"), ("3 disparus", 3, "disparu"), ("25 rescapés", 25, "rescapé")):
        story.count(one, None, words, low, noun)
    story.count(one, None, "10.000.00 personnes", None, "personne", unread="separators")
    assert _found(story) == ()
    assert series(story.coverage()) == ()


@pytest.mark.parametrize(("words", "holds"), [("mercredi 2 avril 2025", True), ("jeudi 2 avril 2025", False)])
def test_a_weekday_is_held_against_its_date(words, holds):
    story = Telling()
    text = f"La mine a fermé {words}."
    one = story.tell(article("un", text, 2))
    when = Interval(dt.date(2025, 4, 2), dt.date(2025, 4, 2)) if holds else None
    at = text.index(words)
    span = Span(at, at + len(words))
    story.date(one, DateMention(span=span, when=when, precision="day", unresolved=None if holds else "weekday"))
    (found,) = _found(story)
    assert (found.kind, found.holds, found.words, found.passages[0].spans) == ("comparison", holds, words, (span,))


def test_checks_do_not_depend_on_the_order_of_arrival_nor_on_adding_twice():
    story = Telling()
    story.actor("la mine", kind="body")
    story.actor("le syndicat", kind="body")
    for number in range(6):
        text = f"Ils étaient {300 + number} carriers selon le syndicat, 140 selon la mine. Dont acte."
        one = story.tell(article(f"journal-{number}", text, 2 + number))
        said = day(2 + number)
        told = story.say(one, "le syndicat", f"{300 + number} carriers", when=said)
        story.count(one, "le syndicat", f"{300 + number} carriers", 300 + number, "carrier", statement=told)
        story.count(one, "la mine", "140", 140, "carrier")
    wanted = _found(story)
    assert len(wanted) == 6
    shuffled = random.Random(7)
    for _ in range(5):
        story.articles = [*story.articles, story.articles[0]]
        shuffled.shuffle(story.articles)
        assert _found(story) == wanted
