"""Matters: in a larger story more is needed to bring two subjects together."""

from __future__ import annotations

import random

import pytest

from selon.link.matters import Key, matters


def key(*concepts: str) -> Key:
    return "fact", tuple((concept, 1.0) for concept in sorted(concepts))


def others(count: int) -> list[Key]:
    """Subjects that have nothing in common with one another."""
    return [key(f"a{n}", f"b{n}", f"c{n}") for n in range(count)]


ONE = key("falaise", "piste", "carrier", "lundi", "pluie", "chute")
OTHER = key("falaise", "impôt", "mairie", "vote", "hausse", "budget")


def together(about: list[Key]) -> bool:
    homes = matters(about).homes()
    return homes[ONE] == homes[OTHER]


@pytest.mark.parametrize(("subjects", "one_matter"), [(2, True), (250, True), (5_000, False)])
def test_one_word_in_common_brings_subjects_together_only_where_they_are_few(subjects: int, one_matter: bool) -> None:
    assert together([ONE, OTHER, *others(subjects - 2)]) is one_matter


def test_a_word_that_hundreds_of_statements_share_brings_no_two_together() -> None:
    shared = [key("gilet", f"a{n}") for n in range(1_200)]
    assert len(set(matters(shared).homes().values())) == len(shared)
    assert len(set(matters(shared[:100]).homes().values())) == 1


def test_a_story_that_grew_past_a_step_is_grouped_as_from_nothing() -> None:
    chance = random.Random(7)
    words = [f"w{n}" for n in range(120)]
    about = [key(*chance.sample(words, 4)) for _ in range(300)]
    before = matters(about[:240])
    after = matters(about)
    assert before.alike < after.alike
    assert matters(about, before) == after
