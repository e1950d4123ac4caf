from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.errors import EmptyInput, MissingInput, StoryNotFound
from selon.ingest import add, dossier_of_files, dossier_of_story
from selon.store import Ledger

BRIDGE = (
    "Le pont de Varmelle est fermé\n\n"
    "Le maire de Varmelle, Ivo Lastre, a annoncé mardi la fermeture du pont. « Le pont est dangereux », a-t-il "
    "déclaré. Selon l'ingénieure Ada Ferré, les câbles du pont sont rongés par le sel.\n"
)
PEACH = (
    "La récolte des pêches commence dans la plaine d'Orbe\n\n"
    "Les producteurs de pêches assurent que la récolte sera bonne. Le syndicat des vergers a demandé une aide pour "
    "les saisonniers des vergers.\n"
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Five articles on a bridge, two on peaches."""
    folder = tmp_path / "articles"
    folder.mkdir()
    texts = [BRIDGE + f"Les travaux du pont dureront {n} mois, a affirmé le maire.\n" for n in range(2, 7)]
    texts += [PEACH + f"Il faut {n} saisonniers dans les vergers, a dit le syndicat.\n" for n in (20, 30)]
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


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
