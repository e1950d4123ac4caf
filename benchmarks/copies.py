"""Copies among articles recombined from the corpora: what Selon finds of those planted, how fast, beside datasketch.

    pip install --target PEERS datasketch
    python -m benchmarks.copies --peers PEERS --sizes 1000 10000 100000

Without --peers the peer is looked for where Python finds it, and left out, saying so, when it is not there. The
articles are made of those of $SELON_SHARED/corpora. Every reader reads every size in a process of its own. Results are
written to benchmarks/results/copies.md. Without --sizes it takes a minute or two.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.__main__ import machine
from benchmarks.attribution import ONE_THREAD, revision
from benchmarks.planted import DAMAGES, Plant, planted
from benchmarks.texts import ROOT, articles

from selon.link.copies import copies
from selon.link.coverage import in_order
from selon.link.shingles import shingled
from selon.model import Article

RESULTS = ROOT / "benchmarks" / "results"
READERS = ("selon", "datasketch")
PERMUTATIONS, THRESHOLD = 128, 0.5
Link = tuple[str, str, str, bool]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark, print it and write it down; with --reader, be one of its processes."""
    given = _parser().parse_args(arguments)
    if given.reader:
        if given.peers:
            sys.path.insert(0, str(given.peers))
        json.dump(measured(given.reader, given.sizes[0], given.each), sys.stdout)
        return 0
    found = {
        (name, size): result
        for size in given.sizes
        for name in READERS
        if (result := _process(name, size, given.each, given.peers)) is not None
    }
    shown = page(found, given.sizes, given.each)
    print(shown, end="")
    given.results.mkdir(parents=True, exist_ok=True)
    (given.results / "copies.md").write_text(shown, encoding="utf-8")
    return 0


def _process(name: str, size: int, each: int, peers: Path | None) -> dict[str, Any] | None:
    print(f"{name}, {size} articles", file=sys.stderr)
    command = [sys.executable, "-m", "benchmarks.copies", "--reader", name, "--sizes", str(size), "--each", str(each)]
    command += ["--peers", str(peers.resolve())] if peers else []
    environment = {**os.environ, **dict.fromkeys(ONE_THREAD, "1"), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=name == "selon")
    return json.loads(done.stdout) if done.returncode == 0 else None


def measured(name: str, size: int, each: int) -> dict[str, Any]:
    """Return the seconds, the memory and the counts of one reader on one size."""
    coverage, plants = planted(articles(), size, each)
    before = peak_from_here()
    wall, used = time.perf_counter(), time.process_time()
    links = selon(coverage) if name == "selon" else datasketch(coverage)
    seconds, processor = time.perf_counter() - wall, time.process_time() - used
    grown = _status("VmHWM") - before
    return {"seconds": seconds, "processor": processor, "megabytes": grown, **counts(coverage, plants, links)}


def peak_from_here() -> float:
    """Forget the process's highest memory (Linux), and return what it has now, in MB."""
    Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


def selon(coverage: Sequence[Article]) -> list[Link]:
    return [(c.article, c.of, c.kind, c.directed) for c in copies(in_order(coverage))]


def datasketch(coverage: Sequence[Article]) -> list[Link]:
    """Return the pairs whose estimated Jaccard index of word 5-grams reaches THRESHOLD; they have no kind."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    found: list[Link] = []
    for article in coverage:
        item = shingled(article)
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([str(h).encode() for h in set(item.hashes)])
        found.extend((article.id, other, "copy", False) for other in index.query(sketch))
        index.insert(article.id, sketch)
    return found


def counts(coverage: Sequence[Article], plants: Sequence[Plant], links: Sequence[Link]) -> dict[str, Any]:
    """Return what was found of each damage, and of each kind what was wanted, found and right."""
    by_pair = {frozenset((one, other)): (kind, one, directed) for one, other, kind, directed in links}
    pairs = {frozenset((coverage[p.copy].id, coverage[p.of].id)): p for p in plants}
    damages = {name: Counter[str]() for name in DAMAGES}
    turned = undated = 0
    for pair, plant in pairs.items():
        kind, one, directed = by_pair.get(pair, ("none", "", False))
        damages[plant.damage][kind] += 1
        copy, of = coverage[plant.copy], coverage[plant.of]
        dated = copy.published is not None and of.published is not None
        turned += directed and dated and one != copy.id
        undated += directed and not dated
    found = Counter(kind for kind, _, _ in by_pair.values())
    right = Counter(kind for pair, (kind, _, _) in by_pair.items() if pair in pairs and pairs[pair].kind == kind)
    any_right = sum(pair in pairs and pairs[pair].kind is not None for pair in by_pair)
    return {
        "damages": damages,
        "found": found,
        "right": right,
        "any_right": any_right,
        "turned": turned,
        "undated": undated,
    }


def page(found: dict[tuple[str, int], dict[str, Any]], sizes: Sequence[int], each: int) -> str:
    """Return the results as a page."""
    lines = [
        "# Copies planted among recombined articles",
        "",
        f"Taken on {dt.datetime.now(dt.UTC).date().isoformat()} on {machine()}; Selon at {revision(ROOT)}.",
        f"Command: `python -m benchmarks.copies --sizes {' '.join(map(str, sizes))} --each {each}`;",
        f"load average when it ended: {os.getloadavg()[0]:.1f}. Memory is what the process grew by at most, above the",
        f"articles. The peer: MinHash of word 5-grams, {PERMUTATIONS} permutations, threshold {THRESHOLD}.",
        "",
        "| | articles | ms an article (processor) | articles/s | MB | precision, any | wrong way | undated directed |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for (name, size), one in found.items():
        total = sum(one["found"].values())
        lines.append(
            f"| {name} | {size:,} | {1000 * one['processor'] / size:.2f} | {size / one['seconds']:,.0f} | "
            f"{one['megabytes']:,.0f} | {one['any_right'] / max(total, 1):.3f} | {one['turned']} | {one['undated']} |"
        )
    for size in sizes:
        if ("selon", size) in found:
            lines += ["", f"## {size:,} articles", "", *_kinds(found["selon", size]), "", *_damages(found, size)]
    missing = [name for name in READERS if not any(reader == name for reader, _ in found)]
    return "\n".join([*lines, *(f"\nNot measured, not installed: {name}." for name in missing)]) + "\n"


def _kinds(one: dict[str, Any]) -> list[str]:
    lines = ["| kind | recall | precision |", "|---|---|---|"]
    for kind in dict.fromkeys(kind for kind, _ in DAMAGES.values() if kind):
        wanted = sum(sum(one["damages"][name].values()) for name, (k, _) in DAMAGES.items() if k == kind)
        right, found = one["right"].get(kind, 0), one["found"].get(kind, 0)
        lines.append(f"| {kind} | {right / max(wanted, 1):.3f} | {right / max(found, 1):.3f} |")
    return lines


def _damages(found: dict[tuple[str, int], dict[str, Any]], size: int) -> list[str]:
    lines = ["| planted | kind | Selon calls it | datasketch finds |", "|---|---|---|---|"]
    for name, (kind, _) in DAMAGES.items():
        told = found["selon", size]["damages"][name]
        called = ", ".join(f"{k} {n}" for k, n in sorted(told.items(), key=lambda i: (-i[1], i[0])))
        peer = found.get(("datasketch", size))
        lines.append(
            f"| {name} | {kind or 'none'} | {called} | {peer['damages'][name].get('copy', 0) if peer else ''} |"
        )
    return lines


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.copies", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 4000], help="how many articles (1000 4000)")
    parser.add_argument("--each", type=int, default=20, help="copies of every damage (default: 20)")
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="where the peer is installed")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder for the results")
    parser.add_argument("--reader", choices=READERS, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
