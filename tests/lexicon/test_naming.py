from __future__ import annotations

import msgspec
import pytest

from selon.lexicon import load
from selon.lexicon.naming import naming, plural_of
from selon.lexicon.titles import Titles


@pytest.fixture(scope="module")
def names():
    return naming(load())


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("sud-coréennes", "Corée du Sud"),
        ("NORVÉGIEN", "Norvège"),
        ("grecques", "Grèce"),
        ("Lisbonne", "Portugal"),
        ("l’Élysée", "France"),
        ("la Russie", "Russie"),
        ("quelconque", ""),
    ],
)
def test_adjectives_capitals_and_seats_lead_to_their_state(names, words: str, state: str):
    assert names.state_of(words) == state


@pytest.mark.parametrize("words", ["OTAN", "l'Otan", "l’Alliance atlantique", "NATO"])
def test_an_alliance_is_found_under_all_its_names(names, words: str):
    assert names.find(words).name == "Otan"


def test_every_voice_is_that_of_a_state_or_body_of_the_lexicon(names):
    voices = {k.voice_of for k in names.known.values() if k.voice_of}
    assert {v for v in voices if names.find(v) is None or names.find(v).name != v} == set()


@pytest.mark.parametrize(
    ("word", "plural"), [("général", "généraux"), ("bureau", "bureaux"), ("porte-voix", "porte-voix")]
)
def test_nouns_have_their_plural(word: str, plural: str):
    assert plural_of(word) == plural


def test_a_noun_tells_its_gender_where_its_forms_differ(names):
    found = [(names.nouns[w].lemma, names.nouns[w].gender, names.nouns[w].plural) for w in ("directrices", "ministre")]
    assert found == [("directeur", "f", True), ("ministre", "", False)]


def test_a_noun_listed_twice_is_a_fault():
    titles = load().titles
    doubled = msgspec.structs.replace(titles, groups=(*titles.groups, titles.groups[0]))
    assert isinstance(doubled, Titles)
    assert list(doubled.faults()) == [f"groups: `{titles.groups[0]}` stands twice"]


def test_a_latter_pronoun_without_gender_is_a_fault():
    pronouns = msgspec.structs.replace(load().pronouns, latter=("celui la",))
    assert [f.split(":")[0] for f in pronouns.faults()] == ["latter"]
