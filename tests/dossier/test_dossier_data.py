"""Exports as data: there and back the same objects, and hostile articles break none of them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sys

import msgspec
import pytest
from dam_story import HOSTILE, Maker, day, hostile_story
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.dossier import (
    Dossier,
    build,
    from_json,
    from_jsonl,
    from_parquet,
    to_csl,
    to_csv,
    to_json,
    to_jsonl,
    to_jsonld,
    to_markdown,
    to_pages,
    to_parquet,
    to_ris,
)
from selon.dossier.linked import AROUND, CONTEXT
from selon.errors import FormatFault
from selon.model import Hours, Interval, Links, Story

LETTERS = st.sampled_from("<>\"'&/=`{}%#\\ \u202e\u2028\x00\x1b\x85-!aé\n\r\t[]()ER|@+")


def there_and_back(dossier: Dossier) -> list[Dossier]:
    """The dossier by way of each format that holds all of it."""
    return [
        from_json(to_json(dossier)),
        from_jsonl(to_jsonl(dossier)),
        from_parquet(to_parquet(dossier)),
    ]


def ris_records(text: str) -> list[dict[str, str]]:
    """RIS read as reference managers do: a tag, two spaces, a dash, a space; `ER` ends a record."""
    records: list[dict[str, str]] = [{}]
    for line in text.splitlines():
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups()  # type: ignore[union-attr]
        if tag == "ER":
            records.append({})
        else:
            records[-1][tag] = value
    return records[:-1]


def test_every_format_that_holds_a_dossier_gives_it_back(maker: Maker) -> None:
    maker.article("prix", day(4), "La Vigie", [("paragraph", "Vers 15 h, 0,5 des 90 foyers, soit 12345678901 euros.")])
    at_three = Hours(dt.time(15), dt.time(15))
    maker.count("whole", "prix", "90 foyers", 90, None, approx="at_least")
    maker.count(
        "part", "prix", "0,5", 0.5, 0.5, hours=at_three, part_of="whole", as_of=Interval(None, dt.date(2031, 5, 4))
    )
    maker.count("cost", "prix", "12345678901 euros", 12345678901, 12345678901, unit="EUR")
    dossier = maker.dossier()
    assert there_and_back(dossier) == [dossier] * 3
    assert [to_json(one) for one in there_and_back(dossier)] == [to_json(dossier)] * 3


def test_an_empty_story_comes_back_too() -> None:
    story = Story(id="s", title=None, articles=())
    dossier = build(story, [], {}, Links(story=story))
    assert there_and_back(dossier) == [dossier] * 3


@settings(max_examples=12, deadline=None)
@given(st.text(alphabet=LETTERS, max_size=30))
def test_whatever_an_article_says_it_comes_back(words: str) -> None:
    dossier = hostile_story(words)
    assert there_and_back(dossier) == [dossier] * 3


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "truncated"),
        ('{"record": "novel"}', "Expected a record of a kind among story, article"),
        ("[]", "got None"),
        ('{"record": "article"}', "Expected `str`, got `null`"),
    ],
)
def test_what_is_no_dossier_is_refused(text: str, why: str) -> None:
    with pytest.raises(FormatFault, match=why):
        from_jsonl(text)
    with pytest.raises(FormatFault):
        from_json(text)


def test_numbers_beyond_every_double_are_rounded_in_parquet(maker: Maker) -> None:
    maker.count("huge", "vigie", "900", 10**400, 2**53 + 1)
    huge = next(f for f in from_parquet(to_parquet(maker.dossier())).figures if f.id == "huge")
    assert (huge.low, huge.high) == (float("inf"), 2**53)


def test_parquet_without_pyarrow_says_how_to_get_it(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=re.escape("pip install 'selon[parquet]'")):
        to_parquet(dossier)


def graph(dossier: Dossier) -> dict[str, dict[str, object]]:
    return {node["@id"]: node for node in json.loads(to_jsonld(dossier))["@graph"]}


def test_every_statement_claim_and_figure_is_a_node_with_its_passage(dossier: Dossier) -> None:
    nodes = graph(dossier)
    assert len(nodes) == len(json.loads(to_jsonld(dossier))["@graph"])
    texts = {a.id: a.text for a in dossier.articles}
    for entry in (*dossier.statements, *dossier.claims, *dossier.figures):
        note = nodes[f"urn:selon:{entry.id}:passage"]
        assert (note["@type"], note["body"]) == ("Annotation", f"urn:selon:{entry.id}")
        for target in note["target"]:
            text = texts[target["source"].removeprefix("urn:selon:")]
            place, quoted = target["selector"]
            assert text[place["start"] : place["end"]] == quoted["exact"]
            assert text[max(0, place["start"] - AROUND) : place["start"]] == quoted["prefix"]
            assert text[place["end"] : place["end"] + AROUND] == quoted["suffix"]


def test_quoted_words_are_quotations_and_reported_ones_statements(dossier: Dossier) -> None:
    nodes = graph(dossier)
    assert nodes["urn:selon:s3"] == {
        "@id": "urn:selon:s3",
        "@type": "Quotation",
        "text": "« Le barrage est sûr »",
        "author": "urn:selon:arbois",
        "isPartOf": "urn:selon:depeche",
        "dateCreated": "2031-05-03",
        "selon:form": "direct",
        "selon:stance": "affirm",
        "selon:certainty": "certain",
    }
    assert nodes["urn:selon:s1"]["@type"] == "Statement"
    assert nodes["urn:selon:fuite"]["appearance"] == ["urn:selon:depeche", "urn:selon:vigie"]
    assert (nodes["urn:selon:vigie"]["@type"], nodes["urn:selon:vigie"]["datePublished"]) == (
        "NewsArticle",
        "2031-05-04/2031-05-05",
    )


def test_every_key_of_the_graph_has_a_meaning_and_every_reference_a_node(dossier: Dossier) -> None:
    nodes = graph(dossier)
    references = {key for key, value in CONTEXT.items() if isinstance(value, dict) and value.get("@type") == "@id"}
    for node in nodes.values():
        for key, value in node.items():
            assert key.startswith(("@", "selon:")) or re.fullmatch("[a-z][A-Za-z]+", key), key
            if key in references - {"motivation"}:
                assert {value} if isinstance(value, str) else set(value) <= set(nodes), key
    assert CONTEXT["oa"] == "http://www.w3.org/ns/oa#"


def test_only_addresses_of_the_web_are_given_as_such(maker: Maker) -> None:
    for url, kept in (
        ("javascript:alert(1)", None),
        ("https://vigie.example/1", "https://vigie.example/1"),
        ("http://[", None),
    ):
        maker.articles["vigie"] = msgspec.structs.replace(maker.articles["vigie"], url=url)
        assert graph(maker.dossier())["urn:selon:vigie"].get("url") == kept


def test_articles_are_listed_for_a_reference_manager(dossier: Dossier) -> None:
    records = ris_records(to_ris(dossier))
    assert records[0] == {
        "TY": "NEWS",
        "ID": "depeche",
        "TI": "Barrage de Cormaille : une fuite signalée, 400 foyers prévenus",
        "T2": "Agence Ponant",
        "PY": "2031",
        "DA": "2031/05/03",
        "LA": "fr",
    }
    assert records[1]["N1"] == "Agence Ponant"
    assert "DA" not in records[1]  # one of two days
    items = json.loads(to_csl(dossier))
    assert [item["id"] for item in items] == [a.id for a in dossier.articles]
    assert {item["type"] for item in items} == {"article-newspaper"}
    assert items[1]["issued"] == {"date-parts": [[2031, 5, 4], [2031, 5, 5]]}
    assert "issued" not in items[2]


LONG = "Ivo Lastre" * 1000
ATTACKS = [HOSTILE, '=cmd|"/c calc"!A1', "x\r\nER  - \r\nTY  - JOUR", "\u202e\u200b\u2066", "'; DROP TABLE x; --", LONG]


@pytest.mark.parametrize("words", ATTACKS, ids=range(len(ATTACKS)))
def test_a_hostile_article_breaks_no_export(words: str) -> None:
    dossier = hostile_story(words)
    assert there_and_back(dossier) == [dossier] * 3
    assert len(ris_records(to_ris(dossier))) == len(dossier.articles)
    assert len(json.loads(to_csl(dossier))) == len(dossier.articles)
    assert len(graph(dossier)) == len(dossier.articles) + len(dossier.actors) + 2
    for table in to_csv(dossier).values():
        for row in csv.reader(io.StringIO(table, newline="")):
            assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert not re.search(r"(?<!\\)<", re.sub("`[^`]*`", "", to_markdown(dossier)))  # but in code
    for name, text in to_pages(dossier):
        assert text.replace('<script src="dossier.js"></script>', "").count("<script") == 0, name
        assert "\u202e" not in text, name


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=LETTERS, max_size=40))
def test_no_words_of_an_article_start_a_line_of_ris(words: str) -> None:
    dossier = hostile_story(words)
    records = ris_records(to_ris(dossier))
    assert [r["ID"] for r in records] == [a.id for a in dossier.articles]
