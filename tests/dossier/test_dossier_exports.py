"""Markdown and CSV: exact words with their addresses, and nothing in them that runs."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from dam_story import Maker
from hypothesis import given
from hypothesis import strategies as st

from selon.dossier import Dossier, to_csv, to_markdown
from selon.dossier.markdown import plain
from selon.dossier.tables import guarded
from selon.model import Article, Hours


def rows(dossier: Dossier, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(dossier)[name])))


def test_statements_keep_their_words_and_offsets(dossier: Dossier) -> None:
    texts = {a.label: a.text for a in dossier.articles}
    told = rows(dossier, "statements.csv")
    assert [r["id"] for r in told] == [s.id for s in dossier.statements]
    for row in told:
        start, end = map(int, row["spans"].split("-"))
        assert row["content"] == texts[row["article"]][start:end]
    relayed = next(r for r in told if r["id"] == "s4")
    assert (relayed["source"], relayed["cue"], relayed["relays"]) == ("un agent du site", "qui cite", "La Vigie")
    assert (relayed["when_low"], relayed["when_high"], relayed["claim"]) == ("2031-05-03", "2031-05-03", "fuite")


def test_figures_keep_numbers_as_numbers(dossier: Dossier) -> None:
    given_ = rows(dossier, "figures.csv")
    assert [(r["words"], r["low"], r["approx"], r["body"]) for r in given_] == [
        ("400 foyers avaient", "400", "exact", "État"),
        ("Environ 900 foyers", "900", "about", "État"),
        ("400 foyers avaient", "400", "exact", "État"),
    ]


def test_figures_keep_what_makes_them_comparable(maker: Maker) -> None:
    maker.articles["ajout"] = Article(id="ajout", text="À 15 h, 30 des 90 foyers évacués ont coûté 5 euros.")
    maker.count("whole", "ajout", "90 foyers", 90, 90)
    more = {"part_of": "whole", "move": "increment", "scope": "running", "unit": "EUR"}
    hours = Hours(dt.time(15), dt.time(15))
    maker.count("part", "ajout", "30", 30, 30, modifiers=(maker.span("ajout", "évacués"),), hours=hours, **more)
    given_ = next(r for r in rows(maker.dossier(), "figures.csv") if r["id"] == "part")
    wanted = {**more, "giver_kind": "article", "modifiers": "évacués", "hour_low": "15:00", "hour_high": "15:00"}
    assert {key: given_[key] for key in wanted} == wanted


def test_positions_name_body_stance_and_claim(dossier: Dossier) -> None:
    taken = [(r["claim"], r["body"], r["stance"], r["when_high"], r["words"]) for r in rows(dossier, "positions.csv")]
    assert ("fuite", "Hydrel", "deny", "2031-05-03", "toute fuite") in taken
    assert ("fuite", "Hydrel", "uncertain", "2031-05-05", "ne souhaite pas commenter") in taken


@pytest.mark.parametrize("cell", ["=1+1", "+33", "-2", "@SUM", "\t=1", "  =1", "＝1"])
def test_a_cell_that_looks_like_a_formula_is_disarmed(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


def test_numbers_and_plain_words_are_left_alone() -> None:
    assert [guarded(c) for c in (-5, 0.5, None, "a-b", "")] == [-5, 0.5, None, "a-b", ""]


@given(st.text(max_size=20))
def test_no_written_cell_starts_a_formula(words: str) -> None:
    assert not str(guarded(words)).lstrip().startswith(("=", "+", "-", "@"))


def test_markdown_tells_the_parts_with_addresses(dossier: Dossier, maker: Maker) -> None:
    text = to_markdown(dossier)
    lines = text.splitlines()
    assert lines[0] == "# Fuite au barrage"
    assert [line for line in lines if line.startswith("## ")] == [
        "## Ce qui a changé",
        "## Ce que l’on sait, ce que l’on prétend, ce qui est contesté",
        "## Les chiffres",
        "## Chronologie",
        "## Les sources",
        "## Vérifications et contradictions",
        "## Une citation, plusieurs versions",
    ]
    span = maker.span("depeche", "toute fuite")
    assert f"  - avant, dément, 3\u00a0mai\u00a0: toute fuite `[depeche:{span.start}-{span.end}]`" in lines
    assert "  - 2 articles, une seule origine" in lines


def test_markdown_is_stable_and_speaks_english(dossier: Dossier) -> None:
    assert to_markdown(dossier, "en") == to_markdown(dossier, "en")
    assert "## What changed" in to_markdown(dossier, "en")


def test_markdown_leaves_out_what_is_empty(maker: Maker) -> None:
    maker.links.clear()
    assert "## Ce qui a changé" not in to_markdown(maker.dossier())


def test_words_make_no_markdown_of_their_own() -> None:
    assert plain("<b>*a* [x](javascript:1) `c` | http://d www.e\n# f") == (
        "\\<b\\>\\*a\\* \\[x\\](javascript:1) \\`c\\` \\| http\\://d www\\.e \\# f"
    )
