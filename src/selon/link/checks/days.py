"""Weekdays: whether `mercredi 23 octobre` was one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from selon.dates.grammar import grammar_of
from selon.link.coverage import Coverage
from selon.model import Check, Passage
from selon.text import folded


def weekdays(coverage: Coverage) -> Iterator[Check]:
    """Yield one check for each day that is named with its weekday, with all the passages that name it so.

    A day without its year is held against the year that the article's own date gives, and fails only where that
    date is one day: else another year may be meant.
    """
    language = coverage.lexicon.language
    pattern = grammar_of(coverage.lexicon.dates, language).day
    right: dict[dt.date, list[tuple[str, Passage]]] = {}
    for dated in coverage.dates:
        named = pattern.search(folded(dated.words))
        if named is None or not named["weekday"]:
            continue
        passage = Passage(dated.article.id, (dated.mention.span,))
        when = dated.mention.when
        if dated.mention.unresolved == "weekday":
            if named["year"] or dated.mention.anchor is not None:
                yield _check([(dated.words, passage)], verdict=False)
        elif when and when.low and when.low == when.high:
            right.setdefault(when.low, []).append((dated.words, passage))
    for _, passages in sorted(right.items()):
        yield _check(passages, verdict=True)


def _check(named: list[tuple[str, Passage]], *, verdict: bool) -> Check:
    """Return the check of a day, told in the words of the first passage that names it."""
    return Check(kind="comparison", holds=verdict, words=named[0][0], passages=tuple(p for _, p in named))
