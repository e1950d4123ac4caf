"""Readers of months, years, and expressions that count from the anchor."""

from __future__ import annotations

import datetime as dt
import re

from selon.dates.reading import CENTURY, WIDEST_OF_A_DATE, Reading
from selon.dates.resolving import (
    month_without_year,
    months_from,
    portion_of,
    season_near,
    spread,
    units_away,
    whole_month,
    whole_year,
)
from selon.dates.scene import Scene
from selon.model import Interval
from selon.model.dates import Precision

_DECADE = 10
_MONTHS = 12


def read_month(scene: Scene, start: int) -> Reading | None:
    """Read `octobre 2024`, `en janvier`, `mars dernier`. A lone capital (`Mars`) needs a preposition before it."""
    match = scene.grammar.month.match(scene.folded, start)
    if match is None:
        return None
    if match["year"]:
        when = whole_month(int(match["year"]), scene.grammar.months[match["month"]])
        return Reading(start, match.end(), when, "month", relative=False)
    if scene.text[start].isupper() and not scene.opener(scene.grammar.month_opener, start):
        return None
    return Reading(start, match.end(), _month(scene, match, match["bare"]), "month")


def _month(scene: Scene, match: re.Match[str], name: str) -> Interval | None:
    month, outlook = scene.grammar.months[name], scene.outlook(match)
    when = spread(scene.anchor, lambda anchor: month_without_year(anchor, month, outlook), WIDEST_OF_A_DATE)
    return when if when and when.low and when.high and when.low.year == when.high.year else None


def read_portion(scene: Scene, start: int) -> Reading | None:
    """Read `début octobre`, `à la fin du mois de mars 2024`, `mi-2025`."""
    match = scene.grammar.portion.match(scene.folded, start)
    if match is None:
        return None
    portion = scene.grammar.portions[" ".join(match["portion"].split())].portion
    if match["only"]:
        whole: Interval | None = whole_year(int(match["only"]))
    elif match["year"]:
        whole = whole_month(int(match["year"]), scene.grammar.months[match["month"]])
    else:
        whole = _month(scene, match, match["month"])
    when = portion_of(whole, portion) if whole else None
    return Reading(start, match.end(), when, "interval", relative=not (match["only"] or match["year"]))


def read_year(scene: Scene, start: int) -> Reading | None:
    """Read `en 2022`, `de 2000 à 2007`, `2018-2019`, `les années 1990`."""
    match = scene.grammar.year.match(scene.folded, start)
    if match is None or not _is_year(scene, match):
        return None
    year = int(match["year"])
    until = match["until"]
    if until:
        last = int(until) if len(until) > 2 else year - year % CENTURY + int(until)  # noqa: PLR2004
        when = Interval(whole_year(year).low, whole_year(last).high) if last >= year else None
        return Reading(start, match.end(), when, "interval", relative=False)
    if year % _DECADE == 0 and scene.opener(scene.grammar.decade_opener, start):
        decade = Interval(whole_year(year).low, whole_year(year + _DECADE - 1).high)
        return Reading(start, match.end(), decade, "interval", relative=False)
    return Reading(start, match.end(), whole_year(year), "year", relative=False)


_COUNTED = re.compile(r" {0,2}(?:[%$€£°]|[^\W\d_]{3,})|[.,]\d| \d{3}")
"""What may follow a number and not a year: a unit, a noun, more digits."""
_FUNCTION_WORD = re.compile(
    r" {1,2}(?:à|et|ou|au|aux|par|pour|dans|sur|est|que|qui|avec|selon|contre|lors|où|a|ont|il|en)(?!\w)"
)


def _is_year(scene: Scene, match: re.Match[str]) -> bool:
    start = match.start()
    if match["until"] and len(match["until"]) > 2:  # noqa: PLR2004
        return True
    if scene.opener(scene.grammar.year_opener, start):
        return True
    if not scene.opener(scene.grammar.year_preposition, start):
        return False
    return not _counts_things(scene, match.end())


def _counts_things(scene: Scene, end: int) -> bool:
    """Say whether a number that ends at `end` counts what follows it, and is no year."""
    after = scene.folded[end : end + 12]
    return not _FUNCTION_WORD.match(after) and bool(_COUNTED.match(after))


def read_away(scene: Scene, start: int) -> Reading | None:
    """Read `il y a trois jours`, `dans deux semaines`, `il y a quelques mois`, `depuis trois jours`."""
    match = scene.grammar.away.match(scene.folded, start)
    if match is None:
        return None
    unit, few = scene.grammar.units[match["unit"]]
    words = match["number"]
    vague = words in scene.grammar.words.few
    count = few if vague else _count(words, scene.grammar.language)
    if count is None:
        return None
    lasting = not (match["ago"] or match["ahead"])
    low, high = (-count, -1 if vague else -count) if not match["ahead"] else (1 if vague else count, count)
    bound = match["about"] is not None

    def meaning(anchor: dt.date) -> Interval:
        away = units_away(anchor, unit, low, high)
        return Interval(away.low, anchor) if lasting else away

    exact = None if bound else spread(scene.anchor, meaning)
    precision: Precision = "interval" if vague or lasting or unit == "weekend" else unit
    return Reading(start, match.end(), exact, precision, unresolved="approximate" if bound else "anchor")


def read_shift(scene: Scene, start: int) -> Reading | None:
    """Read `deux jours plus tôt`, `quelques semaines plus tard`: counted from the day that the text named last."""
    match = scene.grammar.shift.match(scene.folded, start)
    if match is None:
        return None
    unit, few = scene.grammar.units[match["unit"]]
    vague = match["number"] in scene.grammar.words.few
    count = few if vague else _count(match["number"], scene.grammar.language)
    if count is None:
        return None
    low, high = (1 if vague else count, count) if match["later"] else (-count, -1 if vague else -count)
    precision: Precision = "interval" if vague or unit == "weekend" else unit
    when = spread(scene.named_before(start), lambda day: units_away(day, unit, low, high))
    return Reading(start, match.end(), when, precision, from_text=True)


def read_season(scene: Scene, start: int) -> Reading | None:
    """Read `été 2023`, `hiver 2018-2019`, `cet été`, `hiver dernier`. `l'été` alone means no year's."""
    match = scene.grammar.season.match(scene.folded, start)
    if match is None:
        return None
    season = scene.grammar.seasons[match["season"]]
    if match["year"]:
        if _counts_things(scene, match.end()):
            return None  # `il y a été 2000 fois`
        turns = season.first + season.months > _MONTHS + 1 and not match["until"]  # `hiver 2018`: which end of 2018?
        whole = None if turns else months_from(int(match["year"]), season.first, season.months)
        return Reading(start, match.end(), whole, "interval", relative=False, unresolved="ambiguous")
    if not (match["last"] or match["next"] or scene.opener(scene.grammar.season_opener, start)):
        return None
    outlook = scene.outlook(match)
    when = spread(scene.anchor, lambda day: season_near(day, season, outlook), WIDEST_OF_A_DATE)
    return Reading(start, match.end(), when, "interval")


def read_part_of_year(scene: Scene, start: int) -> Reading | None:
    """Read `troisième trimestre 2024`, `premier semestre` (of the year of publication)."""
    match = scene.grammar.part_of_year.match(scene.folded, start)
    if match is None:
        return None
    part, number = scene.grammar.parts_of_year[match["part"]], scene.grammar.ordinals[match["ordinal"]]
    first = part.first + number * part.months
    if first > _MONTHS:
        return Reading(start, match.end(), None, "interval", relative=False, unresolved="impossible")
    if match["year"]:
        whole = months_from(int(match["year"]), first, part.months)
        return Reading(start, match.end(), whole, "interval", relative=False)
    when = spread(scene.anchor, lambda day: months_from(day.year, first, part.months), WIDEST_OF_A_DATE)
    one_year = when and when.low and when.high and when.low.year == when.high.year
    return Reading(start, match.end(), when if one_year else None, "interval")


def _count(words: str, language: str) -> int | None:
    """Return the number written in figures or in words."""
    if words.isdecimal():
        return int(words)
    from text_to_num import text2num  # noqa: PLC0415

    try:
        return int(text2num("un" if words == "une" else words, language))
    except ValueError:
        return None


def read_expression(scene: Scene, start: int) -> Reading | None:
    """Read the fixed expressions: `hier`, `la semaine dernière`, `à la fin du mois`."""
    match = scene.grammar.expression.match(scene.folded, start)
    if match is None:
        return None
    found = scene.grammar.expressions[" ".join(match["words"].split())]

    def meaning(anchor: dt.date) -> Interval | None:
        return portion_of(units_away(anchor, found.unit, found.low, found.high), found.portion)

    whole = found.low == found.high and found.portion is None
    precision: Precision = found.unit if whole and found.unit != "weekend" else "interval"
    told_before = found.origin == "mention"
    anchor = scene.named_before(start) if told_before else scene.anchor
    return Reading(start, match.end(), spread(anchor, meaning), precision, from_text=told_before)
