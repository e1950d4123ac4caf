"""Copies among articles recombined from the corpora: what Selon finds of those planted, how fast, beside two peers.

    pip install --target PEERS datasketch text-dedup
    python -m benchmarks.copies --peers PEERS --sizes 1000 10000 100000

Without --peers they are looked for where Python finds them; one that is not there is left out, saying so. The articles
are made of those of $SELON_SHARED/corpora; of a thousand articles, --each times the number of damages are copies,
whatever the size. Every reader reads every size in a process of its own, forked from the one that made the articles.
benchmarks/results/copies.md and copies.json are written anew after each, so that a run that is stopped leaves what it
measured; --show writes the page from copies.json alone.
"""

from __future__ import annotations

import argparse
import gc
import json
import multiprocessing
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.attribution import ONE_THREAD
from benchmarks.copies_page import AT_LEAST, EVERY, PERMUTATIONS, THRESHOLD, Results, page
from benchmarks.planted import DAMAGES, Plant, planted
from benchmarks.texts import ROOT, articles

from selon.link.copies import copies
from selon.link.coverage import in_order
from selon.link.shingles import shingled
from selon.model import Article

RESULTS = ROOT / "benchmarks" / "results"

Planted = tuple[Sequence[Article], Sequence[Plant]]
Link = tuple[str, str, str, bool]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark, print it and write it down."""
    given = _parser().parse_args(arguments)
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    sys.path.extend([str(given.peers)] if given.peers else [])
    found: Results = {}
    if given.show:
        found = json.loads((given.results / "copies.json").read_text("utf-8"))
    sizes = () if given.show else given.sizes
    small = _made(min(sizes), given.each) if sizes else ((), ())
    for size in sizes:
        coverage, plants = _made(size, given.each)
        for name in READERS:
            if name != "selon" and size > given.peers_up_to:
                continue
            print(f"{name}, {size} articles", file=sys.stderr)
            result = _middle(name, coverage, plants, small)
            if result is not None:
                found.setdefault(name, {})[str(size)] = result
                _write(found, given)
    print(_write(found, given), end="")
    return 0


def _made(size: int, each: int) -> Planted:
    return planted(articles(), size, max(1, each * size // 1000))


def _write(found: Results, given: argparse.Namespace) -> str:
    given.results.mkdir(parents=True, exist_ok=True)
    shown = page(found, list(READERS), given.sizes, given.each, given.peers_up_to)
    (given.results / "copies.md").write_text(shown, encoding="utf-8")
    (given.results / "copies.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return shown


def _middle(name: str, coverage: Sequence[Article], plants: Sequence[Plant], small: Planted) -> dict[str, Any] | None:
    """Return what `measured` does; of a small size the run of the median time, of as many as read AT_LEAST articles.

    A large size stops every EVERY seconds of the clock, and `small` is read: `beside` says in what time, each time.
    """
    if len(coverage) < AT_LEAST:
        ran = [run for _ in range(AT_LEAST // len(coverage)) if (run := _forked(name, coverage, plants)) is not None]
        return sorted(ran, key=lambda run: run["processor"])[len(ran) // 2] if ran else None
    beside: list[float] = []

    def meanwhile() -> None:
        found = _forked(name, *small)
        beside.extend([found["processor"]] if found else [])

    result = _forked(name, coverage, plants, meanwhile)
    return {**result, "beside": beside} if result else None


def _forked(
    name: str, coverage: Sequence[Article], plants: Sequence[Plant], meanwhile: Callable[[], None] | None = None
) -> dict[str, Any] | None:
    """Return what `measured` does in a process of its own; None when it fails there, which it says."""
    gc.freeze()
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    worker = context.Process(target=lambda: there.send(measured(name, coverage, plants)))
    worker.start()
    there.close()
    while meanwhile is not None and worker.is_alive() and not here.poll(EVERY):
        os.kill(worker.pid or 0, signal.SIGSTOP)
        meanwhile()
        os.kill(worker.pid or 0, signal.SIGCONT)
    try:
        result: dict[str, Any] | None = here.recv()
    except EOFError:
        result = None
    worker.join()
    return result


def measured(name: str, coverage: Sequence[Article], plants: Sequence[Plant]) -> dict[str, Any]:
    """Return the seconds, the memory and the counts of one reader on one size."""
    reader = READERS[name]
    before = peak_from_here()
    wall, used = time.perf_counter(), time.process_time()
    links = reader(coverage)
    seconds, processor = time.perf_counter() - wall, time.process_time() - used
    grown = _status("VmHWM") - before
    words = sum(len(article.text.split()) for article in coverage)
    used_up = {"seconds": seconds, "processor": processor, "megabytes": grown, "words": words}
    return {**used_up, **counts(coverage, plants, links)}


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


def text_dedup(coverage: Sequence[Article]) -> list[Link]:
    """Return the edges that text-dedup's MinHash draws with its own defaults, but for word 5-grams and THRESHOLD.

    Its command line reads and writes data sets; the signatures and the tables are taken from it, the files are not.
    """
    import numpy as np  # noqa: PLC0415
    from text_dedup import minhash as peer  # noqa: PLC0415

    bands, rows = peer.optimal_param(THRESHOLD, PERMUTATIONS)
    prime = np.uint64((1 << 61) - 1)
    chance = np.random.RandomState(peer.SEED)
    permutations = tuple(chance.randint(low, prime, size=(PERMUTATIONS,), dtype=np.uint64) for low in (1, 0))
    ranges = [(band * rows, (band + 1) * rows) for band in range(bands)]
    tables: list[dict[bytes, list[int]]] = [{} for _ in ranges]
    for number, article in enumerate(coverage):
        made = peer.embed_func(
            article.text,
            number,
            num_perm=PERMUTATIONS,
            ngram_size=5,
            min_length=5,
            hashranges=ranges,
            permutations=permutations,
            hash_func=peer.sha1_hash,
            dtype=np.uint64,
            max_hash=np.uint32((1 << 32) - 1),
            modulo_prime=prime,
        )
        for table, key in zip(tables, made[peer.SIGNATURE_COLUMN], strict=True):
            table.setdefault(key, []).append(number)
    edges = {(held[0], other) for table in tables for held in table.values() for other in held[1:]}
    return [(coverage[other].id, coverage[first].id, "copy", False) for first, other in sorted(edges)]


READERS: dict[str, Callable[[Sequence[Article]], list[Link]]] = {
    "selon": selon,
    "datasketch": datasketch,
    "text-dedup": text_dedup,
}


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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.copies", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 4000], help="how many articles (1000 4000)")
    parser.add_argument("--each", type=int, default=20, help="copies of every damage in 1000 articles (20)")
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="where the peers are installed")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder for the results")
    parser.add_argument("--peers-up-to", type=int, default=10**9, metavar="SIZE", help="the most that they read")
    parser.add_argument("--show", action="store_true", help="measure nothing, write the page from copies.json")
    return parser


if __name__ == "__main__":
    sys.exit(main())
