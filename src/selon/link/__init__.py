"""From the articles of a story to its actors, claims, series, origins, copies and changes."""

from selon.link.grouping import group

__all__ = ["group"]
