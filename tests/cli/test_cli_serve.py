"""`selon serve`: what it refuses to start, and what it says when its packages are missing."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from running import run

TOKEN = "a-token-of-some-length-3141"


def test_it_says_what_would_be_served(tmp_path: Path) -> None:
    result = run("serve", str(tmp_path / "ledger.db"), "--check")
    assert result.exit_code == 0
    assert "on http://127.0.0.1:8000: adding and correcting are let, no token is asked for." in result.output


def test_an_address_open_to_others_needs_a_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SELON_TOKEN", raising=False)
    place = str(tmp_path / "ledger.db")
    refused = run("serve", place, "--host", "0.0.0.0", "--check")
    assert refused.exit_code == 3
    assert "expected a token to serve on 0.0.0.0" in refused.output
    assert run("serve", place, "--host", "0.0.0.0", "--token", TOKEN, "--check").exit_code == 0
    monkeypatch.setenv("SELON_TOKEN", TOKEN)
    assert "a token is asked for" in run("serve", place, "--host", "0.0.0.0", "--check").output


def test_read_only_needs_a_ledger_that_is_there(tmp_path: Path) -> None:
    result = run("serve", str(tmp_path / "none.db"), "--read-only", "--check")
    assert result.exit_code == 3
    assert "no ledger there" in result.output


def test_an_address_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", str(tmp_path / "ledger.db"), "--port", str(port))
    assert result.exit_code == 3
    assert f"can't serve on 127.0.0.1, port {port}" in result.output
    assert "--port" in result.output


def test_a_missing_extra_is_named_with_the_line_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.startswith("selon.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = run("serve", str(tmp_path / "ledger.db"))
    assert result.exit_code == 3
    assert "pip install 'selon[web]'" in result.output
