"""From one article to its annotations: a pipeline of stages, a pure function."""

from __future__ import annotations

from selon.annotation.assembly import annotate, pipeline
from selon.annotation.draft import Draft
from selon.annotation.pipeline import Pipeline, Stage

__all__ = ["Draft", "Pipeline", "Stage", "annotate", "pipeline"]
