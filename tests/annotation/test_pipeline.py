"""A pipeline is checked when it is built."""

from __future__ import annotations

import pytest

from selon.annotation import Pipeline, Stage, pipeline
from selon.errors import PipelineError


def _idle(draft: object) -> None:
    """Do nothing."""


def test_a_stage_that_needs_what_none_before_it_gives_is_refused() -> None:
    stage = Stage("speakers", _idle, frozenset({"statements", "doc"}), "speakers")
    parse = Stage("parse", _idle, frozenset(), "doc")
    with pytest.raises(PipelineError) as caught:
        Pipeline([parse, stage])
    assert str(caught.value) == (
        "stage `speakers` needs statements, which no stage before it gives (given so far: doc)"
    )


def test_the_pipeline_in_use_stands() -> None:
    names = [stage.name for stage in pipeline().stages]
    assert len(names) == len(set(names))
    assert {"parse", "statements", "figures", "dates"} <= set(names)
