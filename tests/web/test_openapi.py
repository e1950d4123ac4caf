"""The API held against its own description: every answer to any request is one that it describes."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings

from selon.web import api
from selon.web.app import create_app
from selon.web.describing import describe
from selon.web.settings import Settings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis.specs.openapi.checks import positive_data_acceptance

EXAMPLES = 15


def operations() -> list[tuple[str, str]]:
    """Method and path of everything that the API describes."""
    app = FastAPI(openapi_url=None)
    app.include_router(api.router)
    return [(m.upper(), path) for path, methods in describe(app)["paths"].items() for m in methods]


@pytest.fixture(scope="module")
def described(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    place = shutil.copy(sample_ledger, tmp_path_factory.mktemp("described") / "ledger.db")
    app = create_app(Settings(ledger=str(place), names=("testserver",)))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize(("method", "path"), operations())
@pytest.mark.filterwarnings("ignore")
def test_every_answer_is_as_described(described: Any, method: str, path: str) -> None:
    operation = described[path][method]

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def run(case: Any) -> None:
        # a correction can be well-formed and name nobody who is there
        case.call_and_validate(excluded_checks=[positive_data_acceptance] if method == "POST" else [])

    run()
