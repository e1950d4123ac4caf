"""The installed package: the wheel holds what the program reads at run time, the sample story included."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def unpacked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of the wheel of this checkout, as an installer lays it out."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_every_file_of_the_package(unpacked: Path, root: Path) -> None:
    source = root / "src" / "selon"
    ours = {p.relative_to(source) for p in source.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    assert ours - {p.relative_to(unpacked / "selon") for p in (unpacked / "selon").rglob("*")} == set()


def test_the_demo_of_an_installed_selon_reads_the_sample_that_came_with_it(unpacked: Path, tmp_path: Path) -> None:
    script = f"import sys; sys.path.insert(0, {str(unpacked)!r}); from selon.cli.demo import sample_folder; print(sample_folder())"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert Path(found.stdout.strip()) == unpacked / "selon" / "samples" / "bac"
    assert len(list(Path(found.stdout.strip()).glob("*.txt"))) == 11


def test_the_wheel_names_its_licences(unpacked: Path) -> None:
    (info,) = unpacked.glob("selon-*.dist-info")
    assert {"LICENSE", "NOTICE"} <= {p.name for p in (info / "licenses").iterdir()}
    assert "License-Expression: Apache-2.0" in (info / "METADATA").read_text(encoding="utf-8")
