"""The sample story and, where they are, real pages: outlets, dates, furniture."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from selon.clean import clean
from selon.lexicon import load
from selon.model import Article
from selon.read import read

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "bac"
SHARED = Path(os.environ.get("SELON_SHARED", ROOT.parent / "shared"))
EXPECTED = json.loads((SAMPLES / "ledger.json").read_text(encoding="utf-8"))["articles"]


def article_at(path: Path) -> Article:
    found = list(read([path]))
    assert len(found) == 1
    assert isinstance(found[0], Article)
    return clean(found[0], load())


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda entry: entry["file"])
def test_the_sample_articles_give_the_outlets_dates_and_credits_of_their_ledger(expected):
    article = article_at(SAMPLES / expected["file"])
    published = article.published
    day = {"low": str(published.low), "high": str(published.high)} if published else {"low": None, "high": None}
    assert (article.outlet, day) == (expected["outlet"], expected["published"])
    assert [credit.name for credit in article.credits] == expected["credits"]
    updated = article.updated and {"low": str(article.updated.low), "high": str(article.updated.high)}
    assert updated == expected.get("updated")


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda entry: entry["file"])
def test_nothing_of_the_pages_furniture_is_left_in_the_samples_text(expected):
    article = article_at(SAMPLES / expected["file"])
    kept = [b.span.of(article.text) for b in article.blocks if b.kind in {"title", "lead", "heading", "paragraph"}]
    assert [words for words in expected["furniture"] if any(words in text for text in kept)] == []


needs_seeds = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="the annotated corpora are not there (SELON_SHARED)"
)


@needs_seeds
@pytest.mark.parametrize(("name", "day"), [("s000", "2024-10-23"), ("s002", "2024-10-18"), ("s003", "2024-10-28")])
def test_pages_with_a_day_are_dated_to_the_day(name, day):
    published = article_at(SHARED / "seeds" / f"{name}.txt").published
    assert published is not None
    assert (str(published.low), str(published.high)) == (day, day)


@needs_seeds
@pytest.mark.parametrize("folder", ["seeds", "dev", "train"])
def test_no_annotated_statement_or_figure_stands_in_furniture(folder):
    texts = SHARED / ("seeds" if folder == "seeds" else f"gold/{folder}-texts")
    lost = []
    for article in map(article_at, sorted(texts.glob("*.txt"))):
        gold = json.loads((SHARED / "gold" / folder / f"{article.label}.json").read_text(encoding="utf-8"))
        spans = [s for st in gold["statements"] for s in (st["source"], st["cue"], *st["content"]) if s]
        spans += [figure["span"] for figure in gold["figures"]]
        lost += [
            (article.label, article.text[a:b]) for a, b in spans for f in article.furniture if f.start < b and a < f.end
        ]
    assert lost == []
