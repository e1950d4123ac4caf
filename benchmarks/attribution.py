"""Selon beside the Gender Gap Tracker's French quotation extractor, on one core: speed, memory, quality.

    python -m benchmarks.attribution --peer CHECKOUT

CHECKOUT is a clone of github.com/sfu-discourse-lab/GenderGapTracker; without --peer, Selon is measured alone. The
articles are those of $SELON_SHARED/corpora: Selon reads all of them, the peer a sample that is the same every time.
Every run has a process of its own, so that no text has been read before; the two readers take turns; loading the
model is timed apart. The median of the runs is given. Results are written to benchmarks/results.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.__main__ import machine
from benchmarks.attribution_page import page
from benchmarks.texts import ROOT, SHARED, articles, sampled, words

RESULTS = ROOT / "benchmarks" / "results"
GOLDS = {
    "gold/dev": (SHARED / "gold/dev", SHARED / "gold/dev-texts"),
    "gold/seeds": (SHARED / "gold/seeds", SHARED / "seeds"),
}
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark, print it and write it down."""
    given = _parser().parse_args(arguments)
    result = measured(given.peer, given.runs, given.sample)
    shown = page(result)
    print(shown, end="")
    given.results.mkdir(parents=True, exist_ok=True)
    (given.results / "attribution.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    (given.results / "attribution.md").write_text(shown, encoding="utf-8")
    return 0


def measured(peer: Path | None, turns: int, size: int) -> dict[str, Any]:
    """Return all that is measured, and on what."""
    texts = articles()
    chosen = sampled(texts, size)
    readers = ["selon", "peer"] if peer else ["selon"]
    load = os.getloadavg()[0]
    runs = timings({"selon": texts, "peer": [texts[number] for number in chosen]}, readers, peer, turns)
    return {
        "taken": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": machine(),
        "load_before": round(load, 2),
        "command": f"python -m benchmarks.attribution --peer CHECKOUT --runs {turns} --sample {size}",
        "selon": revision(ROOT),
        "peer": f"sfu-discourse-lab/GenderGapTracker@{revision(peer)}" if peer else None,
        "articles": len(texts),
        "words": words(texts),
        "sample": {"articles": len(chosen), "words": words([texts[number] for number in chosen])},
        "readers": {reader: summary(reader, runs[reader], texts, chosen) for reader in readers},
        "quality": {reader: quality(reader, peer) for reader in readers},
    }


def timings(
    texts: dict[str, list[str]], readers: Sequence[str], peer: Path | None, turns: int
) -> dict[str, list[dict[str, Any]]]:
    """Return what each reader took for its texts in each of its turns."""
    runs: dict[str, list[dict[str, Any]]] = {reader: [] for reader in readers}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(turns):
            for reader in readers:
                path = Path(folder) / f"{reader}.json"
                path.write_text(json.dumps(texts[reader]), encoding="utf-8")
                print(f"run {turn + 1} of {turns}: {reader}", file=sys.stderr)
                runs[reader].append(worker(reader, peer, "--texts", str(path)))
    return runs


def worker(reader: str, peer: Path | None, *arguments: str) -> dict[str, Any]:
    """Run one reader in a process of its own, with one thread, and return what it says."""
    command = [sys.executable, "-m", "benchmarks.worker", reader, *arguments]
    if peer:
        command += ["--peer", str(peer.resolve())]
    environment = {**os.environ, **dict.fromkeys(ONE_THREAD, "1"), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def summary(reader: str, runs: Sequence[dict[str, Any]], texts: Sequence[str], chosen: Sequence[int]) -> dict[str, Any]:
    """Return words a second (of the clock and of the processor), loading and memory: of each run, and the medians."""
    read = chosen if reader == "peer" else range(len(texts))
    counts = dict(zip(read, (len(texts[number].split()) for number in read), strict=True))
    each = {"all": read, "sample": chosen} if reader == "selon" else {"sample": chosen}
    speeds: dict[str, Any] = {}
    for name, indices in each.items():
        for kind, column in (("words_per_second", 0), ("words_per_cpu_second", 1)):
            totals = []
            for run in runs:
                seconds = dict(zip(read, (pair[column] for pair in run["seconds"]), strict=True))
                totals.append(sum(counts[i] for i in indices) / sum(seconds[i] for i in indices))
            speeds.setdefault(name, {})[kind] = {"median": round(median(totals)), "runs": [round(t) for t in totals]}
    return {
        **speeds,
        "loading_seconds": round(median(run["loading"] for run in runs), 1),
        "peak_mib": round(max(run["peak_mib"] for run in runs)),
    }


def quality(reader: str, peer: Path | None) -> dict[str, dict[str, float]]:
    """Return the F1 of a reader on each annotated corpus."""
    return {
        name: worker(reader, peer, "--gold", str(gold), str(texts))
        for name, (gold, texts) in GOLDS.items()
        if gold.is_dir()
    }


def revision(checkout: Path) -> str | None:
    """Return the commit of a checkout, with a plus when files differ from it; None for what is no checkout."""
    told = ["git", "-C", str(checkout), "describe", "--always", "--abbrev=12", "--exclude=*", "--dirty=+"]
    done = subprocess.run(told, capture_output=True, text=True, check=False)
    return done.stdout.strip() or None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.attribution",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--peer", type=Path, metavar="CHECKOUT", help="a clone of sfu-discourse-lab/GenderGapTracker")
    parser.add_argument("--runs", type=int, default=3, help="runs of each reader (default: 3)")
    parser.add_argument("--sample", type=int, default=150, help="articles that the peer reads (default: 150)")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder for the results")
    return parser


if __name__ == "__main__":
    sys.exit(main())
