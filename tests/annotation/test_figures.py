"""Which quantities are found, with which bounds, and what they count."""

import datetime as dt
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.annotation import dates, parse
from selon.annotation.draft import Draft
from selon.annotation.figures import finding as figures
from selon.annotation.figures.digits import number_in_digits
from selon.annotation.figures.numbers import find_numbers, plain
from selon.lexicon import load
from selon.model import Article, Dating, Interval
from selon.text import folded

LEXICON = load("fr")
DAY = dt.date(2024, 10, 28)


def drafted(text):
    article = Article(id="a", text=text, published=Dating(DAY, DAY, "explicit"))
    draft = Draft(article, LEXICON, *article.reading())
    for stage in (parse.STAGE, dates.STAGE, figures.STAGE):
        stage.run(draft)
    return draft


def found(text):
    """Every figure as (words, low, high, approx, counted)."""
    return [(f.span.of(text), f.low, f.high, f.approx, f.counted) for f in drafted(text).figures]


@pytest.mark.parametrize("separator", ["", " ", "\u00a0", "\u202f", "'", "’", ".", ","])
def test_thousands_are_read_with_every_separator(separator):
    number = f"12{separator}500"
    assert found(f"Le port emploie {number} marins.") == [(f"{number} marins", 12500, 12500, "exact", "marin")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il faut 1,5 tonne de sable.", ("1,5 tonne", 1.5, 1.5, "exact", "tonne")),
        ("Les prix ont augmenté de 0.5 % hier.", ("0.5 %", 0.5, 0.5, "exact", "%")),
        ("Le pont a coûté 1,3 milliard d'euros.", ("1,3 milliard d'euros", 1300000000, 1300000000, "exact", "euro")),
        ("Le pont a coûté 387 millions $ hier.", ("387 millions $", 387000000, 387000000, "exact", "dollar")),
        ("Le pont a coûté 2 millions de livres sterling.", ("2 millions de livres sterling", 2000000, 2000000, "exact", "livre")),
        ("Le bac transporte vingt-deux passagers.", ("vingt-deux passagers", 22, 22, "exact", "passager")),
        ("Le bac a heurté trois gros rochers.", ("trois gros rochers", 3, 3, "exact", "rocher")),
        ("Environ 300 habitants ont protesté.", ("Environ 300 habitants", 300, 300, "about", "habitant")),
        ("Près d’une centaine de pêcheurs ont protesté.", ("Près d’une centaine de pêcheurs", 100, 100, "about", "pêcheur")),
        ("Plus de 16 000 conteneurs sont arrivés.", ("Plus de 16 000 conteneurs", 16000, None, "at_least", "conteneur")),
        ("Le bac a pris jusqu’à 40 voitures.", ("jusqu’à 40 voitures", None, 40, "at_most", "voiture")),
        ("Des milliers de pêcheurs ont défilé.", ("Des milliers de pêcheurs", 1000, None, "at_least", "pêcheur")),
        ("Plusieurs dizaines de milliers de pêcheurs.", ("Plusieurs dizaines de milliers de pêcheurs", 10000, None, "at_least", "pêcheur")),
        ("Entre 10 et 20 bateaux manquent.", ("Entre 10 et 20 bateaux", 10, 20, "range", "bateau")),
        ("On attend 5 à 8 bateaux.", ("5 à 8 bateaux", 5, 8, "range", "bateau")),
        ("On attend deux ou trois bateaux.", ("deux ou trois bateaux", 2, 3, "range", "bateau")),
        ("La moitié des bateaux a coulé.", ("La moitié des bateaux", 0.5, 0.5, "exact", "bateau")),
        ("Un pêcheur sur deux a renoncé.", ("Un pêcheur sur deux", 0.5, 0.5, "exact", "pêcheur")),
        ("L’île mesure 478 km2.", ("478 km2", 478, 478, "exact", "km2")),
        ("L’audience a duré 6 h 30.", ("6 h 30", 6.5, 6.5, "exact", "heure")),
        ("La grève dure depuis trois semaines.", ("trois semaines", 3, 3, "exact", "semaine")),
        ("Il a écopé de 10 ans de prison.", ("10 ans", 10, 10, "exact", "an")),
    ],
)  # fmt: skip
def test_a_quantity_is_read_with_its_bounds_and_what_it_counts(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Le port a rouvert le 12 mars 2021.",
        "Le port a rouvert en 2019.",
        "Le port a rouvert à 18h04, puis à 8 h 30.",
        "Marie Dupont, 28 ans, a témoigné.",
        "Un homme de 34 ans a témoigné.",
        "Elle est âgée de 51 ans.",
        "L’article 49 a été voté.",
        "Le G20 et la COVID-19 ont été évoqués.",
        "Appelez le 06 12 34 56 78.",
        "Lens a gagné 3-0 hier.",
        "Une femme et un homme ont témoigné.",
        "Le 2e quai et le 21e siècle.",
        "Il est parti trois jours après.",
        "Voir www.port12.fr ou @port34.",
    ],
)
def test_what_counts_nothing_is_no_figure(text):
    assert found(text) == []


def test_a_list_shares_its_unit_and_a_bare_number_counts_what_was_named():
    assert [f[1:2] + f[4:] for f in found("Les îles mesurent 477 et 459 km2.")] == [(477, "km2"), (459, "km2")]
    text = "On a compté 8000 pêcheurs dans le pays, dont 500 à Castelauze."
    assert [(f[1], f[4]) for f in found(text)] == [(8000, "pêcheur"), (500, "pêcheur")]


def test_a_change_is_two_figures_and_not_a_range():
    assert [(f[1], f[2]) for f in found("Le taux est passé de 3 % à 5 % ici.")] == [(3, 3), (5, 5)]


def test_the_day_a_count_holds_for_and_a_plan_are_read():
    text = "Au 27 octobre, 300 marins étaient rentrés. D’ici décembre, 900 marins rentreront."
    held, planned = drafted(text).figures
    assert (held.as_of, held.scope) == (Interval(dt.date(2024, 10, 27), dt.date(2024, 10, 27)), None)
    assert (planned.as_of, planned.scope) == (Interval(dt.date(2024, 12, 1), dt.date(2024, 12, 31)), "planned")
    (total,) = drafted("Au total, 40 marins sont rentrés.").figures
    assert (total.as_of, total.scope) == (None, "total")
    before = drafted("On a compté 90 marins, contre 80 samedi dernier.").figures[1]
    assert (before.as_of, before.scope) == (Interval(dt.date(2024, 10, 26), dt.date(2024, 10, 26)), "recalled")


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Quelque 800 agents forestiers devraient être recrutés dans la vallée.", ["planned"]),
        ("La société a récemment décidé d’envoyer deux équipes de 40 plongeurs au barrage.", ["planned", "planned"]),
        ("Le syndicat prévoit de réunir 5 000 adhérents.", ["planned"]),
        ("La région va en embaucher 200, dont 30 infirmières.", ["planned", None]),
        ("Près de 300 secouristes vont arriver demain.", ["planned"]),
        ("Les familles, qui devraient être relogées, sont 40.", [None]),
        ("Le défilé va de 300 à 500 participants.", [None]),
        ("« On veut vivre… Les voisins vont partir. J’ai 700 euros de retraite », dit-elle.", [None]),
    ],
)
def test_what_is_to_come_is_planned_by_the_verb_of_its_clause(text, scopes):
    assert [f.scope for f in drafted(text).figures] == scopes


@given(st.integers(0, 999_999_999), st.sampled_from([" ", "\u00a0", "\u202f", "'", "’", ".", ",", ""]))
def test_a_formatted_integer_is_read_back(number, separator):
    text = f"{number:,}".replace(",", separator)
    (only,) = find_numbers(folded(text), LEXICON.numbers)
    assert (only.start, only.end, plain(only.value)) == (0, len(text), number)


HABITS = {" ": ",", "'": ".", "’": ",", ".": ",", ",": ".", "": ","}
"""The mark of decimals that goes with a separator of thousands."""


@given(st.integers(0, 999_999_999), st.text("0123456789", min_size=1, max_size=2), st.sampled_from(sorted(HABITS)))
def test_a_formatted_decimal_is_read_back(whole, decimals, separator):
    said = f"{whole:,}".replace(",", separator) + HABITS[separator] + decimals
    assert number_in_digits(folded(said)) == Decimal(f"{whole}.{decimals}")


@given(
    st.integers(1, 999),
    st.lists(st.text("0123456789", min_size=1, max_size=4), min_size=2, max_size=4),
    st.sampled_from(".,'"),
)
def test_groups_that_are_not_of_three_have_no_value(first, groups, separator):
    said = separator.join([str(first), *groups])
    whole = all(len(group) == 3 for group in groups)
    assert (number_in_digits(said) is None) == (not whole)


COUNTS = st.integers(0, 999) | st.integers(3000, 5000)
"""No years: `entre 1500 et 1501` tells a time whatever stands behind it."""


@settings(max_examples=15, deadline=None)
@given(COUNTS, COUNTS, st.sampled_from(["entre {} et {}", "de {} à {}", "{}-{}"]))
def test_a_range_is_ordered_and_holds_the_two_numbers(one, other, pattern):
    low, high = sorted((one, other))
    ranges = [f for f in drafted(f"On attend {pattern.format(low, high)} marins.").figures if f.approx == "range"]
    assert [(f.low, f.high) for f in ranges] == ([(low, high)] if low < high else [])


FRAGMENTS = st.sampled_from(
    ["deux", "cent", "et", "un", "12", "000", "3,5", "millions", "une centaine", "des milliers", "de", "%", "ans", "entre",
     "à", "ou", "-", "plus de", "d'", "«", "»", "soldats", "h", "km2", "$", "la moitié", "sur", ",", ".", "\n", "İ", "le 3"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=3)), max_size=25), st.sampled_from([" ", ""]))
def test_figures_are_sorted_disjoint_and_inside_any_text(parts, joint):
    text = joint.join(parts) or "x"
    end = 0
    for figure in drafted(text).figures:
        assert end <= figure.span.start < figure.span.end <= len(text)
        end = figure.span.end
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1,", "deux ", "deux-", "12 000 ", "un ", "entre 1 et ", "des milliers de ", "-1 ", "2 h "]
)
def test_repetition_costs_no_more_than_its_length(piece):
    low = folded(piece * (100_000 // len(piece)))
    start = time.process_time()
    find_numbers(low, LEXICON.numbers)
    assert time.process_time() - start < 5
