"""When the undated statements of a report were made."""

from __future__ import annotations

import datetime as dt

from selon.dates.report import time_of_report
from selon.model import Interval


def days(low, high=None):
    return Interval(dt.date(2024, 10, low), dt.date(2024, 10, high or low))


def test_a_report_of_one_day_gives_that_day():
    assert time_of_report(days(28), []) == days(28)
    assert time_of_report(days(28), [days(28), days(28), days(26), days(21, 27)]) == days(28)


def test_a_round_up_gives_all_the_days_that_it_tells():
    told = [days(25), days(24), days(24), days(23), days(14, 20)]
    assert time_of_report(days(25, 26), told) == days(14, 26)


def test_what_is_long_past_is_background():
    told = [days(25), days(24), days(23), days(22), days(1)]
    assert time_of_report(days(25, 26), told) == days(22, 26)


def test_a_report_that_is_not_dated_to_a_few_days_dates_nothing():
    assert time_of_report(None, [days(25)]) is None
    assert time_of_report(days(1, 31), [days(25)]) is None
    assert time_of_report(Interval(dt.date(2024, 10, 1), None), [days(25)]) is None
