"""A big story looked at: how long until its dossier and its page are there, the first time and the next.

    SELON_SHARED=FOLDER python -m benchmarks.viewing --ledger build/viewing.db

The story is recombined from the articles on one story in $SELON_SHARED/corpora: each article has runs of sentences of
several of them, so that what is said, by whom and how often has the mix of the press; of four articles three have a
day. They are read and annotated once, which takes most of the time; --ledger keeps them, and the next run finds them
there. Then the dossier is made from nothing, taken from the ledger as another program finds it, and shown; and an
article more is added. The results go to benchmarks/results/viewing.md.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import gzip
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.__main__ import machine
from benchmarks.attribution import revision
from benchmarks.texts import ROOT, SEED, SHARED

from selon.dossier import build, to_html, to_pages
from selon.ingest import add_read, dossier_of_story, dossier_of_whole, whole_story
from selon.lexicon import load
from selon.link import link_story
from selon.link.claims import grouped
from selon.link.coverage import coverage
from selon.model import Article, Dating, article_id
from selon.store import Ledger
from selon.text.sentences import sentence_starts

T = TypeVar("T")
RESULTS = ROOT / "benchmarks" / "results"
STORY = "viewed"
RUNS, LENGTH = 4, 7
"""Runs of an article, and sentences of a run."""

FIRST, DAYS = dt.date(2024, 1, 1), 120
OUTLETS = tuple(f"Journal {number}" for number in range(12))


class Cost(NamedTuple):
    """What was done, and how many seconds it took of the clock and of the processor."""

    what: str
    clock: float
    processor: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark, print it and write it down."""
    given = _parser().parse_args(arguments)
    texts = story_texts()
    with tempfile.TemporaryDirectory() as folder:
        place = given.ledger or Path(folder) / "ledger.db"
        with Ledger.open(place) as ledger:
            fill(ledger, texts, given.size)
            shown = page(ledger, texts, given.size)
    print(shown, end="")
    given.results.mkdir(parents=True, exist_ok=True)
    (given.results / "viewing.md").write_text(shown, encoding="utf-8")
    return 0


def story_texts(folder: Path = SHARED / "corpora") -> list[list[str]]:
    """Return the sentences of each article of the corpora that is on their story."""
    records = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    texts = [record["text"] for record in records if record["set"] == "story" and record["text"].strip()]
    if not texts:
        msg = f"{folder}: no articles of a story. Expected .jsonl files; SELON_SHARED names the folder"
        raise SystemExit(msg)
    return [_sentences(text) for text in texts]


def _sentences(text: str) -> list[str]:
    starts = [*sentence_starts(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(starts) if text[a:b].strip()]


def made(texts: Sequence[Sequence[str]], number: int) -> Article:
    """Return the article of a number, not read yet."""
    chance = random.Random(f"{SEED} viewing {number}")
    parts = []
    for source in chance.sample(texts, RUNS):
        start = chance.randrange(max(1, len(source) - LENGTH + 1))
        parts.append(" ".join(source[start : start + LENGTH]))
    text, path = "\n\n".join(parts), f"{number:05}.txt"
    day = FIRST + dt.timedelta(chance.randrange(DAYS))
    return Article(
        id=article_id(path, text),
        text=text,
        path=path,
        outlet=chance.choice(OUTLETS),
        published=Dating(day, day, "metadata") if chance.randrange(4) else None,
    )


def fill(ledger: Ledger, texts: Sequence[Sequence[str]], size: int) -> None:
    """Bring the ledger to the articles of the numbers below `size`, and to no others."""
    wanted = {article.id: article for article in (made(texts, number) for number in range(size))}
    ledger.remove(set(ledger.ids()) - wanted.keys())

    def told(stage: str, done: int, _: int | None) -> None:
        if not done % 100:
            print(f"\r{stage}: article {done} ", end="", file=sys.stderr, flush=True)

    add_read(iter(wanted.values()), ledger, told, story=STORY)
    print(file=sys.stderr)


def page(ledger: Ledger, texts: Sequence[Sequence[str]], size: int) -> str:
    """Return the results as a page."""
    whole = dataclasses.replace(whole_story(ledger, STORY), kept=None)
    told, lexicon = whole.told(), load("fr")
    covered = coverage(told.articles, told.annotations, lexicon)
    costs: list[Cost] = []
    links = _timed(costs, "linking", lambda: link_story(whole.story, told.articles, told.annotations, lexicon))
    _timed(costs, "building", lambda: build(whole.story, told.articles, told.annotations, links))
    dossier_of_whole(ledger, whole)
    kept = whole_story(ledger, STORY).kept or b""
    found = _timed(costs, "**dossier, kept**", lambda: dossier_of_story(ledger, STORY))
    first = _timed(costs, "**first page after that**", lambda: next(to_pages(found))[1])
    _timed(costs, "first page, again", lambda: next(to_pages(found)))
    files = _timed(costs, "all pages", lambda: dict(to_pages(found)))
    known = grouped(covered)
    more = made(texts, size)
    _timed(costs, "one article more: read and placed", lambda: add_read(iter([more]), ledger, story=STORY))
    grown = whole_story(ledger, STORY)
    after = grown.told()
    larger = coverage(after.articles, after.annotations, lexicon)
    _timed(costs, "one article more: its claims", lambda: grouped(larger, known))
    _timed(costs, "one article more: its dossier", lambda: dossier_of_whole(ledger, grown))
    ledger.remove([more.id])
    sizes = {
        "first page": len(gzip.compress((first + files["dossier.css"]).encode())),
        "largest other page": max(len(gzip.compress(text.encode())) for name, text in files.items()),
        "all on one page": len(gzip.compress(to_html(found).encode())),
        "dossier, as it is kept": len(kept),
    }
    return "\n".join(_lines(costs, sizes, size, len(covered.statements), len(found.claims))) + "\n"


def _timed(costs: list[Cost], what: str, work: Callable[[], T]) -> T:
    start, used = time.perf_counter(), time.process_time()
    result = work()
    costs.append(Cost(what, time.perf_counter() - start, time.process_time() - used))
    return result


def _lines(costs: Sequence[Cost], sizes: dict[str, int], size: int, statements: int, claims: int) -> Iterator[str]:
    yield "# A big story looked at"
    yield ""
    busy = f"load average when it ended: {os.getloadavg()[0]:.1f}"
    yield f"Taken on {dt.datetime.now(dt.UTC).date().isoformat()} on {machine()}; Selon at {revision(ROOT)}."
    yield f"Command: `python -m benchmarks.viewing --size {size}`; {busy}."
    yield f"A story of {size:,} articles with {statements:,} statements and {claims:,} claims. Seconds of one core."
    yield ""
    yield "| step | clock | processor |"
    yield "|---|---|---|"
    yield from (f"| {cost.what} | {cost.clock:.2f} | {cost.processor:.2f} |" for cost in costs)
    yield ""
    yield "| size, compressed | KiB |"
    yield "|---|---|"
    yield from (f"| {what} | {count / 1024:,.0f} |" for what, count in sizes.items())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.viewing", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=1_000, help="how many articles (default: 1000)")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="keep the ledger here, or take the one that is")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder for the results")
    return parser


if __name__ == "__main__":
    sys.exit(main())
