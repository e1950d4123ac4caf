"""Names of months and weekdays, from CLDR."""

from __future__ import annotations

import unicodedata
from functools import cache


@cache
def month_names(language: str) -> dict[str, int]:
    """Return the months' full names, with and without accents, and their numbers (1 to 12)."""
    from babel.dates import get_month_names  # noqa: PLC0415

    return _numbered(get_month_names("wide", locale=language), first=1)


@cache
def month_abbreviations(language: str) -> dict[str, int]:
    """Return the months' names and abbreviations, with and without final dot. Only beside a day number."""
    from babel.dates import get_month_names  # noqa: PLC0415

    short = _numbered(get_month_names("abbreviated", locale=language), first=1)
    return month_names(language) | short | {name.rstrip("."): number for name, number in short.items()}


@cache
def weekday_names(language: str) -> dict[str, int]:
    """Return the weekdays' full names and their numbers, Monday 0."""
    from babel.dates import get_day_names  # noqa: PLC0415

    return _numbered(get_day_names("wide", locale=language), first=0)


@cache
def weekday_abbreviations(language: str) -> dict[str, int]:
    """Return the weekdays' names and abbreviations (`lun.`). Only before a day number."""
    from babel.dates import get_day_names  # noqa: PLC0415

    return weekday_names(language) | _numbered(get_day_names("abbreviated", locale=language), first=0)


def _numbered(names: object, first: int) -> dict[str, int]:
    """Turn CLDR's number -> name into name -> number, `first` for the first; accents may be missing."""
    known: dict[int, str] = dict(names)  # type: ignore[call-overload]
    assert min(known) == first, "CLDR counts months from 1 and weekdays from Monday, 0"
    out: dict[str, int] = {}
    for number, name in known.items():
        low = name.lower()
        out[low] = number
        out[unaccented(low)] = number
    return out


def unaccented(word: str) -> str:
    """Return `word` without its accents: `fevrier`."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
