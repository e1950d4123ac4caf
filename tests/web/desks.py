"""A desk to be asked without a server."""

from __future__ import annotations

import warnings
from pathlib import Path

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
