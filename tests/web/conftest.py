"""A desk over a ledger of the sample story."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.ingest import add
from selon.store import Ledger
from selon.web.app import create_app
from selon.web.settings import Settings

with warnings.catch_warnings():
    # Starlette asks for the successor of httpx, whose first releases are weeks old.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

BASE = "http://127.0.0.1:8000"


def client_of(place: Path, **settings: object) -> TestClient:
    """A client of a desk over the ledger at `place`, as a browser on the same machine calls it."""
    return TestClient(create_app(Settings(ledger=str(place), **settings)), base_url=BASE)


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
