"""Days that a text tells as past and days that it tells as still to come: bounds of the day it was written on."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from selon.clean.lines import Line
from selon.dates import find_dates
from selon.lexicon import Lexicon
from selon.model import DateMention, Interval
from selon.text import Span, folded, sentence_starts

Tense = Literal["past", "ahead"]

_WORD = re.compile(r"[\w'-]+|[.,;:!?…()]")
_BEFORE = 120  # characters before a date in which its verb stands
_SHORTEST_FUTURE = 4  # letters of the longest word that only looks like a future (`fera` has an ending of three)


@dataclass(frozen=True, slots=True)
class Told:
    """A day as the text tells it. `span` counts in the article's text.

    `fresh` says that its wording puts it next to the day of writing: how things stand `au 27 octobre`, what will be
    `dès le 27 ou le 28 octobre`.
    """

    words: tuple[str, ...]
    mention: DateMention
    span: Span
    tense: Tense
    fresh: bool

    @property
    def numbered(self) -> bool:
        """Whether it gives the day of a month or a year in figures."""
        return any(word[0].isdigit() for word in self.words)


def told_days(lines: Sequence[Line], anchor: Interval | None, lexicon: Lexicon) -> list[Told]:
    """Return the days that the article's own sentences tell as past or as to come, in order of the text."""
    return [one for line in lines if line.kind in {"lead", "paragraph"} for one in _told(line, anchor, lexicon)]


def _told(line: Line, anchor: Interval | None, lexicon: Lexicon) -> Iterator[Told]:
    mentions = find_dates(line.text, lexicon, anchor)
    starts = [0, *sentence_starts(line.text), len(line.text)] if mentions else []
    low = folded(line.text)
    known: dict[int, bool] = {}
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        sentence = low[starts[at] : starts[min(at + 1, len(starts) - 1)]]
        if at not in known:
            known[at] = _is_past(sentence, lexicon)
        before = low[max(starts[at], mention.span.start - _BEFORE) : mention.span.start]
        clause = _clause(before, lexicon)
        past = known[at] or _is_past(" ".join(clause), lexicon)
        tense: Tense | None = "ahead" if _is_ahead(clause, lexicon) else "past" if past else None
        if tense == "ahead" and mention.unresolved == "ambiguous" and anchor is not None:
            mention = _seen_from(anchor.low, line, mention, lexicon)  # noqa: PLW2901
        if tense is not None:
            words = tuple(folded(mention.span.of(line.text)).split())
            fresh = _is_fresh(before, words, tense, lexicon)
            yield Told(words, mention, mention.span.shifted(line.span.start), tense, fresh)


def _seen_from(day: dt.date | None, line: Line, mention: DateMention, lexicon: Lexicon) -> DateMention:
    """Return what a day to come means on the first day possible: from later ones it may seem a year away."""
    seen = find_dates(mention.span.of(line.text), lexicon, Interval(day, day))
    return msgspec.structs.replace(seen[0], span=mention.span) if len(seen) == 1 else mention


def _is_past(sentence: str, lexicon: Lexicon) -> bool:
    """Say whether a sentence is told in a past tense and holds neither a future nor a conditional."""
    words = set(_WORD.findall(sentence))
    if words.isdisjoint(lexicon.publication.past) or not words.isdisjoint(lexicon.dates.future_words):
        return False
    unreal = (*lexicon.publication.conditional_endings, *lexicon.dates.future_endings)
    return not any(word.endswith(unreal) for word in words if len(word) > _SHORTEST_FUTURE)


def _clause(before: str, lexicon: Lexicon) -> list[str]:
    """Return the words of the clause that ends `before` a date, the last first."""
    clause: list[str] = []
    for word in reversed(_WORD.findall(before)):
        if word in lexicon.dates.clause_words or not word[0].isalpha():
            break
        clause.append(word)
    return clause


def _is_ahead(clause: Sequence[str], lexicon: Lexicon) -> bool:
    """Say whether the clause before a date has its verb in the future, or in the future of the past."""
    if not set(clause).isdisjoint(lexicon.dates.future_words):
        return True
    if not set(clause).isdisjoint({*lexicon.publication.past, *lexicon.publication.done}):
        return False
    unreal = (*lexicon.publication.conditional_endings, *lexicon.dates.future_endings)
    return any(word.endswith(unreal) and len(word) > _SHORTEST_FUTURE for word in clause)


def _is_fresh(before: str, words: tuple[str, ...], tense: Tense, lexicon: Lexicon) -> bool:
    publication = lexicon.publication
    opening = _WORD.findall(before)[-2:]
    if tense == "past":
        return bool(opening) and opening[-1] in publication.as_of
    return not set(opening).isdisjoint(publication.from_then) or not set(words).isdisjoint(publication.either)
