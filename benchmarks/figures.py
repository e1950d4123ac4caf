"""Selon beside recognizers-text-suite and quantulum3 on the figures of annotated French articles: quality and speed.

    pip install --target PEERS recognizers-text-suite quantulum3 'emoji<2'
    python -m benchmarks.figures --peers PEERS

Without --peers, the peers are looked for where Python finds them, and one that is not there is left out, saying so.
The articles are those of $SELON_SHARED/gold/dev. Every reader has a process of its own, one core and one thread,
reads every text once after a warming one, and is scored on what it found then: a figure counts when its span overlaps
and both of its bounds are right. Peers know no bounds, so the F1 on values alone (either bound) is given as well.
Results are written to benchmarks/results.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.__main__ import machine
from benchmarks.attribution import ONE_THREAD, revision
from benchmarks.figure_readers import PEERS, SELON, reader
from benchmarks.texts import ROOT, SHARED
from benchmarks.worker import WARMING, hold_to_one_core

from selon.evaluate.corpora import load_gold
from selon.model import Figure

RESULTS = ROOT / "benchmarks" / "results"
GOLD, TEXTS = SHARED / "gold" / "dev", SHARED / "gold" / "dev-texts"
Values = tuple[float | None, float | None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark, print it and write it down; with --reader, be one of its processes."""
    given = _parser().parse_args(arguments)
    if given.reader:
        json.dump(measured(given.reader, given.peers), sys.stdout)
        return 0
    load = os.getloadavg()[0]
    found: dict[str, list[dict[str, Any]]] = {}
    for turn in range(given.runs):
        for name in (*SELON, *PEERS):
            print(f"run {turn + 1} of {given.runs}: {name}", file=sys.stderr)
            result = _process(name, given.peers)
            if result is not None:
                found.setdefault(name, []).append(result)
    shown = page(found, load, given.runs)
    print(shown, end="")
    given.results.mkdir(parents=True, exist_ok=True)
    (given.results / "figures.md").write_text(shown, encoding="utf-8")
    return 0


def _process(name: str, peers: Path | None) -> dict[str, Any] | None:
    """Run one reader in a process of its own; None when it is not installed, which it says itself."""
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.figures", "--reader", name]
    command += ["--peers", str(peers.resolve())] if peers else []
    environment = {**os.environ, **dict.fromkeys(ONE_THREAD, "1"), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=name in SELON)
    return json.loads(done.stdout) if done.returncode == 0 else None


def measured(name: str, peers: Path | None) -> dict[str, Any]:
    """Return the speed of a reader on all texts and the F1 of what it found."""
    gold = load_gold(GOLD)
    texts = {stem: (TEXTS / f"{stem}.txt").read_text("utf-8") for stem in gold}
    hold_to_one_core()
    read = reader(name, peers)
    read(WARMING)
    wall, used = time.perf_counter(), time.process_time()
    found = {stem: read(text) for stem, text in texts.items()}
    seconds, processor = time.perf_counter() - wall, time.process_time() - used
    wanted = {stem: document.figures for stem, document in gold.items()}
    words = sum(len(text.split()) for text in texts.values())
    return {
        "words_per_second": words / seconds,
        "words_per_cpu_second": words / processor,
        "bounds": f1(((wanted[stem], found[stem]) for stem in gold), either=False),
        "value": f1(((wanted[stem], found[stem]) for stem in gold), either=True),
        "figures": sum(len(figures) for figures in wanted.values()),
        "articles": len(texts),
        "words": words,
    }


def f1(pairs: Iterable[tuple[Sequence[Any], Sequence[Figure]]], *, either: bool) -> tuple[float, float, float]:
    """Return precision, recall and F1: spans overlap and both bounds are right, or `either` of them is."""
    right = wanted_count = found_count = 0
    for wanted, found in pairs:
        wanted_count, found_count = wanted_count + len(wanted), found_count + len(found)
        free = list(found)
        for one in wanted:
            same = next((f for f in free if f.span.overlaps(one.span) and _agree(one, f, either=either)), None)
            if same is not None:
                free.remove(same)
                right += 1
    precision, recall = right / (found_count or 1), right / (wanted_count or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def _agree(one: Any, other: Figure, *, either: bool) -> bool:
    if not either:
        return (one.low, one.high) == (other.low, other.high)
    return bool({one.low, one.high} & {other.low, other.high} - {None})


def page(found: dict[str, list[dict[str, Any]]], load: float, runs: int) -> str:
    """Return the results as a page."""
    first = found[SELON[0]][0]
    lines = [
        "# Figures: Selon beside recognizers-text-suite and quantulum3",
        "",
        f"Taken on {dt.datetime.now(dt.UTC).date().isoformat()} on {machine()}; load average before: {load:.2f}.",
        f"Command: `python -m benchmarks.figures --peers PEERS --runs {runs}`; Selon at {revision(ROOT)}.",
        f"gold/dev: {first['articles']} articles, {first['words']:,} words, {first['figures']} figures. One core, one",
        "thread; words a second of the clock and of the processor are medians of the runs.",
        "",
        "| | P | R | F1 | F1, values alone | words/s | words per processor second |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, results in found.items():
        one = results[0]
        precision, recall, both = one["bounds"]
        speeds = [f"{median(r[kind] for r in results):,.0f}" for kind in ("words_per_second", "words_per_cpu_second")]
        quality = f"{precision:.1%} | {recall:.1%} | {both:.1%} | {one['value'][2]:.1%}"
        lines.append(f"| {name} | {quality} | {speeds[0]} | {speeds[1]} |")
    missing = [name for name in PEERS if name not in found]
    return "\n".join([*lines, *(f"\nNot measured, not installed: {', '.join(missing)}." for _ in missing[:1])]) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.figures",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="where the peers are installed")
    parser.add_argument("--runs", type=int, default=3, help="runs of each reader (default: 3)")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder for the results")
    parser.add_argument("--reader", choices=[*SELON, *PEERS], help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
