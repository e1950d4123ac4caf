"""The sample story through the whole chain: what it gives makes a dossier that leads nowhere wrong."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import jsonschema
import lxml.html
import pytest

from selon.dossier import Dossier, schema, to_html, to_json, to_markdown
from selon.ingest import dossier_of_files


@pytest.fixture(scope="module")
def sample_dossier(sample_articles: tuple[Path, ...]) -> Dossier:
    made, faults = dossier_of_files(sample_articles)
    assert faults == []
    return made


def test_every_id_leads_to_an_entry(sample_dossier: Dossier) -> None:
    d = sample_dossier
    actors, statements, figures = ({e.id for e in t} for t in (d.actors, d.statements, d.figures))
    articles, claims, series = ({e.id for e in t} for t in (d.articles, d.claims, d.series))
    assert {s.actor for s in d.statements} - {None} <= actors
    assert {r for s in d.statements for r in s.relays} <= actors
    assert {a.speaks_for for a in d.actors} - {None} <= actors
    assert {s.claim for s in d.statements} - {None} <= claims
    assert {i for c in d.claims for i in c.statements} <= statements
    assert {i for c in d.claims for p in c.positions for i in (p.actor, p.body)} <= actors
    assert {o.actor for c in d.claims for o in c.origins} <= actors
    assert {f.actor for f in d.figures} - {None} <= actors
    assert {f.statement for f in d.figures} - {None} <= statements
    assert {f.series for f in d.figures} - {None} <= series
    assert {i for c in d.checks for i in c.figures} <= figures
    assert {c.body for c in d.changes} <= actors
    assert {i for c in d.copies for i in (c.article, c.of)} <= articles


def test_the_sample_fits_the_schema(sample_dossier: Dossier) -> None:
    jsonschema.validate(json.loads(to_json(sample_dossier)), schema())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_link_of_the_page_leads_to_one_place(sample_dossier: Dossier, language: str) -> None:
    tree = lxml.html.document_fromstring(to_html(sample_dossier, language))
    ids = Counter(tree.xpath("//@id"))
    assert [i for i, n in ids.items() if n > 1] == []
    assert [h for h in tree.xpath("//@href") if h[1:] not in ids] == []


def test_every_passage_of_the_page_is_the_article_s_words(sample_dossier: Dossier) -> None:
    tree = lxml.html.document_fromstring(to_html(sample_dossier))
    texts = {a.label: a.text for a in sample_dossier.articles}
    for link in tree.xpath("//a[@class='words']"):
        label, _, spans = link.get("data-span").rpartition(":")
        exact = [texts[label][int(a) : int(b)] for a, b in (s.split("-") for s in spans.split(","))]
        shown = " ".join(link.text_content().replace("[…]", " ").split())
        assert " ".join(" ".join(exact).split()).startswith(shown)


def test_the_page_stays_light(sample_dossier: Dossier) -> None:
    assert len(gzip.compress(to_html(sample_dossier).encode())) < 100_000


def test_markdown_has_a_line_for_every_claim(sample_dossier: Dossier) -> None:
    text = to_markdown(sample_dossier)
    assert text.startswith("# ")
    assert "\n## Les sources\n" in text
