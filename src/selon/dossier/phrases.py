"""Fixed wording, numbers and days in the reader's language. Babel gives plural rules, months and separators."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from selon.dossier.contract import Dossier
from selon.model import Approx, Interval, Number

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("fr", "en")
CATALOGUE = Path(__file__).parent / "catalogue.toml"
NO_BREAK = "\u00a0"
_THOUSAND = 1000
_SIGNS: dict[Approx, str] = {"about": "≈", "at_least": "≥", "at_most": "≤"}
_SHORT_MONTH, _DAYS_IN_A_LONG_MONTH = 28, 31

Entry = dict[str, str | dict[str, str]]


@cache
def catalogue() -> dict[str, Entry]:
    """Return the wording: key (`section.name`) to language to words, or to plural form to words."""
    tables = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    return {f"{table}.{key}": entry for table, entries in tables.items() for key, entry in entries.items()}


def story_year(dossier: Dossier) -> int | None:
    """Return the year of the story's last day, or of its latest article; None when nothing is dated."""
    days = [d for a in dossier.articles if a.published for d in (a.published.high, a.published.low) if d]
    last = dossier.story.last or max(days, default=None)
    return last.year if last else None


class Phrases:
    """The wording in one language. `year` is the story's: days of that year are written without it."""

    def __init__(self, language: str, year: int | None = None) -> None:
        """Raise ValueError for a language that the catalogue does not have."""
        if language not in LANGUAGES:
            msg = f"expected an interface language among {', '.join(LANGUAGES)}, got {language!r}"
            raise ValueError(msg)
        self.language = language
        self.year = year

    @cached_property
    def locale(self) -> Locale:
        """Babel's rules for the language."""
        from babel import Locale  # noqa: PLC0415 - slow to load, and only pages need it

        return Locale.parse(self.language)

    def __call__(self, key: str, n: Number | None = None, **values: object) -> str:
        """Return the words of `key`, in the plural form of `n` where it has forms, with `values` put in.

        Raises KeyError for a key or a value that is missing.
        """
        words = catalogue()[key][self.language]
        if isinstance(words, dict):
            form = str(self.locale.plural_form(n if n is not None else 1))
            words = words.get(form, words["other"])
        if n is not None:
            values["n"] = self.number(n)
        return words.format_map(values)

    def number(self, value: Number) -> str:
        """Return a number with the language's separators: U+202F between thousands in French."""
        from babel.numbers import format_decimal  # noqa: PLC0415

        if isinstance(value, int) and 0 <= value < _THOUSAND:
            return str(value)  # nothing to separate; most numbers of a page are small
        words: str = format_decimal(value, locale=self.locale)
        return words

    def bounds(self, low: Number | None, high: Number | None, approx: Approx) -> str:
        """Return `1 500`, `≈ 10 000`, `≥ 1 500`, `10–15`; a dash when nothing is known."""
        if low is not None and high is not None and low != high:
            return f"{self.number(low)}–{self.number(high)}"
        value = low if low is not None else high
        if value is None:
            return "–"
        if low is None:
            approx = "at_most"
        elif high is None:
            approx = "at_least"
        sign = _SIGNS.get(approx)
        return f"{sign}{NO_BREAK}{self.number(value)}" if sign else self.number(value)

    def weekday(self, day: dt.date) -> str:
        """Return `ven. 18 oct.`."""
        return self._written(day, "MMMEd" if day.year == self.year else "yMMMEd")

    def full(self, day: dt.date) -> str:
        """Return `lundi 28 octobre 2024`."""
        from babel.dates import format_date  # noqa: PLC0415

        words: str = format_date(day, "full", locale=self.locale)
        return words

    def days(self, when: Interval | None, *, deduced: bool = False) -> str:
        """Return days as they are known: `18 oct.`, `18–23 oct.`, `≈ 10 oct.`, `janv. 2024`, `sans date`."""
        if when is None or (when.low is None and when.high is None):
            return self("days.none")
        if when.low is None or when.high is None:
            key = "days.until" if when.low is None else "days.since"
            return self(key, day=self.day(when.high or when.low or dt.date.min))
        words = self.between(when.low, when.high)
        return f"≈{NO_BREAK}{words}" if deduced else words

    def dated(self, when: Interval | None) -> str:
        """Return days as they are known, nothing where none is."""
        return self.days(when) if when and (when.low or when.high) else ""

    def day(self, day: dt.date) -> str:
        """Return `18 oct.`, with the year where it is not the story's."""
        return self._written(day, "MMMd" if day.year == self.year else "yMMMd")

    def between(self, low: dt.date, high: dt.date, *, with_year: bool = False) -> str:
        """Return the days from `low` to `high`, both included, as shortly as the story's year allows.

        `with_year` writes the year in any case.
        """
        from babel.dates import format_interval  # noqa: PLC0415

        if low == high:
            return self._written(low, "yMMMd") if with_year else self.day(low)
        if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31) and low.year == high.year:
            return str(low.year)
        whole = not with_year and low.day == 1 and _SHORT_MONTH <= (high - low).days + 1 <= _DAYS_IN_A_LONG_MONTH
        if whole and low.month == high.month and (high + dt.timedelta(1)).month != high.month:
            return self._written(low, "yMMM")
        skeleton = "MMMd" if low.year == high.year == self.year and not with_year else "yMMMd"
        words: str = format_interval(low, high, skeleton, locale=self.locale)
        return words.replace("\u2009", NO_BREAK)

    def _written(self, day: dt.date, skeleton: str) -> str:
        from babel.dates import format_skeleton  # noqa: PLC0415

        words: str = format_skeleton(skeleton, day, locale=self.locale)
        return words.replace(" ", NO_BREAK)
