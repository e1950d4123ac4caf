"""A ledger, and files of two small stories."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from articles import BRIDGE, PEACH

from selon.store import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Five articles on a bridge, two on peaches."""
    folder = tmp_path / "articles"
    folder.mkdir()
    texts = [BRIDGE + f"Les travaux du pont dureront {n} mois, a affirmé le maire.\n" for n in range(2, 7)]
    texts += [PEACH + f"Il faut {n} saisonniers dans les vergers, a dit le syndicat.\n" for n in (20, 30)]
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths
