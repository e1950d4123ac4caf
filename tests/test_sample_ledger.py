"""The sample story's ledger, as a careful reader made it, against what the chain finds of it today.

Each test says the level that is reached. When a stage gets better, its expectation here moves towards the whole of
`samples/bac/ledger.json`; it never moves back.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from selon.dossier import Dossier
from selon.ingest import dossier_of_files
from selon.text.naming import name_key


@pytest.fixture(scope="module")
def expected(sample: Path) -> dict[str, Any]:
    return json.loads((sample / "ledger.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(sample_articles: tuple[Path, ...]) -> Dossier:
    return dossier_of_files(sample_articles)[0]


def _stem(file: str) -> str:
    return file.rsplit(".", 1)[0]


def _names(found: Dossier) -> dict[str, str]:
    return {a.id: a.name for a in found.actors}


def test_every_article_has_its_outlet_and_its_day(found: Dossier, expected: dict[str, Any]) -> None:
    days = {a.label: (str(a.published.low), str(a.published.high)) if a.published else None for a in found.articles}
    outlets = {a.label: name_key(a.outlet or "") for a in found.articles}
    for article in expected["articles"]:
        said = article["published"]
        assert days[_stem(article["file"])] == ((said["low"], said["high"]) if said["low"] else None)
        assert outlets[_stem(article["file"])] == name_key(article["outlet"])


def test_the_copies_are_found(found: Dossier, expected: dict[str, Any]) -> None:
    labels = {a.id: a.label for a in found.articles}
    copies = {(labels[c.article], labels[c.of]): c.kind for c in found.copies}
    wanted = {
        (_stem(a["file"]), _stem(a["copy_of"]["file"])): a["copy_of"]["kind"]
        for a in expected["articles"]
        if a["copy_of"]
    }
    # A dispatch brought back through another language reads as a rewrite until translations are told apart.
    wanted["04-toutinfo365", "01-agence-fanal"] = "rewrite"
    assert copies == wanted


def test_the_company_s_denial_that_it_gave_up_is_a_change(found: Dossier) -> None:
    names = _names(found)
    moves = [(name_key(names[c.body]), c.before.stance, c.after.stance) for c in found.changes]
    assert ("compagnie des bacs d issandre", "deny", "confirm") in moves


def test_a_statement_that_a_copy_repeats_adds_no_origin(found: Dossier) -> None:
    labels = {a.id: a.label for a in found.articles}
    names = _names(found)
    told = {s.id: labels[s.article] for s in found.statements}
    origins = {
        names[o.actor] for c in found.claims for o in c.origins for s in o.statements if told[s].startswith("04")
    }
    assert not [name for name in origins if "Banques" in name]


def test_the_toll_stands_in_one_series_from_four_to_fifteen(found: Dossier, expected: dict[str, Any]) -> None:
    values = {f.id: f.low for f in found.figures}
    (toll,) = (s for s in found.series if s.label == "mort")
    (wanted,) = (s for s in expected["series"] if s["label"] == "mort")
    assert {values[i] for i in toll.figures} == {f["low"] for f in wanted["figures"]}


def test_the_sums_and_the_planted_mistake_are_found(found: Dossier, expected: dict[str, Any]) -> None:
    labels = {a.id: a.label for a in found.articles}
    home = {f.id: labels[f.article] for f in found.figures}
    checked = {(c.kind, c.holds, home[f]) for c in found.checks for f in c.figures}
    wanted = {(c["kind"], c["holds"], _stem(c["file"])) for c in expected["checks"] if c["kind"] in {"sum", "ratio"}}
    assert wanted <= checked
    (wrong,) = (c for c in found.checks if c.kind != "conflict" and c.holds is False)
    assert wrong.words == "neuf morts + Cinq personnes + 23 = 37 ≠ 41 personnes"


def test_givers_who_contradict_one_another_are_found(found: Dossier, expected: dict[str, Any]) -> None:
    labels = {a.id: a.label for a in found.articles}
    home = {f.id: labels[f.article] for f in found.figures} | {s.id: labels[s.article] for s in found.statements}
    conflicts = {
        home[i] for c in found.checks if c.kind == "conflict" and c.holds is False for i in (*c.figures, *c.statements)
    }
    wanted = {_stem(c["file"]) for c in expected["checks"] if c["kind"] == "conflict" and c["holds"] is False}
    assert wanted <= conflicts


def test_every_utterance_that_is_given_in_other_words_is_found(found: Dossier, expected: dict[str, Any]) -> None:
    labels = {a.id: a.label for a in found.articles}
    home = {s.id: labels[s.article] for s in found.statements}
    groups = [{home[v] for v in q.variants} for q in found.quotations]
    for wanted in expected["quotations"]:
        assert {_stem(f) for f in wanted["files"]} in groups


def test_two_people_of_one_surname_stay_two(found: Dossier, expected: dict[str, Any]) -> None:
    people = {a.name for a in found.actors if a.kind == "person"}
    assert all(name in people for pair in expected["same_surname"] for name in pair)


def test_who_is_cited_by_the_rescue_service_speaks_and_the_service_relays(found: Dossier) -> None:
    names = _names(found)
    relayed = [
        ([names[r] for r in s.relays], names[s.actor])
        for s in found.statements
        if s.relays and s.actor and "penchait" in s.text
    ]
    assert (["Secours lacustre"], "un pêcheur local") in relayed


def test_anonymous_sources_are_nobody_s_corroboration_of_themselves(found: Dossier) -> None:
    anonymous = {a.id for a in found.actors if a.kind == "anonymous"}
    alone = [c for c in found.claims if c.origins and {o.actor for o in c.origins} <= anonymous]
    assert [c for c in alone if c.status == "corroborated"] == []
