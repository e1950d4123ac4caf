"""The list of states is what CLDR, GeoNames and the words kept by hand make it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from selon.lexicon import States, load
from selon.lexicon.naming import naming
from selon.lexicon.together import faults_together

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gazetteer_generate", ROOT / "gazetteer" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_list_is_fresh(generate: ModuleType):
    """`make lexicon` writes it."""
    assert generate.OUTPUT.read_text(encoding="utf-8") == generate.gazetteer().text()


def test_every_country_has_its_place_and_nothing_is_kept_that_is_given(generate: ModuleType):
    assert list(generate.gazetteer().faults()) == []


def test_a_country_without_a_place_and_a_capital_that_is_given_are_faults(generate: ModuleType):
    gazetteer = generate.gazetteer()
    del gazetteer.parts["MQ"]
    gazetteer.kept["NO"]["capital"] = "Oslo"
    assert [fault.split(":")[0] for fault in gazetteer.faults()] == ["MQ", "NO"]


@pytest.mark.parametrize(
    ("row", "forms"),
    [
        (["russe"], {"russe", "russes"}),
        (["ukrainien"], {"ukrainien", "ukrainiens", "ukrainienne", "ukrainiennes"}),
        (["libyen"], {"libyen", "libyens", "libyenne", "libyennes"}),
        (["français"], {"français", "française", "françaises"}),
        (["sud-coréen"], {"sud-coréen", "sud-coréens", "sud-coréenne", "sud-coréennes"}),
        (["afghan"], {"afghan", "afghans", "afghane", "afghanes"}),
        (["grec", "grecque"], {"grec", "grecs", "grecque", "grecques"}),
    ],
)
def test_adjectives_are_inflected(generate: ModuleType, row: list[str], forms: set[str]):
    assert set(generate.adjective_forms(*row)) == forms


def states_with(**changes: object) -> States:
    """Return the states with Norway changed."""
    states = load().states
    found = [msgspec.structs.replace(s, **changes) if s.code == "NO" else s for s in states.states]
    return msgspec.structs.replace(states, states=tuple(found))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"capital": ""}, "states: `NO` has no capital"),
        ({"adjectives": ()}, "states: `NO` has no adjectives"),
        ({"aliases": ("Suède",)}, "expected one of them among `choices`"),
        ({"capitals": ("Stockholm",)}, "expected one of them among `choices`"),
    ],
)
def test_a_state_that_is_not_whole_or_not_alone_is_a_fault(changes: dict[str, object], fault: str):
    (found,) = states_with(**changes).faults()
    assert fault in found


def test_a_choice_without_need_is_a_fault():
    states = load().states
    needless = msgspec.structs.replace(states.choices[0], words=("norvégien",))
    changed = msgspec.structs.replace(states, choices=(*states.choices, needless))
    assert list(changed.faults()) == ["choices: `norvegien` is no word of several states"]


def test_parts_that_disagree_are_faults():
    lexicon = load()
    kremlin = lexicon.seats.bodies[0]
    body = msgspec.structs.replace(kremlin, voice_of="Ruritanie", aliases=("Norvège",))
    seats = msgspec.structs.replace(lexicon.seats, bodies=(body,))
    found = list(faults_together(lexicon.states, seats, lexicon.outlets))
    assert [("Ruritanie" in f, "`norvege`" in f) for f in found] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Guinée", "Guinée"),
        ("Guinée-Bissau", "Guinée-Bissau"),
        ("guinéenne", "Guinée"),
        ("bissau-guinéens", "Guinée-Bissau"),
        ("équato-guinéenne", "Guinée équatoriale"),
        ("nigériens", "Niger"),
        ("nigériane", "Nigeria"),
        ("Congo", "Congo-Brazzaville"),
        ("RDC", "Congo-Kinshasa"),
        ("congolaise", "Congo-Kinshasa"),
        ("la Dominique", "la Dominique"),
        ("Dominique", ""),
        ("dominiquaise", "la Dominique"),
        ("dominicaine", "République dominicaine"),
        ("la Grenade", "la Grenade"),
        ("Grenade", ""),
        ("Géorgie", "Géorgie"),
        ("République de Corée", "Corée du Sud"),
        ("République populaire démocratique de Corée", "Corée du Nord"),
        ("Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "Royaume-Uni"),
        ("République arabe syrienne", "Syrie"),
        ("Victoria", ""),
        ("Bruxelles", ""),
        ("Bichkek", "Kirghizstan"),
        ("Palais fédéral", "Suisse"),
        ("Bundestag", "Allemagne"),
        ("Matignon", "France"),
    ],
)
def test_words_that_are_easily_taken_for_one_another_lead_to_their_own_state(words: str, state: str):
    assert naming(load()).state_of(words) == state
