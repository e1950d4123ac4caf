"""The benchmark of figures: how it counts, and that a peer that is not installed is said to be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # `python -m benchmarks` is run from there

from benchmarks.figure_readers import reader  # noqa: E402
from benchmarks.figures import f1, page  # noqa: E402

from selon.model import Figure  # noqa: E402
from selon.text import Span  # noqa: E402


def figure(start: int, low: float | None, high: float | None) -> Figure:
    return Figure(id="", span=Span(start, start + 2), low=low, high=high, approx="exact", counted="")


def test_a_figure_counts_once_where_spans_overlap_and_bounds_agree() -> None:
    wanted = [figure(0, 40, None), figure(10, 3, 3)]
    found = [figure(1, 40, 40), figure(10, 3, 3), figure(11, 3, 3)]
    assert f1([(wanted, found)], either=False) == (1 / 3, 1 / 2, 2 / 5)
    assert f1([(wanted, found)], either=True) == (2 / 3, 1, 4 / 5)
    assert f1([([], [])], either=False) == (0, 0, 0)


def test_selon_reads_figures_as_a_reader_of_the_benchmark() -> None:
    (found,) = reader("selon", None)("Le bac transporte 40 passagers.")
    assert (found.low, found.high, found.counted) == (40, 40, "passager")


def test_a_peer_that_is_not_there_is_named_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("recognizers_number", "quantulum3"):
        monkeypatch.setitem(sys.modules, name, None)
    for name in ("recognizers", "quantulum3"):
        with pytest.raises(SystemExit, match="pip install --target PEERS"):
            reader(name, None)


def test_the_page_has_a_row_for_each_reader_and_names_the_missing() -> None:
    one = {
        "bounds": [0.5, 0.25, 1 / 3],
        "value": [0.5, 0.5, 0.5],
        "words_per_second": 1200.4,
        "words_per_cpu_second": 2400.0,
        "articles": 2,
        "words": 900,
        "figures": 12,
    }
    shown = page({"selon": [one], "quantulum3": [one]}, 0.5, 1)
    assert "| selon | 50.0% | 25.0% | 33.3% | 50.0% | 1,200 | 2,400 |" in shown
    assert "Not measured, not installed: recognizers, recognizers, filtered." in shown
