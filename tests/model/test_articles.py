"""What an article says of itself."""

from __future__ import annotations

import pytest

from selon.model import Article, Block
from selon.text import Span


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("folder/s003.txt", "s003"),
        ("pages.jsonl:12", "pages:12"),
        ("C:\\a\\b.c.html", "b.c"),
        (".txt", ".txt"),
        (None, "a-1"),
    ],
)
def test_a_label_is_the_stem_and_the_line_of_a_record(path: str | None, label: str) -> None:
    assert Article(id="a-1", text="x", path=path).label == label


def test_reading_leaves_furniture_out_and_leads_back() -> None:
    text = "Menu\nLe pont est fermé.\nPartager\nIl rouvrira."
    kinds = ("furniture", "paragraph", "furniture", "paragraph")
    starts = (0, 5, 24, 33)
    ends = (4, 23, 32, 45)
    blocks = tuple(Block(Span(a, b), kind) for a, b, kind in zip(starts, ends, kinds, strict=True))
    article = Article(id="a", text=text, blocks=blocks)
    words, offsets = article.reading()
    assert words == "Le pont est fermé.\n\nIl rouvrira."
    at = words.index("rouvrira")
    assert offsets.to_received(Span(at, at + 8)).of(text) == "rouvrira"


def test_an_article_that_was_not_cleaned_reads_as_its_whole_text() -> None:
    assert Article(id="a", text="Le pont").reading()[0] == "Le pont"
