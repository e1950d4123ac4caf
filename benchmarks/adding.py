"""One article more in a ledger of any size: what placing it costs, with reading left out.

    python -m benchmarks.adding --sizes 1000 10000

Ledgers are filled with the articles of $SELON_SHARED/corpora, told again in as many worlds as the size takes: each
world has names of its own and begins ten days after the one before, so that a ledger of a size has stories of the
real sizes side by side. Then articles of all worlds come one at a time. Seconds are of this process. The ledger is
held against the stories that all articles make at once.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.__main__ import machine
from benchmarks.texts import SEED, articles

from selon.evaluate.stream import dated
from selon.ingest import regroup
from selon.lexicon import load
from selon.link import group
from selon.model import Annotations, Article, Dating, Story, article_id
from selon.store import Ledger

BEGINS = dt.date(2024, 1, 1)
LASTS, APART = 30, 10
"""Days of a world, and between the first days of two."""

ONE_BY_ONE = 40
_NAME = re.compile(r"(?<=[\w,;] )[A-ZÉ][^\W\d_]+")


def told(texts: Sequence[str], size: int) -> Iterator[tuple[Article, Annotations]]:
    """Yield so many articles, every fourth undated, with annotations that hold their expressions of time."""
    lexicon = load("fr")
    for number in range(size):
        world, at = divmod(number, len(texts))
        mark = "".join("bdfglmnprt"[int(digit)] + "o" for digit in str(world)) if world else ""
        text = _NAME.sub(lambda found, mark=mark: found.group() + mark, texts[at])  # type: ignore[misc]
        chance = random.Random(SEED * 1_000_003 + number)
        day = BEGINS + dt.timedelta(days=APART * world + chance.randrange(LASTS))
        id_ = article_id(f"n{number}", text)
        dating = Dating(day, day, "metadata") if number % 4 else None
        article = Article(id=id_, text=text, path=f"n{number}", published=dating)
        yield article, dated(article, lexicon)


def measured(pairs: Sequence[tuple[Article, Annotations]], folder: Path) -> str:
    """Return a line of the results: of filling a ledger with `pairs`, and of the last ones, added one by one."""
    order = random.Random(SEED).sample(pairs, len(pairs))
    first, later = order[:-ONE_BY_ONE], order[-ONE_BY_ONE:]
    with Ledger.open(folder / f"{len(pairs)}.db") as ledger:
        start = time.process_time()
        ledger.add(first)
        regroup(ledger)
        filling = time.process_time() - start
        seconds = []
        for pair in later:
            start = time.process_time()
            ledger.add([pair])
            regroup(ledger)
            seconds.append(time.process_time() - start)
        stories = ledger.stories()
    size = (folder / f"{len(pairs)}.db").stat().st_size / 1e6
    largest = max(len(story.articles) for story in stories)
    return (
        f"| {len(pairs):,} | {1000 * filling / len(first):.0f} | {1000 * statistics.median(seconds):.0f} | "
        f"{1000 * statistics.mean(seconds):.0f} | {1000 * max(seconds):.0f} | {largest} | {size:.0f} | "
        f"{_same(stories, pairs)} |"
    )


def _same(stories: Sequence[Story], pairs: Sequence[tuple[Article, Annotations]]) -> str:
    at_once = group([article for article, _ in pairs], {a.id: found for a, found in pairs}, load("fr"))
    return "yes" if sorted(at_once, key=lambda s: s.id) == sorted(stories, key=lambda s: s.id) else "no"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.adding", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000], help="how many articles (default: 1000)")
    given = parser.parse_args()
    texts = articles()
    print(machine())
    print("| articles | ms an article, filling | ms for one more (median) | mean | most | largest story | MB | same |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            print(measured(list(told(texts, size)), Path(folder)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
