"""What is found as an expression of time, and the days it means."""

import datetime as dt
import time

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from selon.dates import find_dates, find_dates_on
from selon.lexicon import load
from selon.model import Interval

LEXICON = load("fr")
WEDNESDAY = Interval(dt.date(2024, 10, 23), dt.date(2024, 10, 23))


def found(text, anchor=WEDNESDAY):
    """Every mention as (words, first day, last day), days in ISO, "?" when unresolved."""
    out = []
    for mention in find_dates(text, LEXICON, anchor):
        low, high = (mention.when.low, mention.when.high) if mention.when else ("?", "?")
        out.append((mention.span.of(text), str(low), str(high)))
    return out


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Le 28 octobre 2024, le bac a coulé.", "28 octobre 2024", "2024-10-28", "2024-10-28"),
        ("Le 28\u00a0octobre 2024", "28\u00a0octobre 2024", "2024-10-28", "2024-10-28"),
        ("MERCREDI 1ER AOUT 2018", "MERCREDI 1ER AOUT 2018", "2018-08-01", "2018-08-01"),
        ("ven. 3 janv. 2020", "ven. 3 janv. 2020", "2020-01-03", "2020-01-03"),
        ("publié le 12/03/2025 à 8h", "12/03/2025", "2025-03-12", "2025-03-12"),
        ("publié le 12.03.25.", "12.03.25", "2025-03-12", "2025-03-12"),
        ("relevé du 2024-10-23.", "2024-10-23", "2024-10-23", "2024-10-23"),
        ("fermé du 8 au 13 octobre 2022.", "du 8 au 13 octobre 2022", "2022-10-08", "2022-10-13"),
        ("du 28 décembre au 3 janvier 2023", "du 28 décembre au 3 janvier 2023", "2022-12-28", "2023-01-03"),
        ("les 3, 4 et 5 mars 2023", "les 3, 4 et 5 mars 2023", "2023-03-03", "2023-03-05"),
        ("en octobre 2021", "octobre 2021", "2021-10-01", "2021-10-31"),
        ("fin février 2024", "fin février 2024", "2024-02-21", "2024-02-29"),
        ("En 2022, rien.", "2022", "2022-01-01", "2022-12-31"),
        ("le bilan 2018-2019", "2018-2019", "2018-01-01", "2019-12-31"),
        ("dans les années 1990", "1990", "1990-01-01", "1999-12-31"),
    ],
)
def test_an_absolute_date_needs_no_anchor(text, words, low, high):
    assert found(text, None) == [(words, low, high)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Le port a rouvert lundi.", "lundi", "2024-10-21", "2024-10-21"),
        ("Le port a rouvert mercredi soir.", "mercredi soir", "2024-10-23", "2024-10-23"),
        ("Le port a rouvert mercredi dernier.", "mercredi dernier", "2024-10-16", "2024-10-16"),
        ("Le port rouvre mercredi prochain.", "mercredi prochain", "2024-10-30", "2024-10-30"),
        ("Le port sera rouvert lundi.", "lundi", "2024-10-28", "2024-10-28"),
        ("Il a dit lundi que le port sera rouvert.", "lundi", "2024-10-21", "2024-10-21"),
        ("Le port a rouvert le 12 octobre.", "12 octobre", "2024-10-12", "2024-10-12"),
        ("Le port a rouvert le 12 décembre dernier.", "12 décembre dernier", "2023-12-12", "2023-12-12"),
        ("Le vote est prévu le 5 avril.", "5 avril", "2025-04-05", "2025-04-05"),
        ("Le vote a eu lieu le 5 avril.", "5 avril", "2024-04-05", "2024-04-05"),
        ("Le vote du vendredi 8 novembre", "vendredi 8 novembre", "2024-11-08", "2024-11-08"),
        ("Ce mercredi 23, le port a rouvert.", "mercredi 23", "2024-10-23", "2024-10-23"),
        ("Le port a rouvert mercredi 23.", "mercredi 23", "2024-10-23", "2024-10-23"),
        ("Entre le 3 et le 5 mars, rien.", "Entre le 3 et le 5 mars", "2024-03-03", "2024-03-05"),
        ("Le port a fermé en janvier.", "janvier", "2024-01-01", "2024-01-31"),
        ("Le port a fermé hier soir.", "hier soir", "2024-10-22", "2024-10-22"),
        ("Le port a fermé avant-hier.", "avant-hier", "2024-10-21", "2024-10-21"),
        ("Aujourd’hui, rien.", "Aujourd’hui", "2024-10-23", "2024-10-23"),
        ("Le port ferme demain.", "demain", "2024-10-24", "2024-10-24"),
        ("La semaine dernière, rien.", "La semaine dernière", "2024-10-14", "2024-10-20"),
        ("le mois dernier", "le mois dernier", "2024-09-01", "2024-09-30"),
        ("l’an dernier", "l’an dernier", "2023-01-01", "2023-12-31"),
        ("ces derniers jours", "ces derniers jours", "2024-10-16", "2024-10-23"),
        ("il y a trois jours", "il y a trois jours", "2024-10-20", "2024-10-20"),
        ("il y a plus de trois jours", "il y a plus de trois jours", "?", "?"),
        ("il y a quelques jours", "il y a quelques jours", "2024-10-16", "2024-10-22"),
        ("dans deux semaines", "dans deux semaines", "2024-11-04", "2024-11-10"),
        ("début octobre", "début octobre", "2024-10-01", "2024-10-10"),
        ("à la mi-octobre", "à la mi-octobre", "2024-10-11", "2024-10-20"),
        ("au début du mois", "au début du mois", "2024-10-01", "2024-10-10"),
        ("Le week-end dernier, rien.", "Le week-end dernier", "2024-10-19", "2024-10-20"),
    ],
)
def test_a_relative_expression_is_resolved_against_the_day_of_publication(text, words, low, high):
    assert found(text) == [(words, low, high)]


@pytest.mark.parametrize("text", ["lundi", "hier", "5 mars", "en janvier", "la semaine dernière", "du 3 au 5 mars"])
def test_without_an_anchor_a_relative_expression_is_found_but_not_resolved(text):
    (mention,) = find_dates(text, LEXICON)
    assert mention.when is None
    assert mention.anchor is None


def test_an_anchor_of_a_few_days_gives_an_interval_and_a_wide_one_nothing():
    days = Interval(dt.date(2024, 10, 24), dt.date(2024, 10, 25))
    assert found("mercredi", days) == [("mercredi", "2024-10-23", "2024-10-23")]
    assert found("vendredi", days) == [("vendredi", "2024-10-18", "2024-10-25")]
    month = Interval(dt.date(2024, 10, 1), dt.date(2024, 10, 31))
    assert found("mercredi", month) == [("mercredi", "?", "?")]
    assert found("le 12 octobre", Interval(dt.date(2024, 10, 13), None)) == [("12 octobre", "?", "?")]


def test_a_weekday_that_agrees_tells_the_year_when_the_anchor_does_not():
    year = Interval(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert found("mercredi 23 octobre", year) == [("mercredi 23 octobre", "2024-10-23", "2024-10-23")]
    assert found("23 octobre", year) == [("23 octobre", "?", "?")]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Le bac rouvrira le 31 février.", "31 février", "impossible"),
        ("Le bac a coulé le 29 février 2023.", "29 février 2023", "impossible"),
        ("relevé du 31/04/2024", "31/04/2024", "impossible"),
        ("fermé du 29 au 31 février", "du 29 au 31 février", "impossible"),
        ("le cinquième semestre ou le quatrième semestre 2022", "quatrième semestre 2022", "impossible"),
        ("Le bac a coulé mardi 23 octobre 2024.", "mardi 23 octobre 2024", "weekday"),
        ("Le bac a coulé mardi 23 octobre.", "mardi 23 octobre", "weekday"),
        ("Le marché se tient le lundi.", "lundi", "habitual"),
        ("il y a environ trois jours", "il y a environ trois jours", "approximate"),
        ("à l'hiver 2018", "hiver 2018", "ambiguous"),
        ("Le bac a coulé. La veille, il pleuvait.", "La veille", "anchor"),
    ],
)
def test_what_means_no_day_is_kept_with_the_reason(text, words, why):
    (mention,) = find_dates(text, LEXICON, WEDNESDAY)
    assert (mention.span.of(text), mention.when, mention.unresolved) == (words, None, why)


def test_two_possible_years_are_ambiguous_and_none_is_taken():
    wide = Interval(dt.date(2024, 11, 20), dt.date(2025, 3, 1))
    (mention,) = find_dates("Le bac a coulé le 1er mars.", LEXICON, wide)
    assert (mention.when, mention.unresolved) == (None, "ambiguous")


def test_a_habitual_weekday_is_no_day_in_particular():
    assert found("Le marché se tient le lundi.") == [("lundi", "?", "?")]
    assert found("chaque lundi") == [("lundi", "?", "?")]


@pytest.mark.parametrize(
    "text",
    ["Mars est une planète.", "2000 personnes", "de 2000 personnes", "le 31", "65 000", "à 18h04", "score de 3-0"],
)
def test_what_is_no_date_is_not_found(text):
    assert found(text) == []


def test_the_mention_says_what_it_was_resolved_against():
    relative, absolute = find_dates("lundi et le 3 mars 2020", LEXICON, WEDNESDAY)
    assert relative.anchor == dt.date(2024, 10, 23)
    assert absolute.anchor is None
    assert (relative.precision, absolute.precision) == ("day", "day")


FRAGMENTS = st.sampled_from(
    ["lundi", "1er", "31", "février", "mars", "2024", "du", "au", "et", "entre le", "il y a", "trois", "jours", "hier",
     "fin", "mi-", "d'", "’", "0", "12/03/2025", "dernier", "prochain", ",", ".", "\n", " ", "\u00a0", "İ", "sera"]
)  # fmt: skip


@given(
    st.lists(st.one_of(FRAGMENTS, st.text(max_size=4)), max_size=30),
    st.sampled_from([" ", ""]),
    st.one_of(st.none(), st.tuples(st.dates(), st.integers(0, 400))),
)
def test_mentions_are_sorted_disjoint_and_inside_any_text_for_any_anchor(parts, joint, at):
    text = joint.join(parts)
    anchor = None
    if at:
        low, width = at
        anchor = Interval(low, min(dt.date.max, low + dt.timedelta(days=min(width, (dt.date.max - low).days))))
    mentions = find_dates(text, LEXICON, anchor)
    ends = [0]
    for mention in mentions:
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        ends.append(mention.span.end)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_any_day_written_in_full_is_read_back(day):
    for style in ("long", "full"):
        text = format_date(day, style, locale="fr")
        assert found(text, None) == [(text, str(day), str(day))]


@pytest.mark.parametrize("piece", ["1", "1 ", "lundi ", "il y a ", "1er ", "3, ", "mi-", "3 et ", "octobre ", "d'"])
def test_repetition_costs_no_more_than_its_length(piece):
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    find_dates(text, LEXICON, WEDNESDAY)
    assert time.process_time() - start < 5


def test_many_days_of_publication_are_read_at_once_as_one_by_one():
    text = "Lundi, le bac a rouvert. La veille, le 3 mars, rien. En 2022, du 8 au 13 octobre, il y a trois jours et demain."
    days = [None, Interval(), *(Interval(day, day) for day in (WEDNESDAY.low, dt.date(2023, 1, 1), dt.date.max))]
    assert list(find_dates_on(text, LEXICON, days)) == [find_dates(text, LEXICON, day) for day in days]
    assert len({str(found) for found in find_dates_on(text, LEXICON, days)}) == len(days) - 1
