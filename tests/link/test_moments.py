from __future__ import annotations

import datetime as dt

from quarry_story import day

from selon.link.moments import before, day_order, days_apart
from selon.model import Interval


def _days(low: int | None, high: int | None) -> Interval:
    return Interval(low and dt.date(2025, 4, low), high and dt.date(2025, 4, high))


def test_days_order_what_they_date():
    assert before(day(3), day(4))
    assert not before(day(4), day(3))
    assert not before(day(3), day(3))


def test_ranges_that_touch_are_ordered_and_overlapping_ones_are_not():
    assert before(_days(3, 5), day(5))
    assert before(day(5), _days(5, 8))
    assert not before(_days(3, 6), _days(5, 8))


def test_an_open_side_orders_only_the_other_way():
    assert before(_days(None, 5), day(6))
    assert not before(day(3), _days(None, 5))
    assert not before(None, day(3))
    assert not before(day(3), None)


def test_unknown_times_sort_last():
    assert sorted([None, day(4), _days(3, None)], key=day_order) == [_days(3, None), day(4), None]


def test_days_apart_are_counted_between_the_nearest_ends():
    assert days_apart(_days(1, 3), _days(10, 12)) == 7
    assert days_apart(_days(10, 12), _days(1, 3)) == 7
    assert days_apart(_days(1, 5), _days(4, 9)) == 0
    assert days_apart(None, day(3)) == 0
