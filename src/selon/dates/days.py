"""Readers of days: each tries one kind of expression at one place of a text."""

from __future__ import annotations

import datetime as dt
import re

from selon.dates.reading import CENTURY, WIDEST_OF_A_DATE, Reading
from selon.dates.resolving import (
    WIDEST_MONTHS,
    date_or_none,
    day_in_month,
    day_without_year,
    one,
    spread,
    weekday_beside,
    weekday_near,
)
from selon.dates.scene import Scene
from selon.model import Interval
from selon.model.dates import Unresolved

_THIS_CENTURY = 2000
_LEAP_YEAR = 2000


def read_iso(scene: Scene, start: int) -> Reading | None:
    """Read `2024-10-23`."""
    return _figures_of_a_day(scene.grammar.iso.match(scene.folded, start))


def read_numeric(scene: Scene, start: int) -> Reading | None:
    """Read `12/03/2025`, day first as French writes it; `12/03/25` too."""
    return _figures_of_a_day(scene.grammar.numeric.match(scene.folded, start))


def _figures_of_a_day(match: re.Match[str] | None) -> Reading | None:
    if match is None:
        return None
    year = int(match["year"])
    day = date_or_none(year + _THIS_CENTURY if year < CENTURY else year, int(match["month"]), int(match["day"]))
    return _absolute(match, one(day) if day else None)


def _absolute(match: re.Match[str], when: Interval | None, unresolved: Unresolved = "impossible") -> Reading:
    """Return the reading of a date that needs no anchor."""
    return Reading(match.start(), match.end(), when, "day", relative=False, unresolved=unresolved)


def read_range(scene: Scene, start: int) -> Reading | None:
    """Read `du 8 au 13 octobre`, `entre le 28 octobre et le 3 novembre 2024`, `les 3, 4 et 5 mars`."""
    match = scene.grammar.day_range.match(scene.folded, start)
    if match is None:
        return None
    opener = scene.opener_start(scene.grammar.range_opener, start)
    first, last = _day_number(match["day1"]), _day_number(match["day2"])
    month2 = scene.grammar.months[match["month2"]]
    month1 = scene.grammar.months[match["month1"]] if match["month1"] else month2

    def of_year(year: int) -> Interval | None:
        year1 = int(match["year1"]) if match["year1"] else year - (month1 > month2)
        low, high = date_or_none(year1, month1, first), date_or_none(year, month2, last)
        return Interval(min(low, high), max(low, high)) if low and high else None

    def meaning(anchor: dt.date) -> Interval | None:
        high = day_without_year(anchor, month2, last, scene.outlook(match))
        return of_year(high.year) if high else None

    when = of_year(int(match["year2"])) if match["year2"] else spread(scene.anchor, meaning, WIDEST_OF_A_DATE)
    begin = start if opener is None else opener
    exist = _in_calendar(month1, first) and _in_calendar(month2, last) and (when is not None or not match["year2"])
    why: Unresolved = "anchor" if exist else "impossible"
    if not match["year2"] and when and when.low and when.high and (when.high - when.low).days > WIDEST_MONTHS:
        when, why = None, "ambiguous"  # the anchor holds a turn of the year: two years are possible
    return Reading(begin, match.end(), when, "interval", relative=not match["year2"], unresolved=why)


def _in_calendar(month: int, day: int) -> bool:
    """Say whether some year has that day."""
    return date_or_none(_LEAP_YEAR, month, day) is not None


def read_day(scene: Scene, start: int) -> Reading | None:
    """Read `mercredi 23 octobre 2024`, with or without weekday and year."""
    match = scene.grammar.day.match(scene.folded, start)
    if match is None:
        return None
    day, month = _day_number(match["day"]), scene.grammar.months[match["month"]]
    weekday = scene.grammar.weekdays[match["weekday"]] if match["weekday"] else None
    if match["year"]:
        known = date_or_none(int(match["year"]), month, day)
        if known and weekday not in {None, known.weekday()}:
            return _absolute(match, None, "weekday")
        return _absolute(match, one(known) if known else None)
    if not _in_calendar(month, day):
        return _absolute(match, None)
    outlook = scene.outlook(match)

    def meaning(anchor: dt.date) -> Interval | None:
        found = day_without_year(anchor, month, day, outlook, weekday)
        return one(found) if found else None

    widest = WIDEST_OF_A_DATE if weekday is None else WIDEST_MONTHS
    when = spread(scene.anchor, meaning, widest)
    if when and when.low != when.high:  # the anchor holds a turn of the year: two years are possible
        return Reading(start, match.end(), None, "day", unresolved="ambiguous")
    if when and when.low and weekday not in {None, when.low.weekday()}:
        return Reading(start, match.end(), None, "day", unresolved="weekday")
    return Reading(start, match.end(), when, "day")


def read_bare_day(scene: Scene, start: int) -> Reading | None:
    """Read `mercredi 23`."""
    match = scene.grammar.bare_day.match(scene.folded, start)
    if match is None:
        return None
    weekday, day = scene.grammar.weekdays[match["weekday"]], _day_number(match["day"])

    def meaning(anchor: dt.date) -> Interval | None:
        found = day_in_month(anchor, weekday, day)
        return one(found) if found else None

    return Reading(start, match.end(), spread(scene.anchor, meaning), "day")


def read_weekday(scene: Scene, start: int) -> Reading | None:
    """Read `lundi`, `lundi soir`, `mercredi dernier`. `le lundi` and `chaque lundi` mean no day in particular."""
    match = scene.grammar.weekday.match(scene.folded, start)
    if match is None:
        return None
    weekday, outlook = scene.grammar.weekdays[match["weekday"]], scene.outlook(match)
    beside = bool(match["last"] or match["next"])
    if not beside and scene.opener(scene.grammar.habitual, start):
        return Reading(start, match.end(), None, "day", unresolved="habitual")
    nearest = weekday_beside if beside else weekday_near
    when = spread(scene.anchor, lambda anchor: one(nearest(anchor, weekday, outlook)))
    return Reading(start, match.end(), when, "day")


def _day_number(word: str) -> int:
    return int(word.removesuffix("er"))
