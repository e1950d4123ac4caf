"""The pipeline: stages that say what they need and what they give, held together when it is built."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selon.annotation.draft import Draft, Gift
from selon.errors import PipelineError


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the pipeline: `run` reads what it `needs` from the draft and fills in what it `gives`."""

    name: str
    run: Callable[[Draft], None]
    needs: frozenset[Gift]
    gives: Gift


class Pipeline:
    """Stages in an order that works."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        """Check the order. Raises PipelineError when a stage needs what none before it gives."""
        given: set[Gift] = set()
        for stage in stages:
            missing = sorted(stage.needs - given)
            if missing:
                msg = (
                    f"stage `{stage.name}` needs {', '.join(missing)}, which no stage before it gives"
                    f" (given so far: {', '.join(sorted(given)) or 'nothing'})"
                )
                raise PipelineError(msg)
            given.add(stage.gives)
        self.stages = tuple(stages)

    def run(self, draft: Draft) -> Draft:
        """Run every stage on `draft` and return it."""
        for stage in self.stages:
            stage.run(draft)
        return draft
