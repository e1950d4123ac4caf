from __future__ import annotations

import datetime as dt
import random

from hypothesis import given
from hypothesis import strategies as st
from test_actors import by_name, coverage, person, told

from selon.lexicon import load
from selon.link.actors import ActorLinks, link_actors
from selon.link.corrected import Corrected
from selon.model import Correction, LocalActor, Mark

DAY = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)


def merge(*marks: tuple[str, str], id_: str = "k-1", hours: int = 0) -> Correction:
    found = tuple(Mark(*m) for m in marks)
    when = DAY + dt.timedelta(hours=hours)
    return Correction(id=id_, kind="merge", marks=found, names=(marks[0][1],), who="Vera", when=when)


def split(*marks: tuple[str, str], id_: str = "k-2", hours: int = 1) -> Correction:
    found = tuple(Mark(*m) for m in marks)
    when = DAY + dt.timedelta(hours=hours)
    return Correction(id=id_, kind="split", marks=found, names=(marks[0][1],), who="Vera", when=when)


def corrected(*corrections: Correction, **actors: list[LocalActor]) -> ActorLinks:
    articles, annotations = coverage(**actors)
    return link_actors(articles, annotations, load(), corrections)


STORY = {"a": [told("la Compagnie du lac", "body")], "b": [told("Lake Company", "body")]}


def test_actors_that_a_person_merges_are_one_under_the_first_name():
    links = corrected(merge(("a", "la Compagnie du lac"), ("b", "Lake Company")), **STORY)
    assert links.speakers["a-0"] == links.speakers["b-0"]
    assert by_name(links)["la Compagnie du lac"].aliases == ("Lake Company",)


def test_a_merge_takes_in_the_articles_that_come_later():
    links = corrected(
        merge(("a", "la Compagnie du lac"), ("b", "Lake Company")), **STORY, c=[told("Lake Company", "body")]
    )
    assert len(set(links.speakers.values())) == 1


def test_a_merge_whose_other_side_is_not_in_the_story_changes_nothing():
    wanted = corrected(a=STORY["a"])
    assert corrected(merge(("a", "la Compagnie du lac"), ("z", "Lake Company")), a=STORY["a"]) == wanted


def test_a_person_who_is_split_off_is_somebody_else_there_and_nowhere_else():
    links = corrected(split(("b", "Claire Vasseur")), **{n: [person("Claire Vasseur")] for n in "abc"})
    assert links.speakers["a-0"] == links.speakers["c-0"] != links.speakers["b-0"]


def test_the_last_correction_counts():
    marks = ("a", "Claire Vasseur"), ("b", "Claire Vasseur")
    actors = {n: [person("Claire Vasseur")] for n in "ab"}
    links = corrected(merge(*marks, id_="k-9", hours=2), split(marks[1]), **actors)
    assert links.speakers["a-0"] == links.speakers["b-0"]


def test_whoever_speaks_for_a_merged_body_speaks_for_the_one_that_is_left():
    voice = person("Ole Dahl", "porte-parole de Lake Company", speaks_for="Lake Company")
    links = corrected(merge(("a", "la Compagnie du lac"), ("b", "Lake Company")), a=STORY["a"], b=[*STORY["b"], voice])
    assert by_name(links)["Ole Dahl"].speaks_for == links.speakers["a-0"]


def test_a_bond_names_its_rule_and_both_passages_and_the_correction():
    links = corrected(merge(("a", "la Compagnie du lac"), ("b", "Lake Company")), **STORY)
    (bond,) = by_name(links)["la Compagnie du lac"].bonds
    assert (bond.rule, bond.correction) == ("correction", "k-1")


def test_bonds_tell_the_rule_by_which_names_are_one():
    links = corrected(
        a=[person("Oleksi Baransky"), told("Kiev", "body")],
        b=[person("Oleksy Baranski"), told("Kyiv", "body")],
        c=[person("Baransky")],
    )
    actors = by_name(links)
    person_bonds = next(a for a in links.actors if "Baransky" in a.aliases).bonds
    assert {b.rule for b in person_bonds} == {"spelling", "short name"}
    assert [b.rule for b in actors["Kiev"].bonds] == ["lexicon"]


marks_drawn = st.lists(st.sampled_from([Mark(a, n) for a in "abc" for n in ("un", "deux")]), min_size=1, max_size=4)
drawn = st.lists(
    st.builds(
        Correction,
        id=st.sampled_from(["k-1", "k-2", "k-3"]),
        kind=st.sampled_from(["merge", "split"]),
        marks=marks_drawn.map(tuple),
        names=st.just(("un",)),
        who=st.just("Vera"),
        when=st.integers(0, 3).map(lambda h: DAY + dt.timedelta(hours=h)),
    ),
    unique_by=lambda c: (c.when, c.id),
    max_size=5,
)


@given(drawn, st.randoms(use_true_random=False))
def test_the_order_in_which_corrections_come_changes_nothing(corrections: list[Correction], chance: random.Random):
    keys = {Mark(a, n): ("named", n) for a in "abc" for n in ("un", "deux")}
    mixed = corrections[:]
    chance.shuffle(mixed)
    one, other = Corrected(keys, corrections), Corrected(keys, mixed)
    assert (one.keys, one.moved, one.shown) == (other.keys, other.moved, other.shown)


@given(drawn)
def test_whoever_was_taken_in_leads_to_one_who_was_not(corrections: list[Correction]):
    keys = {Mark(a, n): ("named", n) for a in "abc" for n in ("un", "deux")}
    found = Corrected(keys, corrections)
    assert not set(found.moved.values()) & set(found.moved)
    assert set(found.keys) == set(keys)
