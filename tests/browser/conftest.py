"""One browser for all of the tests of this folder, which are skipped where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from chromium import PROGRAM, Chromium


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    if PROGRAM is None:
        pytest.skip("no Chromium on the PATH; `apt-get install chromium` brings it")
    with Chromium(tmp_path_factory.mktemp("profile")) as chromium:
        yield chromium
