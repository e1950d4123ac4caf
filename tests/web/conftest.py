"""A desk over a ledger of the sample story."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desks import TestClient, client_of

from selon.ingest import add
from selon.store import Ledger


@pytest.fixture(scope="session")
def sample_ledger(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample story, named `bac`. Not to be written to: see `ledger`."""
    place = tmp_path_factory.mktemp("desk") / "ledger.db"
    with Ledger.open(place) as opened:
        add([sample], opened, story="bac")
    return place


@pytest.fixture(scope="session")
def reader(sample_ledger: Path) -> Iterator[TestClient]:
    """A client of a desk over the sample, in which nothing can be changed."""
    with client_of(sample_ledger, read_only=True) as client:
        yield client


@pytest.fixture
def ledger(sample_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the sample's ledger, to be written to."""
    return Path(shutil.copy(sample_ledger, tmp_path / "ledger.db"))


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    """A client of a desk in which everything can be done."""
    with client_of(ledger) as opened:
        yield opened
