"""Times of day at which something can have been counted: `à 15 h`, `vers 17h30`, `en milieu d'après-midi`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from selon.dates.grammar import SPACE, any_of
from selon.lexicon import Lexicon
from selon.model import Hours
from selon.text import Span

_MIDNIGHT = 24


@dataclass(frozen=True, slots=True)
class HourMention:
    """An hour or a part of the day, and where it stands."""

    span: Span
    hours: Hours


@cache
def _pattern(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Hours]]:
    """Return the pattern of hours and of parts of the day; an hour that ends a stretch (`de 15 h à 18 h`) is none."""
    parts = {word: Hours(part.low, part.high) for part in lexicon.counts.day_parts for word in part.words}
    unit = any_of(lexicon.units.hours)
    hour = rf"(?P<hour>[01]?\d|2[0-4]) ?(?:{unit}|:(?=[0-5]\d))(?: ?(?P<minutes>[0-5]\d))?(?![\w:])"
    opened = rf"(?<!\w){any_of(lexicon.counts.hour_openers)}(?:{SPACE}|(?<=\()){hour}"
    return re.compile(
        rf"(?<!\w)(?P<part>{any_of(parts)})(?!\w)|(?<!\dh )(?<!\d h )(?<!heures )(?<!heure ){opened}"
    ), parts


def find_hours(folded: str, lexicon: Lexicon) -> list[HourMention]:
    """Return the hours and parts of the day of a folded text, in order and disjoint."""
    pattern, parts = _pattern(lexicon)
    found = []
    for match in pattern.finditer(folded):
        if match["part"]:
            hours = parts[" ".join(match["part"].split())]
        elif int(match["hour"]) == _MIDNIGHT:
            continue
        else:
            at = dt.time(int(match["hour"]), int(match["minutes"] or 0))
            hours = Hours(at, at)
        found.append(HourMention(Span(match.start(), match.end()), hours))
    return found
