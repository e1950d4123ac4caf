"""Silent revisions: a giver's figure for one day that comes back different, with no word of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from selon.link.checks.amounts import is_count, is_exact
from selon.link.coverage import Counted, Coverage, published
from selon.model import Change, Interval


def told_in_silence(
    changes: Iterable[Change], coverage: Coverage, days: Mapping[str, Interval] | None = None
) -> Iterator[Change]:
    """Yield the changes of figures, those marked `silent` that revise a figure without saying so.

    That takes figures of one scope for one time: what both say themselves (`as_of`), or a day that was over when both
    were given, which `days` give of those that name none. A count that went on is no revision, and neither is one that
    the text gives as new (`revu à la hausse`).
    """
    known = {c.figure.id: c for c in coverage.figures}
    held = days or {}
    for change in changes:
        before, after = ([known[i] for i in ids if i in known] for ids in (change.before, change.after))
        silent = any(_revises(one, other, held) for one in before for other in after)
        yield msgspec.structs.replace(change, kind="silent") if silent else change


def is_settled(counted: Counted, day: dt.date) -> bool:
    """Say whether a figure is an exact count of all of a day: a total, or one that an article gives afterwards."""
    figure, out = counted.figure, published(counted.article)
    whole = is_exact(figure) and is_count(figure) and figure.part_of is None and figure.move is None
    if not whole or figure.hours is not None or figure.scope not in {None, "total"}:
        return False
    return figure.scope == "total" or (out is not None and out.low is not None and out.low > day)


def _revises(before: Counted, after: Counted, days: Mapping[str, Interval]) -> bool:
    one, other = before.figure, after.figure
    if other.move is not None or one.hours != other.hours:
        return False
    if one.scope == other.scope and _closed(one.as_of) is not None and _closed(one.as_of) == _closed(other.as_of):
        return True
    first, second = (_day(c.figure.as_of or days.get(c.figure.id)) for c in (before, after))
    return first is not None and first == second and is_settled(before, first) and is_settled(after, first)


def _closed(when: Interval | None) -> Interval | None:
    """Return the time a figure holds for, None when it is open: `since Saturday` goes on."""
    return when if when is not None and when.low is not None and when.high is not None else None


def _day(when: Interval | None) -> dt.date | None:
    return when.low if when is not None and when.low == when.high else None
