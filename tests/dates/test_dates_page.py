"""docs/dates.md: every row of its tables holds."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from selon.dates import find_dates
from selon.lexicon import load
from selon.model import DateMention, Interval

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "dates.md").read_text(encoding="utf-8")
ROWS = [re.split(r" *\| *", line.strip("| ")) for line in PAGE.splitlines() if line.startswith("| ")]
RESOLVED = [row for row in ROWS if len(row) == 5 and row[0] != "in a text"]
UNRESOLVED = [row for row in ROWS if len(row) == 4 and row[0] != "in a text"]
PUBLISHED = Interval(dt.date(2024, 10, 23), dt.date(2024, 10, 23))


def named(text: str, words: str) -> DateMention:
    mentions = {m.span.of(text): m for m in find_dates(text, load("fr"), PUBLISHED)}
    assert words in mentions
    return mentions[words]


def test_the_page_has_its_tables() -> None:
    assert len(RESOLVED) > 40
    assert {row[2] for row in UNRESOLVED} == {
        f"`{why}`" for why in ("impossible", "weekday", "ambiguous", "habitual", "approximate", "anchor")
    }


@pytest.mark.parametrize(("text", "words", "low", "high", "precision"), RESOLVED)
def test_a_row_means_the_days_it_says(text: str, words: str, low: str, high: str, precision: str) -> None:
    mention = named(text, words)
    assert mention.when == Interval(dt.date.fromisoformat(low), dt.date.fromisoformat(high))
    assert mention.precision == precision
    assert mention.unresolved is None


@pytest.mark.parametrize(("text", "words", "why"), [row[:3] for row in UNRESOLVED])
def test_a_row_without_days_says_why(text: str, words: str, why: str) -> None:
    mention = named(text, words)
    assert mention.when is None
    assert f"`{mention.unresolved}`" == why
