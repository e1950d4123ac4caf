"""Clusters of sparse vectors: what is joined, and that what is known of a part of them changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.link.agglomeration import UNIT, Join, joins
from selon.link.clusters import average_link

VECTORS = st.lists(
    st.dictionaries(st.sampled_from("abcdefghij"), st.integers(1, UNIT), max_size=4), min_size=1, max_size=14
)
THRESHOLD = 0.2


def _clusters(size: int, found: list[Join]) -> list[list[int]]:
    home = list(range(size))
    for join in reversed(found):
        home[join.gone] = home[join.kept]
    return sorted(sorted(i for i in range(size) if home[i] == h) for h in set(home))


def test_the_most_alike_are_joined_first_and_what_is_alike_by_chance_is_not():
    near, nearer, other = {"a": 90, "b": 90}, {"a": 90, "b": 80, "c": 20}, {"c": 128}
    assert _clusters(3, joins([near, nearer, other], THRESHOLD)) == [[0, 1], [2]]


def test_one_chance_likeness_does_not_chain_two_clusters():
    vectors = [{"a": 128}, {"a": 128}, {"b": 128}, {"b": 128}, {"b": 124, "a": 32}]
    assert _clusters(5, joins(vectors, THRESHOLD)) == [[0, 1], [2, 3, 4]]


def test_nothing_gives_nothing():
    assert joins([], THRESHOLD) == []
    assert joins([{}, {}], THRESHOLD) == []


@given(VECTORS)
@settings(max_examples=60, deadline=None)
def test_clusters_are_those_of_the_textbook_where_no_two_pairs_are_alike_as_much(vectors):
    pairs = {}
    for j, one in enumerate(vectors):
        for i in range(j):
            alike = sum(w * one.get(t, 0) for t, w in vectors[i].items()) // UNIT
            if alike:
                pairs[i, j] = float(alike)
    found = joins(vectors, THRESHOLD)
    if len({join.alike for join in found}) == len(found) and len(set(pairs.values())) == len(pairs):
        assert _clusters(len(vectors), found) == average_link(len(vectors), pairs, THRESHOLD * UNIT)


@given(VECTORS, st.data())
@settings(max_examples=200, deadline=None)
def test_what_is_known_of_some_items_changes_nothing(vectors, data):
    size = len(vectors)
    old = sorted(data.draw(st.sets(st.integers(0, size - 1))))
    changed = data.draw(st.sets(st.sampled_from(old))) if old else set()
    before = joins([{"z": 70, "a": 70} if i in changed else vectors[i] for i in old], THRESHOLD)
    known = [Join(join.alike, old[join.kept], old[join.gone]) for join in before]
    found = joins(vectors, THRESHOLD, known, {*range(size)} - {*old} | changed)
    assert found == joins(vectors, THRESHOLD)


@given(VECTORS)
@settings(max_examples=40, deadline=None)
def test_joins_come_in_order_and_every_item_goes_once(vectors):
    found = joins(vectors, THRESHOLD)
    assert found == sorted(found, key=lambda join: join.order)
    assert len({join.gone for join in found}) == len(found)
    assert all(join.kept < join.gone and join.alike >= THRESHOLD * UNIT for join in found)
