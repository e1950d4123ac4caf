"""The patterns of expressions of time, built from a language's words.

All patterns match folded text (`selon.text.folded`). Every repetition is bounded, so that a match costs a
bounded number of steps wherever it is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from selon.dates.names import month_abbreviations, month_names, weekday_abbreviations, weekday_names
from selon.lexicon import Dates, DateUnit, PortionWords, Season, TimeExpression

SPACE = r"(?: {1,3}\n?|\n)"
DAY = r"(?:1er|0?[1-9]|[12]\d|3[01])(?!\w)"
YEAR = r"(?:1[5-9]|20)\d\d(?!\w)"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first; a space stands for one or a few."""
    known = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", SPACE) for w in known) + ")"


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled patterns, and what the words in them mean."""

    trigger: re.Pattern[str]
    iso: re.Pattern[str]
    numeric: re.Pattern[str]
    day_range: re.Pattern[str]
    day: re.Pattern[str]
    bare_day: re.Pattern[str]
    weekday: re.Pattern[str]
    month: re.Pattern[str]
    year: re.Pattern[str]
    year_opener: re.Pattern[str]
    year_preposition: re.Pattern[str]
    decade_opener: re.Pattern[str]
    month_opener: re.Pattern[str]
    range_opener: re.Pattern[str]
    habitual: re.Pattern[str]
    expression: re.Pattern[str]
    portion: re.Pattern[str]
    away: re.Pattern[str]
    shift: re.Pattern[str]
    season: re.Pattern[str]
    part_of_year: re.Pattern[str]
    season_opener: re.Pattern[str]
    future: re.Pattern[str]
    clause_end: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    expressions: dict[str, TimeExpression]
    portions: dict[str, PortionWords]
    units: dict[str, tuple[DateUnit, int]]
    seasons: dict[str, Season]
    parts_of_year: dict[str, Season]
    ordinals: dict[str, int]
    words: Dates
    language: str


@cache
def grammar_of(words: Dates, language: str) -> Grammar:
    """Return the grammar of a language's words, built once."""
    return Grammar(
        **_days(words, language),
        **_openers(words),
        **_relative(words, language),
        **_stretches(words),
        trigger=_trigger(words, language),
        months=month_abbreviations(language),
        weekdays=weekday_abbreviations(language),
        expressions={w: e for e in words.expressions for w in e.words},
        portions={w: p for p in words.portions for w in p.words},
        units={w: (u.unit, u.few) for u in words.units for w in u.words},
        seasons={w: s for s in words.seasons for w in s.words},
        parts_of_year={w: s for s in words.parts_of_year for w in s.words},
        ordinals={w: number for number, known in enumerate(words.ordinals) for w in known},
        words=words,
        language=language,
    )


def _trigger(words: Dates, language: str) -> re.Pattern[str]:
    """Where any expression can start: at a digit, a name, or the first word of an expression."""
    phrases = [w for e in words.expressions for w in e.words] + [w for p in words.portions for w in p.words]
    known = [*phrases, *words.ago, *words.ahead, *words.lasting, *(w for s in words.seasons for w in s.words)]
    starts = {re.split(r"[ -]", w)[0] for w in known}
    counted = any_of(w for u in words.units for w in u.words)
    parts = any_of(w for s in words.parts_of_year for w in s.words)
    before_unit = rf"{any_of((*words.counts, *words.few))}(?={SPACE}{counted}(?!\w))"
    before_part = rf"{any_of(w for o in words.ordinals for w in o)}(?={SPACE}{parts}(?!\w))"
    names = {n.rstrip(".") for n in (*month_names(language), *weekday_abbreviations(language))}
    whole = rf"(?<!\w)(?:\d+|{any_of(starts | names)})(?!\w)"
    return re.compile(rf"{whole}|(?<!\w)(?:{before_unit}|{before_part})|(?<![\w])mi-(?=\w)|(?<!\w)\d(?=er)")


def _days(words: Dates, language: str) -> dict[str, re.Pattern[str]]:
    month, weekday = any_of(month_abbreviations(language)), any_of(weekday_abbreviations(language))
    part = rf"(?:{SPACE}(?P<part>{any_of(words.day_parts)})(?!\w))?"
    side = _side(words)
    a_weekday = rf"(?P<weekday>{weekday})(?:,?{SPACE}le)?,?{SPACE}"
    joint = rf"(?:{SPACE}?[-–]{SPACE}?|{SPACE}(?:au|et|ou|à){SPACE}(?:le{SPACE})?)"
    third = rf"(?:,{SPACE}(?:le{SPACE})?{DAY}{SPACE}(?:et|ou){SPACE}(?:le{SPACE})?|{joint})"
    return {
        "iso": re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])"),
        "numeric": re.compile(
            r"(?P<day>0?[1-9]|[12]\d|3[01])(?P<sep>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=sep)"
            r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-])"
        ),
        "day_range": re.compile(
            rf"(?:{weekday},?{SPACE})?(?P<day1>{DAY})(?:{SPACE}(?P<month1>{month}))?(?:{SPACE}(?P<year1>{YEAR}))?"
            rf"{third}(?:{weekday},?{SPACE})?(?P<day2>{DAY}){SPACE}\[?(?P<month2>{month})(?!\w)\]?"
            rf"(?:,?{SPACE}(?P<year2>{YEAR}))?{side}"
        ),
        "day": re.compile(
            rf"(?:{a_weekday})?(?P<day>{DAY})(?:{SPACE}|-)\[?(?P<month>{month})(?!\w)\]?"
            rf"(?:,?{SPACE}(?P<year>{YEAR}))?{side}{part}"
        ),
        "bare_day": re.compile(rf"{a_weekday}(?P<day>{DAY})(?={SPACE}?(?:[.,;:!?)\]»\"”]|$))"),
        "weekday": re.compile(rf"(?P<weekday>{any_of(weekday_names(language))})(?!\w){side}{part}"),
        "month": re.compile(
            rf"(?P<month>{month})(?!\w)(?:{SPACE}(?P<year>{YEAR}))|(?P<bare>{any_of(month_names(language))})(?!\w){side}"
        ),
        "year": re.compile(rf"(?P<year>{YEAR})(?:[-/–](?P<until>{YEAR}|\d\d(?!\d)))?(?![-/]?\w)"),
    }


def _openers(words: Dates) -> dict[str, re.Pattern[str]]:
    """Patterns for the few characters before a place; each ends where that place starts."""

    def before(known: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?:^|[^\w])(?P<opener>{any_of(known)})(?:(?<=['(-])|{SPACE})$")

    return {
        "year_opener": before(words.year_openers),
        "year_preposition": before(words.year_prepositions),
        "decade_opener": before(words.decade_openers),
        "month_opener": before(words.month_openers),
        "range_opener": before(words.range_openers),
        "habitual": before([*words.habitual, "le"]),
        "season_opener": before(words.season_openers),
    }


def _stretches(words: Dates) -> dict[str, re.Pattern[str]]:
    of_year = rf"(?:{SPACE}(?:de{SPACE})?(?P<year>{YEAR}))?"
    season = any_of(w for s in words.seasons for w in s.words)
    return {
        "season": re.compile(rf"(?P<season>{season})(?!\w){of_year}(?P<until>[-/–]\d\d(?:\d\d)?(?!\d))?{_side(words)}"),
        "part_of_year": re.compile(
            rf"(?P<ordinal>{any_of(w for known in words.ordinals for w in known)}){SPACE}"
            rf"(?P<part>{any_of(w for s in words.parts_of_year for w in s.words)})(?!\w){of_year}"
        ),
    }


def _side(words: Dates) -> str:
    """Return a pattern for `dernier` or `prochain` behind a name."""
    return rf"(?:{SPACE}(?:(?P<last>{any_of(words.last)})|(?P<next>{any_of(words.next)}))(?!\w))?"


def _relative(words: Dates, language: str) -> dict[str, re.Pattern[str]]:
    portions = any_of(w for p in words.portions for w in p.words)
    phrases = any_of(w for e in words.expressions for w in e.words)
    number = r"(?:\d{1,3}|[^\W\d_]{2,9}(?:-[^\W\d_]{2,9}){0,2})"
    side = _side(words)
    month = any_of(month_names(language))
    unit = any_of(w for u in words.units for w in u.words)
    return {
        "expression": re.compile(rf"(?P<words>{phrases})(?!\w)"),
        "portion": re.compile(
            rf"(?P<portion>{portions})(?:(?<=[-'])|{SPACE})?"
            rf"(?:(?:d')?(?P<month>{month})(?:{SPACE}(?P<year>{YEAR}))?(?!\w){side}|(?P<only>{YEAR}))"
        ),
        "away": re.compile(
            rf"(?:(?P<ago>{any_of(words.ago)})|(?P<ahead>{any_of(words.ahead)})|{any_of(words.lasting)}){SPACE}"
            rf"(?:{any_of(words.exactly)}{SPACE})?(?P<about>{any_of(words.about)}{SPACE})?(?P<number>{number}){SPACE}"
            rf"(?P<unit>{unit})(?!\w)"
        ),
        "shift": re.compile(
            rf"(?P<number>\d{{1,3}}|{any_of((*words.counts, *words.few))}){SPACE}(?P<unit>{unit}){SPACE}"
            rf"(?:(?P<earlier>{any_of(words.earlier)})|(?P<later>{any_of(words.later)}))(?!\w)"
        ),
        "future": re.compile(
            rf"(?<!\w)(?:{any_of(words.future_words)}|[^\W\d_]{{1,20}}{any_of(words.future_endings)})(?!\w)"
        ),
        "clause_end": re.compile(rf"[.,;:!?\n«»\"“”()]|(?<!\w)(?:{any_of(words.clause_words)}(?!\w)|qu')"),
    }
