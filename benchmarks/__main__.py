"""`make bench`: how fast Selon reads on this machine, and how well.

Speed is taken on the sample story, in one process with one core at work. Loading the language model happens once
and is counted apart. New texts are read at the speed of the first pass; later passes over the same texts find
every word's dictionary form remembered, and are given (the best of three) for comparing one version with another.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from selon.errors import InputError
from selon.evaluate.__main__ import main as evaluate
from selon.ingest import annotate_article, dossier_of_files
from selon.read import read

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "bac"
RUNS = 3


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the seconds of the fastest of `runs` runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def machine() -> str:
    """Return what the figures were taken on."""
    model = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else ():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    python = platform.python_version()
    return f"{model}, {os.cpu_count()} cores; Python {python}, spaCy {version('spacy')}, Selon {version('selon')}"


def speed() -> None:
    """Print words a second of reading, and the seconds of the whole dossier."""
    articles = [item for item in read([SAMPLE]) if not isinstance(item, InputError)]
    words = sum(len(article.text.split()) for article in articles)
    first = seconds(lambda: annotate_article(articles[0]), runs=1)
    once = seconds(lambda: [annotate_article(article) for article in articles], runs=1)
    again = seconds(lambda: [annotate_article(article) for article in articles])
    whole = seconds(lambda: dossier_of_files([SAMPLE]))
    print(f"first article, with the language model: {first:.1f} s")
    print(
        f"clean and annotate, {len(articles)} articles of {words} words: {words / once:.0f} words/s on the first pass"
    )
    print(f"the same texts again: {words / again:.0f} words/s")
    print(f"dossier of the sample, from files: {whole:.1f} s, of which linking and building {whole - again:.1f} s")


if __name__ == "__main__":
    print(machine())
    speed()
    sys.exit(evaluate([]))
