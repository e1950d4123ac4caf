"""The texts to read: the articles of the shared corpora, and a sample of them that is the same every time."""

from __future__ import annotations

import csv
import json
import os
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SELON_SHARED") or ROOT.parent / "shared")
SEED = 20241028


def articles(folder: Path = SHARED / "corpora") -> list[str]:
    """Return the texts of all articles in the .jsonl and .tsv files of `folder`, in order of files and lines."""
    found = [text for path in sorted(folder.iterdir()) for text in _texts(path) if text.strip()]
    if not found:
        msg = f"{folder}: no articles. Expected .jsonl or .tsv files with a `text` each; SELON_SHARED names the folder"
        raise SystemExit(msg)
    return found


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".jsonl":
        yield from (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines() if line.strip())
    elif path.suffix == ".tsv":
        with path.open(encoding="utf-8", newline="") as stream:
            yield from (row["text"] for row in csv.DictReader(stream, delimiter="\t"))


def sampled(texts: Sequence[str], size: int) -> list[int]:
    """Return the indices of `size` texts drawn at random, always the same ones, in order; all when they are fewer."""
    return sorted(random.Random(SEED).sample(range(len(texts)), min(size, len(texts))))


def words(texts: Sequence[str]) -> int:
    """Return the number of words, as white space parts them."""
    return sum(len(text.split()) for text in texts)
