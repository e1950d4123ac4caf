"""What a body does about a measure, as the dossier says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.dossier import Dossier, to_markdown
from selon.ingest import dossier_of_files

HELD = (
    "Péages : la mairie ne cède pas\n\nLa mairie de Castelauze a assuré lundi 3 mars 2025 vouloir maintenir la hausse"
    " des péages sur le pont, malgré la colère des transporteurs."
)
SUSPENDED = (
    "La mairie recule\n\nLundi 10 mars 2025, la mairie de Castelauze a annoncé la suspension pour six mois de la hausse"
    " des péages sur le pont. Les transporteurs restent prudents."
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder: Path = tmp_path_factory.mktemp("measure")
    for name, text in (("held", HELD), ("suspended", SUSPENDED)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return dossier_of_files(sorted(folder.iterdir()))[0]


def test_a_change_gives_the_courses_of_both_sides(found: Dossier) -> None:
    (change,) = found.changes
    assert (change.before.course, change.after.course) == ("holds", "suspends")
    (claim,) = (claim for claim in found.claims if claim.id == change.claim)
    assert {p.course for p in claim.positions} == {"holds", "suspends"}


@pytest.mark.parametrize(
    ("language", "before", "after"), [("fr", "maintient ou met en place", "suspend"), ("en", "goes ahead", "suspends")]
)
def test_the_page_says_them_in_words(found: Dossier, language: str, before: str, after: str) -> None:
    page = to_markdown(found, language)
    assert f", {before}, " in page
    assert f", {after}, " in page
