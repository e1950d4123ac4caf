"""Silent revisions: a giver's figure for one day that comes back different, with no word of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from selon.link.coverage import Counted, Coverage
from selon.model import Change, Interval


def told_in_silence(changes: Iterable[Change], coverage: Coverage) -> Iterator[Change]:
    """Yield the changes of figures, those marked `silent` that revise a figure without saying so.

    That takes figures of one scope for one time (`as_of`): a count that went on is no revision, and neither is one
    that the text gives as new (`revu à la hausse`).
    """
    known = {c.figure.id: c for c in coverage.figures}
    for change in changes:
        before, after = ([known[i] for i in ids if i in known] for ids in (change.before, change.after))
        silent = any(_revises(one, other) for one in before for other in after)
        yield msgspec.structs.replace(change, kind="silent") if silent else change


def _revises(before: Counted, after: Counted) -> bool:
    one, other = before.figure, after.figure
    same_time = _day(one.as_of) is not None and _day(one.as_of) == _day(other.as_of) and one.hours == other.hours
    return same_time and one.scope == other.scope and other.move is None


def _day(when: Interval | None) -> Interval | None:
    """Return the time a figure holds for, None when it is open: `since Saturday` goes on."""
    return when if when is not None and when.low is not None and when.high is not None else None
