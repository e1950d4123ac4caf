"""The stage that finds expressions of time and resolves them against the article's day of publication."""

from __future__ import annotations

from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.dates import find_dates


def _run(draft: Draft) -> None:
    published = draft.article.published
    draft.dates = find_dates(draft.text, draft.lexicon, published.interval if published else None)


STAGE = Stage("dates", _run, frozenset(), "dates")
