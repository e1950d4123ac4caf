"""When each statement was said.

A date beside the cue decides (`a déclaré vendredi`); then the statement before, if the same speaker goes on in
the same paragraph; then, in the present or the perfect, the time of the report itself, when it is known to a few
days. What is said again and again, or had been said before, is not datable. Where a date stands beside the cue but
means no day that can be told, the statement keeps the words without a day: another article may tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from selon.annotation.draft import Draft
from selon.annotation.pipeline import Stage
from selon.dates.grammar import SPACE, any_of
from selon.dates.report import time_of_report
from selon.lexicon import Dates
from selon.model import DateMention, Interval, Statement, WhenBasis
from selon.text import Span, covering, folded

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 24
"""Longest word before a date or beside a verb that is looked at, in characters."""
_FAR = 150
"""A date further from cue and source than this belongs to another clause, in characters."""
_VOICES = 20
"""Statements of one sentence that are looked at."""
_STATEMENTS_BACK = 4
"""Statements before one among which the last of its speaker is looked for: others may be told inside it."""


class _Timing(NamedTuple):
    """When something was said, what says so, and where."""

    when: Interval | None
    basis: WhenBasis | None
    evidence: Span | None = None


_UNKNOWN = _Timing(None, None)


def find_when(draft: Draft) -> None:
    """Fill `when`, `when_basis` and `when_evidence` of every statement that can be dated."""
    reader = _Reader(draft)
    found: dict[_Key, Statement] = {}
    before: list[Statement] = []
    for statement in reader.statements:
        timed = _timed(statement, reader.timing(statement, before))
        found[_key(statement)] = timed
        before = [timed, *before[: _STATEMENTS_BACK - 1]]
    told = [s.when for s in found.values() if s.when_basis == "words" and s.when is not None]
    report = _Timing(time_of_report(reader.published, told), "report")
    all_timed = [found[_key(s)] for s in draft.statements]
    draft.statements = [_timed(s, report) if s.when_basis == "report" else s for s in all_timed]


def _timed(statement: Statement, timing: _Timing) -> Statement:
    return msgspec.structs.replace(statement, when=timing.when, when_basis=timing.basis, when_evidence=timing.evidence)


def _place(statement: Statement) -> tuple[int, int]:
    return _attribution(statement).start, statement.content[0].start


_Key = tuple[Span | None, Span | None, tuple[Span, ...]]


def _key(statement: Statement) -> _Key:
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
        self.statements = sorted(draft.statements, key=_place)
        self.places = [_attribution(s).start for s in self.statements]
        published = draft.article.published
        self.published = published.interval if published else None

    def timing(self, statement: Statement, before: Sequence[Statement]) -> _Timing:
        """Return when a statement was said, by its own date, the ones `before` it (the last first), or the report's."""
        place = _attribution(statement)
        mention = self._date_beside(statement, place)
        if mention is not None:
            return _Timing(mention.when, "words", mention.span)
        if statement.cue is not None and self._is_undatable(statement.cue):
            return _UNKNOWN
        last = next((s for s in before if _is_among(statement.speaker, s.speaker)), None)
        if last is not None and last.when_basis == "words" and self._goes_on(last, statement):
            return _Timing(last.when, "words", last.when_evidence)
        return _Timing(None, "report")

    def _date_beside(self, statement: Statement, place: Span) -> DateMention | None:
        """Return the date nearest to cue and source in their sentence, outside the content."""
        first, last = self._sentence(place)
        known = self.dates[bisect_left(self.starts, first) : bisect_left(self.starts, last)]
        voices = self._voices(first, last)
        fitting = [d for d in known if self._says_when(d, statement, place) and self._is_own(d, statement, voices)]
        return min(fitting, key=lambda d: (_distance(d.span, place), d.span.start), default=None)

    def _voices(self, first: int, last: int) -> list[Statement]:
        """Return the statements whose attribution starts in a sentence."""
        return self.statements[bisect_left(self.places, first) : bisect_left(self.places, last)]

    def _is_own(self, date: DateMention, statement: Statement, voices: Sequence[Statement]) -> bool:
        """Say whether no other speaker's cue in the sentence stands nearer to the date."""
        own = _distance(date.span, _attribution(statement))
        others = (v for v in voices[:_VOICES] if v.speaker != statement.speaker)
        return all(_distance(date.span, _attribution(v)) >= own for v in others)

    def _says_when(self, date: DateMention, statement: Statement, place: Span) -> bool:
        if date.unresolved == "habitual" or date.precision == "year" or _distance(date.span, place) > _FAR:
            return False
        if any(span.overlaps(date.span) for span in statement.content):
            return False
        last = self.published.high if self.published else None
        if last and date.when and date.when.low and date.when.low > last:
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
        """Say whether who spoke before speaks on, in the same paragraph or the next one."""
        if before.cue is not None and self._is_undatable(before.cue):
            return False  # who looks back (`disait lundi`) does not go on from then
        between = self.text[_attribution(before).start : max(_attribution(before).start, _attribution(statement).start)]
        return between.count("\n\n") <= 1


def _is_among(speaker: str, others: str) -> bool:
    """Say whether a speaker is the one or one of those (`Lemoine` of `la maire Ada Lemoine et le préfet`)."""
    if speaker == others:
        return bool(speaker)
    names = {word for word in speaker.split() if word[:1].isupper()}
    return bool(names) and names <= set(others.split())


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _auxiliaries(token: Token) -> list[Token]:
    return [child for child in token.lefts if child.dep_.startswith("aux") or child.dep_ == "cop"]


def _is_past(token: Token) -> bool:
    """Say whether a finite verb is in the imperfect, the simple past or the future (`avait déclaré`, `déclara`)."""
    finite = "Fin" in token.morph.get("VerbForm", [])
    return finite and not {"Pres"} & set(token.morph.get("Tense", []))


STAGE = Stage("when", find_when, frozenset({"doc", "dates", "statements", "speakers"}), "when")
