"""Whose words a cue attributes, where the network took a word that can't be a source."""

from __future__ import annotations

import pytest
from drafting import drafted

from selon.annotation.grammar import span_of
from selon.annotation.statements.reading import reading_of
from selon.annotation.statements.sources import subject_for

TEXT = "Le port danois avait démenti ces rumeurs, les qualifiant de « fables »."


@pytest.fixture(scope="module")
def reading():
    return reading_of(drafted(TEXT))


def _place(reading, word):
    return next(t.i for t in reading.doc if t.text == word)


def test_an_object_in_front_of_its_verb_gives_way_to_the_subject(reading):
    them = _place(reading, "les")
    found = subject_for((them, them), _place(reading, "qualifiant"), reading)
    assert found is not None
    assert span_of(reading.doc, found).of(TEXT) == "Le port danois"


def test_a_source_that_can_be_one_stays(reading):
    port = _place(reading, "port")
    assert subject_for((port - 1, port + 1), _place(reading, "qualifiant"), reading) is None
