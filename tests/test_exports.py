"""The public API: what `selon` offers is sorted, there, and described in docs/api.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import selon


def test_public_names_are_sorted_and_all_that_dir_shows() -> None:
    assert selon.__all__ == sorted(selon.__all__)
    assert dir(selon) == selon.__all__


@pytest.mark.parametrize("name", selon.__all__)
def test_a_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(selon, name)
    assert value if name == "__version__" else value.__doc__


def test_every_public_name_has_its_entry_in_the_documentation(root: Path) -> None:
    entries = re.findall(r"^## `(\w+)", (root / "docs" / "api.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(entries) == selon.__all__


def test_another_name_is_refused_with_the_names_that_there_are() -> None:
    with pytest.raises(AttributeError, match=r"no attribute `annotation_of`.*annotate, dossier_of_files"):
        _ = selon.annotation_of


def test_a_public_function_keeps_its_name_beside_the_package_of_the_same_verb() -> None:
    """`selon.read` is a package, and would hide a function of that name as soon as anything imports it."""
    packages = {p.name for p in (Path(selon.__file__).parent).iterdir() if p.is_dir()}
    assert not packages & set(selon.__all__)
