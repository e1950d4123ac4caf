"""What compares articles, measured against judgements made by reading: copies, stories and episodes."""

from __future__ import annotations

from pathlib import Path

from selon.evaluate.copying import copies_report, judged_pairs, load_judgements, measures
from selon.evaluate.stories import measure_stories, story_report, story_values

JUDGED = {"copies", "stories"}
"""What has judgements in the folder of evaluation, and a field of its own among the floors."""


def judged(name: str, evaluation: Path, shared: Path) -> tuple[str, dict[str, float]]:
    """Return what was measured of `name`, one of JUDGED, as lines of text and as values by their names.

    `evaluation` is the project's folder of judgements, `shared` the one that holds the `corpora`. Raises MissingInput,
    FormatFault.
    """
    if name == "copies":
        pairs = judged_pairs(load_judgements(evaluation / name / "judgements.jsonl"), shared / "corpora")
        return copies_report(pairs), measures(pairs)
    found = measure_stories(evaluation, shared, evaluation.parent / "samples" / "bac")
    return story_report(found), story_values(found)
