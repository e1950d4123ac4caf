"""On which day of a long story the things happened that a statement counts.

`20 000 personnes ont manifesté` is another claim on each day of protest of a long story, however alike the words. What
is said of a measure or of a mood goes on from one day to the next; only counts of persons and things are parted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from selon.link.coverage import Counted
from selon.link.episodes import LONG
from selon.model import Episode, Interval

_OTHER_TIMES = frozenset({"recalled", "cumulated"})
"""What is counted of another day beside it, and what is counted over all of them."""


def episodes_of_counts(
    figures: Iterable[Counted], days: Mapping[str, Interval], episodes: Sequence[Episode]
) -> dict[str, int]:
    """Return the number of the episode in which the things took place that a statement counts, by the statement's id.

    `days` are those of figures that name none, by their ids. A statement that counts things of several days has that of
    the first; one whose day is in no episode has none, and none has one in a story that is no longer than what goes on
    without a day of its own (`selon.link.episodes`).
    """
    found: dict[str, int] = {}
    known = [(n, one.days.low, one.days.high) for n, one in enumerate(episodes) if one.days.low and one.days.high]
    if not known or (max(high for _, _, high in known) - min(low for _, low, _ in known)).days <= LONG:
        return found
    for counted in figures:
        figure, statement = counted.figure, counted.statement
        if statement is None or statement.id in found or figure.unit or figure.move or figure.scope in _OTHER_TIMES:
            continue
        day = _one_day(days.get(figure.id) or figure.as_of)
        number = next((n for n, low, high in known if day and low <= day <= high), None)
        if number is not None:
            found[statement.id] = number
    return found


def _one_day(when: Interval | None) -> dt.date | None:
    return when.low if when is not None and when.low == when.high else None
