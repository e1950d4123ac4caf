"""The results of `benchmarks.copies` as a page: what was found of every damage, what an article cost."""

from __future__ import annotations

import datetime as dt
import os
import statistics
from collections.abc import Sequence
from typing import Any

from benchmarks.__main__ import machine
from benchmarks.attribution import revision
from benchmarks.planted import DAMAGES
from benchmarks.texts import ROOT

PERMUTATIONS, THRESHOLD = 128, 0.5
AT_LEAST = 5000
"""Articles that are read at least: a small size is read again and again, since what else runs shows in short runs."""
EVERY = 15.0

Results = dict[str, dict[str, dict[str, Any]]]
"""What was measured, by reader and size."""


def page(found: Results, readers: Sequence[str], sizes: Sequence[int], each: int, most: int = 10**9) -> str:
    """Return the results of `readers` as a page. `most` is the largest size that the peers read."""
    given = f"--sizes {' '.join(map(str, sizes))} --each {each}"
    given += f" --peers-up-to {most}" if most < max(sizes) else ""
    lines = [
        "# Copies planted among recombined articles",
        "",
        f"Taken on {dt.datetime.now(dt.UTC).date().isoformat()} on {machine()}; Selon at {revision(ROOT)}.",
        f"Command: `python -m benchmarks.copies --peers PEERS {given}`;",
        f"load average when it ended: {os.getloadavg()[0]:.1f}, so that time is the processor's, and articles a second",
        f"are of it; sizes below {AT_LEAST:,} were read several times, the median is shown. The ratio is to the",
        f"smallest size, for which a larger one stops every {EVERY:.0f} s of the clock: both meet one load. Memory",
        "is what the process grew by at most, above the articles. The peers: MinHash of word",
        f"5-grams, {PERMUTATIONS} permutations, threshold {THRESHOLD}; they know no kinds, and no direction.",
        "`words`: of an article, on average; `undated`: directed, where one of the two has no day.",
        "",
        "| | articles | words | ms an article | ratio | articles/s | MB | found | precision | wrong way | undated |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, by_size in found.items():
        first = next(iter(by_size))
        base = by_size[first]["processor"] / int(first)
        for size, one in by_size.items():
            cost = one["processor"] / int(size)
            ratio = cost / statistics.mean([t / int(first) for t in one.get("beside", ())] or [base])
            lines.append(
                f"| {name} | {int(size):,} | {one['words'] / int(size):.0f} | {1000 * cost:.2f} | {ratio:.2f} | "
                f"{1 / cost:,.0f} | {one['megabytes']:,.0f} | {_recall(one):.3f} | {_precision(one):.3f} | "
                f"{one['turned']} | {one['undated']} |"
            )
    for size, one in found.get("selon", {}).items():
        lines += ["", f"## {int(size):,} articles", "", *_kinds(one), "", *_damages(found, size)]
    missing = [name for name in readers if name not in found]
    return "\n".join([*lines, *(f"\nNot measured: {name}." for name in missing)]) + "\n"


def _recall(one: dict[str, Any]) -> float:
    """Return the share of the planted copies that are found, under whatever name."""
    wanted = [told for name, told in one["damages"].items() if DAMAGES[name][0]]
    return 1 - sum(told.get("none", 0) for told in wanted) / max(sum(sum(told.values()) for told in wanted), 1)


def _precision(one: dict[str, Any]) -> float:
    return one["any_right"] / max(sum(one["found"].values()), 1)


def _kinds(one: dict[str, Any]) -> list[str]:
    lines = ["| kind | recall | precision |", "|---|---|---|"]
    for kind in dict.fromkeys(kind for kind, _ in DAMAGES.values() if kind):
        wanted = sum(sum(one["damages"][name].values()) for name, (k, _) in DAMAGES.items() if k == kind)
        right, found = one["right"].get(kind, 0), one["found"].get(kind, 0)
        lines.append(f"| {kind} | {right / max(wanted, 1):.3f} | {right / max(found, 1):.3f} |")
    return lines


def _damages(found: Results, size: str) -> list[str]:
    peers = [name for name in found if name != "selon" and size in found[name]]
    lines = ["| " + " | ".join(["planted", "kind", "Selon calls it", *(f"{name} finds" for name in peers)]) + " |"]
    lines.append("|---" * (3 + len(peers)) + "|")
    for name, (kind, _) in DAMAGES.items():
        told = found["selon"][size]["damages"][name]
        called = ", ".join(f"{k} {n}" for k, n in sorted(told.items(), key=lambda i: (-i[1], i[0])))
        theirs = [str(found[peer][size]["damages"][name].get("copy", 0)) for peer in peers]
        lines.append("| " + " | ".join([name, kind or "none", called, *theirs]) + " |")
    return lines
