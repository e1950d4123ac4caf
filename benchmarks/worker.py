"""One reader in a process of its own: `python -m benchmarks.worker`, called by the benchmarks that compare readers.

Prints one JSON object: the seconds of loading, wall and processor seconds of every text, peak memory; or the scores.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from selon.evaluate import read_corpus, score
from selon.model import Annotations, Article

WARMING = "Le préfet a démenti la rumeur. « Rien n'est décidé », a ajouté la ministre."
"""Read once before anything is timed, so that everything is loaded."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Load the reader and do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.worker", description=__doc__)
    parser.add_argument("reader", choices=["selon", "peer"])
    parser.add_argument("--peer", type=Path, help="a checkout of the peer")
    parser.add_argument("--texts", type=Path, help="a JSON list of texts to read and time")
    parser.add_argument("--gold", type=Path, nargs=2, metavar=("GOLD", "TEXTS"), help="a corpus to score on")
    given = parser.parse_args(arguments)
    result = scored(given) if given.gold else timed(given)
    json.dump(result, sys.stdout)


def timed(given: argparse.Namespace) -> dict[str, object]:
    """Read every text once, each for the first time in this process."""
    texts = json.loads(given.texts.read_text("utf-8"))
    hold_to_one_core()
    start = time.perf_counter()
    if given.reader == "selon":
        import selon  # noqa: PLC0415 loading is timed

        read: Callable[[str], object] = selon.annotate
    else:
        from benchmarks.peer import Peer  # noqa: PLC0415

        read = Peer(given.peer).read
    read(WARMING)
    loading = time.perf_counter() - start
    seconds = []
    for text in texts:
        wall, used = time.perf_counter(), time.process_time()
        read(text)
        seconds.append((time.perf_counter() - wall, time.process_time() - used))
    peak = _peak()
    return {"loading": loading, "seconds": seconds, "peak_mib": peak}


def _peak() -> float:
    """Return the most memory that this process has held, in MiB.

    On Linux `ru_maxrss` counts what the process that started this one held; the kernel's own mark does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def scored(given: argparse.Namespace) -> dict[str, float]:
    """Return the F1 of the measures that both readers can be held to."""
    annotate: Callable[[Article], Annotations]
    if given.reader == "selon":
        from selon.ingest import annotate_article as annotate  # noqa: PLC0415
    else:
        from benchmarks.peer import Peer  # noqa: PLC0415

        annotate = Peer(given.peer).annotate
    values = score((one.wanted, one.found) for one in read_corpus(*given.gold, annotate)).values()
    return {name: values[name] for name in ("statement", "found@.5", "found@.9")}


def hold_to_one_core() -> None:
    """Keep this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


if __name__ == "__main__":
    main()
