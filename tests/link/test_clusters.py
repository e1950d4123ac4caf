from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from selon.link.clusters import average_link


def test_items_that_are_alike_on_average_stay_together():
    likenesses = {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.5, (2, 3): 0.1}
    assert average_link(4, likenesses, 0.4) == [[0, 1, 2], [3]]


def test_one_strong_link_does_not_chain_two_clusters_together():
    likenesses = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.8}
    assert average_link(4, likenesses, 0.4) == [[0, 1], [2, 3]]


def test_items_without_any_likeness_stay_alone():
    assert average_link(3, {}, 0.1) == [[0], [1], [2]]
    assert average_link(0, {}, 0.1) == []


@st.composite
def _likenesses(draw):
    size = draw(st.integers(2, 9))
    pairs = [(i, j) for i in range(size) for j in range(i + 1, size)]
    # Distinct values: which of two equal pairs comes first follows from the numbering, as documented.
    values = draw(st.permutations(range(1, len(pairs) + 1)))
    kept = draw(st.lists(st.sampled_from(pairs), unique=True))
    return size, {pair: values[pairs.index(pair)] / (len(pairs) + 1) + 0.0001 for pair in kept}


@given(_likenesses(), st.floats(0.05, 0.95))
def test_clusters_part_the_items(drawn, threshold):
    size, likenesses = drawn
    clusters = average_link(size, likenesses, threshold)
    assert sorted(i for c in clusters for i in c) == list(range(size))


@given(_likenesses(), st.floats(0.05, 0.95))
def test_members_of_a_cluster_are_alike_on_average(drawn, threshold):
    size, likenesses = drawn
    for cluster in average_link(size, likenesses, threshold):
        pairs = [(i, j) for i in cluster for j in cluster if i < j]
        if pairs:
            # The last join reached the threshold between two parts, every part in itself by induction.
            assert sum(likenesses.get(p, 0.0) for p in pairs) / len(pairs) >= threshold - 1e-9
