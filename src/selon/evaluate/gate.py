"""The gate: scores that were reached once are held.

A file of floors pins, for each corpus, what was measured on it and a hash of its files. A measure may fall
below its floor by the stated epsilon, no further. Floors are raised by measuring anew; lowering one has to be
asked for.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from selon.evaluate.corpora import fingerprint
from selon.evaluate.scores import Scores
from selon.model import decode

SHARED = "{SELON_SHARED}"
"""Stands, in a path of the floors' file, for the folder of corpora that are no part of the project."""

_DIGITS = 4


class Pinned(msgspec.Struct, frozen=True, kw_only=True):
    """A corpus with its floors. `hash` is None and `floors` empty until it has been measured once.

    A corpus that `grows`, such as the golden cases, is held to its floors whatever files are added to it.
    """

    gold: str
    texts: str
    grows: bool = False
    hash: str | None = None
    floors: dict[str, float] = {}  # msgspec copies the default

    def folders(self, root: Path) -> tuple[Path, Path]:
        """Return the folders of gold and texts; relative ones start at `root`."""
        shared = os.environ.get("SELON_SHARED") or str(root.parent / "shared")
        gold, texts = (root / path.replace(SHARED, shared) for path in (self.gold, self.texts))
        return gold, texts


class Floors(msgspec.Struct, frozen=True, kw_only=True):
    """The file of floors: corpora by name, and how far a measure may fall below its floor.

    `copies` are the floors of the judged pairs of articles, `stories` those of stories and episodes, `claims`
    those of claims against a reader's topics, which are no corpora; empty until they are measured.
    """

    epsilon: float
    corpora: dict[str, Pinned]
    copies: dict[str, float] = {}  # msgspec copies the default
    stories: dict[str, float] = {}
    claims: dict[str, float] = {}


def load_floors(path: Path) -> Floors:
    """Return the floors written in `path`. Raises FormatFault when they aren't."""
    return decode(path.read_bytes(), Floors, str(path))


def save_floors(floors: Floors, path: Path) -> None:
    """Write `floors` so that a person can read the difference."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors, order="sorted"), indent=2) + b"\n")


def check_gate(scores: Scores, floors: Mapping[str, float], epsilon: float) -> list[str]:
    """Return a line for every measure that is more than `epsilon` below its floor, or that has none."""
    return check_floors(scores.values(), floors, epsilon)


def check_floors(values: Mapping[str, float], floors: Mapping[str, float], epsilon: float) -> list[str]:
    """Do as `check_gate` with the values of measures by their names."""
    failures = [f"{name}: measured {values[name]:.4f}, no floor yet" for name in values if name not in floors]
    for name, floor in floors.items():
        if name not in values:
            failures.append(f"{name}: floor {floor:.4f}, but no such measure among {', '.join(values)}")
        elif values[name] < floor - epsilon:
            failures.append(f"{name}: measured {values[name]:.4f}, floor {floor:.4f} less {epsilon}")
    return failures


def told(name: str, pinned: Pinned, failures: Sequence[str]) -> str:
    """Return what fails in the corpus `name` and what to do about it, for a person; empty when nothing fails."""
    if not failures:
        return ""
    texts = "" if pinned.texts == pinned.gold else f" {pinned.texts}"
    return "\n".join(
        [
            f"{name}: {len(failures)} fault{'s' if len(failures) > 1 else ''} against evaluation/floors.json",
            *(f"  {line}" for line in failures),
            f"  To see the mistakes:   selon evaluate {pinned.gold}{texts} --worst 5",
            "  To raise the floors:   python -m selon.evaluate --update",
            "  To lower them as well: the same with --allow-regression, and the reason in the commit",
        ]
    )


def check_files(pinned: Pinned, root: Path) -> list[str]:
    """Return a line when the corpus isn't the one whose floors were pinned."""
    if pinned.hash is None:
        return ["not measured yet: it has no floors and no hash"]
    found = fingerprint(*pinned.folders(root))
    if found == pinned.hash or pinned.grows:
        return []
    return [f"its texts or annotations changed: hash {found}, floors were measured with {pinned.hash}"]


def measured(pinned: Pinned, scores: Scores, root: Path) -> Pinned:
    """Return the corpus with its floors at what was measured and the hash of its files of today."""
    floors = {name: round(value, _DIGITS) for name, value in scores.values().items()}
    return msgspec.structs.replace(pinned, hash=fingerprint(*pinned.folders(root)), floors=floors)


def ratcheted(before: Pinned, after: Pinned) -> Pinned:
    """Return `after` with every floor that it would lower kept as it was."""
    kept = {name: max(floor, after.floors.get(name, 0.0)) for name, floor in before.floors.items()}
    return msgspec.structs.replace(after, floors=after.floors | kept)


def lowered(before: Pinned, after: Pinned) -> list[str]:
    """Return a line for every floor that would be lowered or dropped."""
    return [
        f"{name}: from {floor:.4f} to {after.floors.get(name, 0.0):.4f}"
        for name, floor in before.floors.items()
        if after.floors.get(name, 0.0) < floor
    ]
