"""When each statement was said.

A date beside the cue decides (`a déclaré vendredi`); then the statement before, if the same speaker goes on in
the same paragraph; then, in the present or the perfect, the day of the report itself, when it is known to the
day. What is said again and again, or had been said before, is not datable.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Dates
from selon.model import DateMention, Interval, Statement
from selon.text import Span, covering, folded

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 24
"""Longest word before a date or beside a verb that is looked at, in characters."""
_FAR = 150
"""A date further from cue and source than this belongs to another clause, in characters."""


def find_when(draft: Draft) -> None:
    """Fill `when` of every statement that can be dated."""
    reader = _Reader(draft)
    before: Statement | None = None
    dated = []
    for statement in sorted(draft.statements, key=_place):
        statement = msgspec.structs.replace(statement, when=reader.when(statement, before))  # noqa: PLW2901
        dated.append((statement, before))
        before = statement
    found = {_key(s): s.when for s, _ in dated}
    draft.statements = [msgspec.structs.replace(s, when=found[_key(s)]) for s in draft.statements]


def _place(statement: Statement) -> tuple[int, int]:
    return _attribution(statement).start, statement.content[0].start


def _key(statement: Statement) -> tuple[Span | None, Span | None, tuple[Span, ...]]:
    return statement.source, statement.cue, statement.content


def _attribution(statement: Statement) -> Span:
    """Return the words that attribute; the content where there are none."""
    known = [s for s in (statement.cue, statement.source) if s is not None]
    return statement.cue or covering(known or statement.content[:1])


@cache
def _patterns(words: Dates) -> tuple[re.Pattern[str], re.Pattern[str]]:
    not_on = rf"(?:^|[^\w]){any_of(words.not_on)}(?:{SPACE}|(?<='))$"
    return re.compile(not_on), re.compile(rf"(?<!\w){any_of(words.timeless)}(?!\w)")


class _Reader:
    """Looks for dates around cues in one article."""

    def __init__(self, draft: Draft) -> None:
        self.text = folded(draft.text)
        self.doc = draft.tokens
        self.tokens = [token.idx for token in self.doc]
        self.sentences = [sentence.start_char for sentence in self.doc.sents]
        self.dates = draft.dates
        self.starts = [d.span.start for d in draft.dates]
        self.words = draft.lexicon.dates
        published = draft.article.published
        self.today = published.interval if published and published.low and published.low == published.high else None

    def when(self, statement: Statement, before: Statement | None) -> Interval | None:
        """Return when a statement was said, by its own date, the one before it, or the day of the report."""
        place = _attribution(statement)
        mention = self._date_beside(statement, place)
        if mention is not None:
            return mention.when
        if statement.cue is not None and self._is_undatable(statement.cue):
            return None
        if before is not None and before.when and self._goes_on(before, statement):
            return before.when
        return self.today

    def _date_beside(self, statement: Statement, place: Span) -> DateMention | None:
        """Return the resolved date nearest to cue and source in their sentence, outside the content."""
        first, last = self._sentence(place)
        known = self.dates[bisect_left(self.starts, first) : bisect_left(self.starts, last)]
        fitting = [d for d in known if self._says_when(d, statement, place)]
        return min(fitting, key=lambda d: (_distance(d.span, place), d.span.start), default=None)

    def _says_when(self, date: DateMention, statement: Statement, place: Span) -> bool:
        if date.when is None or date.precision == "year" or _distance(date.span, place) > _FAR:
            return False
        if any(span.overlaps(date.span) for span in statement.content):
            return False
        if self.today and self.today.high and date.when.low and date.when.low > self.today.high:
            return False  # nothing has been said tomorrow
        before = self.text[max(0, date.span.start - _NEAR) : date.span.start]
        return _patterns(self.words)[0].search(before) is None

    def _sentence(self, place: Span) -> tuple[int, int]:
        at = max(0, bisect_right(self.sentences, place.start) - 1)
        end = self.sentences[at + 1] if at + 1 < len(self.sentences) else len(self.text)
        return (self.sentences[at] if self.sentences else 0), end

    def _is_undatable(self, cue: Span) -> bool:
        """Say whether a cue is neither in the present nor the perfect, or says that something is said for ever."""
        around = self.text[max(0, cue.start - _NEAR) : cue.end + _NEAR]
        if _patterns(self.words)[1].search(around):
            return True
        at = bisect_left(self.tokens, cue.start)
        inside = [t for t in self.doc[at : bisect_left(self.tokens, cue.end)] if t.pos_ in {"VERB", "AUX"}]
        return any(_is_past(verb) for token in inside for verb in (token, *_auxiliaries(token)))

    def _goes_on(self, before: Statement, statement: Statement) -> bool:
        """Say whether the speaker of the statement before speaks on, in the same paragraph or the next one."""
        same = before.speaker == statement.speaker and bool(statement.speaker)
        if not same or (before.cue is not None and self._is_undatable(before.cue)):
            return False  # who looks back (`disait lundi`) does not go on from then
        between = self.text[_attribution(before).start : max(_attribution(before).start, _attribution(statement).start)]
        return between.count("\n\n") <= 1


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _auxiliaries(token: Token) -> list[Token]:
    return [child for child in token.lefts if child.dep_.startswith("aux") or child.dep_ == "cop"]


def _is_past(token: Token) -> bool:
    """Say whether a finite verb is in the imperfect, the simple past or the future (`avait déclaré`, `déclara`)."""
    finite = "Fin" in token.morph.get("VerbForm", [])
    return finite and not {"Pres"} & set(token.morph.get("Tense", []))


STAGE = Stage("when", find_when, frozenset({"doc", "dates", "statements", "speakers"}), "when")
