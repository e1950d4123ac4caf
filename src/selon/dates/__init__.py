"""Expressions of time and the days they mean, for cleaning and annotation alike."""

from selon.dates.finding import find_dates, find_dates_on

__all__ = ["find_dates", "find_dates_on"]
