"""The annotated articles: texts that stay where they are, statements that are kept here.

`annotations.jsonl` holds offsets only. Their texts are found in the folder that $SELON_SHARED names: lines of the
files in its `corpora`, and the articles of its `gold/train`, which have their annotations beside them.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

SHARED = Path(os.environ.get("SELON_SHARED", Path(__file__).parents[2] / "shared"))
ANNOTATIONS = Path(__file__).with_name("annotations.jsonl")


class Annotated(NamedTuple):
    """An article, or a part of one, with its statements; offsets are code points of `text`."""

    id: str
    text: str
    statements: list[dict[str, Any]]


def annotated() -> Iterator[Annotated]:
    """Yield the articles that are trained on, in the same order each time.

    Raises ValueError when a text is not the one that was annotated.
    """
    for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        whole = _texts(entry["file"])[entry["line"]]
        text = whole[entry["start"] : entry["start"] + entry["characters"]]
        if hashlib.sha256(text.encode()).hexdigest() != entry["sha256"]:
            msg = f"{entry['id']}: expected the text that was annotated, got another at {entry['file']}:{entry['line']}"
            raise ValueError(msg)
        yield Annotated(entry["id"], text, entry["statements"])
    yield from gold("train")


def gold(name: str) -> Iterator[Annotated]:
    """Yield the articles of one of the folders of gold."""
    for path in sorted((SHARED / "gold" / name).glob("*.json")):
        texts = SHARED / "seeds" if name == "seeds" else SHARED / "gold" / f"{name}-texts"
        text = (texts / f"{path.stem}.txt").read_text(encoding="utf-8")
        yield Annotated(path.stem, text, json.loads(path.read_text(encoding="utf-8"))["statements"])


@cache
def _texts(name: str) -> list[str]:
    with (SHARED / "corpora" / name).open(encoding="utf-8", newline="") as file:
        if name.endswith(".jsonl"):
            return [(json.loads(line).get("text") or "").strip() for line in file]
        rows = csv.DictReader(file, delimiter="\t")
        return [f"{row['headline'].strip()}\n\n{row['text'].strip()}" for row in rows]
