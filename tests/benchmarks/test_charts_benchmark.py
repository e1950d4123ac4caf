"""The benchmark of charts: what it counts in a drawing, and how it tells it."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # `python -m benchmarks` is run from there

from benchmarks.chart_makers import POINTS, selon  # noqa: E402
from benchmarks.charts import contents, measured, page  # noqa: E402


def test_links_count_that_lead_where_they_were_told_to_and_addresses_of_elsewhere() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><style>a {}</style><a href="#p-1"><title>un</title></a>'
        '<a href="https://charts.example/#p-2"><path style="fill: red"/></a><script>1</script></svg>'
    )
    assert contents(svg) == {"links": 1, "titles": 1, "styles": 2, "scripts": 1, "elsewhere": 1}


def test_the_dossiers_own_chart_has_all_that_pages_need() -> None:
    got = measured(selon)
    assert got["same"]
    assert (got["links"], got["styles"], got["scripts"], got["elsewhere"]) == (len(POINTS), 0, 0, 0)
    told = page({"selon": {**got, "overlapping": None}}, 0.5)
    assert "| selon |" in told
    assert f"| {len(POINTS)} of {len(POINTS)} |" in told
