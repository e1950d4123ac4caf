"""Articles that come as bytes: the same as files, and a word on each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from articles import BRIDGE, PEACH

from selon.ingest import Upload, add, add_data
from selon.store import Ledger


def test_an_upload_gives_the_article_that_its_file_gives(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "pont.txt").write_text(BRIDGE, encoding="utf-8")
    (taken,) = add_data([Upload("pont.txt", BRIDGE.encode())], ledger)
    assert (taken.name, taken.result) == ("pont.txt", "added")
    assert add([tmp_path / "pont.txt"], ledger).unchanged == (taken.article,)


def test_of_each_article_it_is_said_what_became_of_it(ledger: Ledger) -> None:
    records = "".join(json.dumps({"text": text}) + "\n" for text in (BRIDGE, "")).encode()
    uploads = [
        Upload("pont.txt", BRIDGE.encode()),
        Upload("pont.txt", BRIDGE.encode()),
        Upload("photo.txt", b"\x89PNG\r\n"),
        Upload("pages.jsonl", records),
        Upload("peches.txt", PEACH.encode()),
    ]
    taken = add_data(uploads, ledger)
    assert [(t.name, t.result) for t in taken] == [
        ("pont.txt", "added"),
        ("pont.txt", "unchanged"),
        ("photo.txt", "refused"),
        ("pages.jsonl:1", "added"),
        ("pages.jsonl:2", "refused"),
        ("peches.txt", "added"),
    ]
    assert (
        taken[2].reason == "expected text, found a PNG image. Selon reads text in UTF-8: .txt, .html and .jsonl files."
    )
    assert {t.article for t in taken} - {None} == set(ledger.ids())


def test_the_articles_can_be_put_into_a_story(ledger: Ledger) -> None:
    add_data([Upload("pont.txt", BRIDGE.encode())], ledger, story="pont")
    assert ledger.articles("pont")[0].text == BRIDGE


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/pont.txt", "pont.txt"),
        ("C:\\pages\\pont.txt", "pont.txt"),
        ("pont\u202etxt.exe.txt", "ponttxt.exe.txt"),
        ("a\r\nb.txt", "ab.txt"),
        ("", "article.txt"),
        ("x" * 10_000 + ".txt", "x" * 200 + ".txt"),
    ],
)
def test_a_name_loses_what_no_name_should_have(ledger: Ledger, name: str, plain: str) -> None:
    (taken,) = add_data([Upload(name, BRIDGE.encode())], ledger)
    assert taken.name == plain


def test_nothing_given_adds_nothing(ledger: Ledger) -> None:
    assert add_data([], ledger) == []


def test_of_an_article_that_is_a_copy_it_is_said_of_which(ledger: Ledger) -> None:
    reprint = BRIDGE.replace("fermé\n", "fermé au trafic\n") + "Une réunion publique est prévue vendredi.\n"
    taken = add_data([Upload("pont.txt", BRIDGE.encode()), Upload("peches.txt", PEACH.encode())], ledger)
    assert [(t.copy, t.other) for t in taken] == [(None, ""), (None, "")]
    (later,) = add_data([Upload("reprise.txt", reprint.encode())], ledger)
    assert later.copy is not None
    assert {later.copy.article, later.copy.of} == {taken[0].article, later.article}
    assert (later.copy.kind, later.other) == ("near_duplicate", "pont")
    assert [t.copy for t in add_data([Upload("reprise.txt", reprint.encode())], ledger)] == [None]


def test_of_two_copies_that_come_together_the_copy_is_named_and_not_the_original(ledger: Ledger) -> None:
    longer = BRIDGE + "Une réunion publique est prévue vendredi à la mairie, au sujet des travaux.\n"
    taken = add_data([Upload("bref.txt", BRIDGE.encode()), Upload("long.txt", longer.encode())], ledger)
    assert [(t.other, t.copy is None) for t in taken] == [("long", False), ("", True)]
