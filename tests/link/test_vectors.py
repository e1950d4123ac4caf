from __future__ import annotations

import math

import pytest

from selon.link import vectors
from selon.link.vectors import cosines, counted_vectors, weighted_vectors


def test_equal_texts_have_cosine_one_and_unlike_texts_are_not_listed():
    found = cosines(weighted_vectors([{"pont": 1, "fermer": 2}, {"pont": 1, "fermer": 2}, {"vote": 1}]), 0.01)
    assert found == {(0, 1): pytest.approx(1.0)}


def test_a_rare_term_weighs_more_than_a_common_one():
    (first, *_) = weighted_vectors([{"pont": 1, "digue": 1}, {"pont": 1}, {"pont": 1}])
    assert first["digue"] > first["pont"]


def test_counts_are_compared_whatever_other_texts_there_are():
    texts = [{"pont": 3, "digue": 1}, {"pont": 3, "vote": 1}]
    alone = cosines(counted_vectors(texts, 10), 0.01)
    among = cosines(counted_vectors([*texts, {"pont": 5}, {"pont": 1}], 10), 0.01)
    assert alone[0, 1] == among[0, 1] == pytest.approx(0.9)


def test_only_the_most_frequent_terms_are_kept():
    assert counted_vectors([{"pont": 2, "digue": 1, "vote": 1}], 1) == [{"pont": 1.0}]
    assert counted_vectors([{}], 5) == [{}]


def test_vectors_have_length_one():
    for vector in weighted_vectors([{"pont": 1, "vote": 4}, {"digue": 2}]):
        assert math.fsum(w * w for w in vector.values()) == pytest.approx(1.0)


def test_the_commonest_terms_are_left_out_when_the_budget_is_spent(monkeypatch):
    texts = [{"de": 1, "pont": 1}, {"de": 1, "pont": 1}, {"de": 1}]
    monkeypatch.setattr(vectors, "PAIR_BUDGET", 1)
    assert list(cosines(weighted_vectors(texts), 0.01)) == [(0, 1)]
