"""What several tests need: the sample story, and the annotated corpora where there are any."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# No test is about time: a busy machine would fail it. The rest is as Hypothesis has it, in CI and elsewhere.
settings.register_profile("untimed", parent=settings(), deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of the sample story."""
    return ROOT / "samples" / "bac"


@pytest.fixture(scope="session")
def sample_articles(sample: Path) -> tuple[Path, ...]:
    """The articles of the sample story, sorted by name."""
    return tuple(sorted(p for p in sample.iterdir() if p.suffix in {".txt", ".html"}))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the annotated corpora, which are no part of the project; skips the test without them."""
    folder = Path(os.environ.get("SELON_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip("no annotated corpora: SELON_SHARED names no folder with `gold` in it")
    return folder


@pytest.fixture
def checkout(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like a checkout to who runs an example in it: the samples, and no ledger yet."""
    shutil.copytree(sample, tmp_path / "samples" / "bac")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SELON_LEDGER", raising=False)
    return tmp_path
