"""The dossier's chart beside those that libraries draw on the server: what a page gets, how soon and how large.

    pip install --target PEERS altair vl-convert-python pygal lets-plot matplotlib
    python -m benchmarks.charts --peers PEERS

Every one draws the same twelve points (benchmarks/chart_makers.py) in a process of its own: once with all that it has
to load, then again. Its SVG is asked what the pages need: links that lead where they were told to, titles that show
when one rests on a point, no style or script of its own (the desk's policy lets none through), no address of somewhere
else, the same bytes the second time. With Chromium on the PATH, the texts that
lie on one another are counted as it draws them. The results go to benchmarks/results/charts.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which
from typing import Any

from benchmarks.__main__ import machine
from benchmarks.attribution import revision
from benchmarks.chart_makers import MAKERS, POINTS
from benchmarks.texts import ROOT

RESULTS = ROOT / "benchmarks" / "results"
AGAIN = 5
_HEADS = (
    "drawn by",
    "first",
    "each after it",
    "peak MiB",
    "KiB",
    "links",
    "titles",
    "texts on one another",
    "inline styles",
    "scripts",
    "addresses elsewhere",
    "same bytes",
)
_OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll("svg text")].filter(t => t.textContent.trim())
    .map(t => t.getBoundingClientRect()).filter(b => b.width > 0);
  const air = 4;  // lines of one label touch
  let pairs = 0;
  boxes.forEach((a, i) => boxes.slice(0, i).forEach(b => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    pairs += wide > air && high > air;
  }));
  return pairs;
}"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark, print it and write it down; with --maker, be one of its processes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="the folder in which the libraries are installed")
    parser.add_argument("--maker", choices=[*MAKERS], help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.peers:
        sys.path.append(str(given.peers))
    if given.maker:
        json.dump(measured(MAKERS[given.maker]), sys.stdout)
        return 0
    command = [sys.executable, "-m", "benchmarks.charts", *(["--peers", str(given.peers)] if given.peers else [])]
    found: dict[str, dict[str, Any]] = {}
    for name in MAKERS:
        done = subprocess.run([*command, "--maker", name], capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{name}: left out ({done.stderr.strip().splitlines()[-1]})", file=sys.stderr)
            continue
        found[name] = json.loads(done.stdout.splitlines()[-1])
        found[name]["overlapping"] = overlapping(found[name].pop("svg"))
    text = page(found, os.getloadavg()[0])
    (RESULTS / "charts.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


def measured(draw: Callable[[], str]) -> dict[str, Any]:
    """Return what a chart costs and what is in it."""
    start = time.process_time()
    svg = draw()
    first = time.process_time() - start
    start = time.process_time()
    again = [draw() for _ in range(AGAIN)]
    later = (time.process_time() - start) / AGAIN
    return {
        "first": first,
        "later": later,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "bytes": len(gzip.compress(svg.encode())),
        "same": all(one == svg for one in again),
        "svg": svg,
        **contents(svg),
    }


def contents(svg: str) -> dict[str, int]:
    """Count what the pages need, and what they do not let in."""
    links = re.findall(r'href="([^"]*)"', svg)
    elsewhere = {a for a in re.findall(r"https?://[^\"' <>)]+", svg) if "w3.org" not in a}
    return {
        "links": len({link for link in links if link in {point.href for point in POINTS}}),
        "titles": len(re.findall(r"<title[^>]*>", svg)),
        "styles": len(re.findall(r"<style|\sstyle=", svg)),
        "scripts": svg.count("<script"),
        "elsewhere": len(elsewhere),
    }


def overlapping(svg: str) -> int | None:
    """Return how many pairs of texts lie on one another, None without a browser."""
    program = which("chromium") or which("google-chrome")
    if program is None:
        return None
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    style = (ROOT / "src" / "selon" / "dossier" / "dossier.css").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 960, "height": 700})
        tab.set_content(f"<style>{style}</style><div style='width:936px'>{svg}</div>")
        pairs: int = tab.evaluate(_OVERLAPPING)
        browser.close()
    return pairs


def page(found: dict[str, dict[str, Any]], load: float) -> str:
    """Return the results as a page."""
    lines = [
        "# Charts drawn on the server",
        "",
        f"{machine()}; Selon at {revision(ROOT)}.",
        f"Command: `python -m benchmarks.charts`; load average when it began to write: {load:.1f}.",
        f"{len(POINTS)} points; processor time; KiB are compressed; `links` lead where they were told to.",
        "",
        f"| {' | '.join(_HEADS)} |",
        f"|{'---|' * len(_HEADS)}",
    ]
    for name, got in found.items():
        lines.append(
            f"| {name} | {got['first']:.2f} s | {got['later'] * 1000:.0f} ms | {got['memory']:.0f} "
            f"| {got['bytes'] / 1024:.1f} | {got['links']} of {len(POINTS)} | {got['titles']} "
            f"| {'-' if got['overlapping'] is None else got['overlapping']} | {got['styles']} | {got['scripts']} "
            f"| {got['elsewhere']} | {'yes' if got['same'] else 'no'} |"
        )
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main())
