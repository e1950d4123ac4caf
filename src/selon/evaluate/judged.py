"""What compares articles, measured against judgements made by reading: copies, stories, episodes and claims."""

from __future__ import annotations

from pathlib import Path

from selon.evaluate.claiming import claims_report, claims_values, measure_claims
from selon.evaluate.copying import copies_report, judged_pairs, load_judgements, measures
from selon.evaluate.stories import measure_stories, story_report, story_values

JUDGED = {"copies": "copies", "stories": "stories", "claims": "../samples/bac/gold"}
"""What is judged across articles, each a field of its own among the floors, and where its judgements are, seen from the
folder of evaluation."""


def judged(name: str, evaluation: Path, shared: Path) -> tuple[str, dict[str, float]]:
    """Return what was measured of `name`, one of JUDGED, as lines of text and as values by their names.

    `evaluation` is the project's folder of judgements, `shared` the one that holds the `corpora`, `gold` and `seeds`.
    Raises MissingInput, FormatFault.
    """
    if name == "claims":
        sample = evaluation.parent / "samples" / "bac"
        stories = {"sample": (sample / "gold", sample), "seeds": (shared / "gold" / "seeds", shared / "seeds")}
        claims = {story: measure_claims(*folders) for story, folders in stories.items()}
        return claims_report(claims), claims_values(claims)
    if name == "copies":
        pairs = judged_pairs(load_judgements(evaluation / name / "judgements.jsonl"), shared / "corpora")
        return copies_report(pairs), measures(pairs)
    found = measure_stories(evaluation, shared, evaluation.parent / "samples" / "bac")
    return story_report(found), story_values(found)
