"""Expressions of time and the days they mean, for cleaning and annotation alike."""
