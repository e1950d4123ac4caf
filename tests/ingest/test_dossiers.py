from __future__ import annotations

from pathlib import Path

import pytest

from selon.errors import EmptyInput, MissingInput, StoryNotFound
from selon.ingest import add, dossier_of_files, dossier_of_story
from selon.store import Ledger


def test_files_make_one_dossier_even_when_they_are_about_different_things(files: list[Path], tmp_path: Path) -> None:
    chosen = [files[0], files[5], tmp_path / "absent.txt", files[0]]
    dossier, faults = dossier_of_files(chosen)
    assert sorted(a.path or "" for a in dossier.articles) == [str(files[0]), str(files[5])]
    assert [type(fault) for fault in faults] == [MissingInput]
    again, _ = dossier_of_files(reversed(chosen))
    assert again == dossier


def test_a_story_of_the_ledger_makes_the_dossier_of_its_files(ledger: Ledger, files: list[Path]) -> None:
    add(files, ledger)
    story = max(ledger.stories(), key=lambda s: len(s.articles))
    expected, faults = dossier_of_files(files[:5])
    assert faults == []
    assert dossier_of_story(ledger, story.id) == expected
    with pytest.raises(StoryNotFound):
        dossier_of_story(ledger, "rien de tel")


def test_a_dossier_needs_an_article(tmp_path: Path) -> None:
    with pytest.raises(EmptyInput, match=r"absent\.txt: no such file"):
        dossier_of_files([tmp_path / "absent.txt"])
    with pytest.raises(EmptyInput, match="there is no article to make it of \\(no file was given\\)"):
        dossier_of_files([])
