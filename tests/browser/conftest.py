"""One browser for all of the tests of this folder, which are skipped where there is none; and a desk on a free port."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from opening import PROGRAM
from playwright.sync_api import Browser, sync_playwright

from selon.ingest import add
from selon.store import Ledger
from selon.web.app import create_app
from selon.web.settings import Settings

PATIENCE = 60.0  # seconds; a server starts in less than one


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if PROGRAM is None:
        pytest.skip("no Chromium on the PATH; `apt-get install chromium` brings it")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def desk(sample: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """The address of a desk over the sample story, named `bac`."""
    place = tmp_path_factory.mktemp("desk") / "ledger.db"
    with Ledger.open(place) as ledger:
        add([sample], ledger, story="bac")
    config = uvicorn.Config(create_app(Settings(ledger=str(place))), port=0, log_level="warning")
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    deadline = time.monotonic() + PATIENCE
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    running.join(PATIENCE)
