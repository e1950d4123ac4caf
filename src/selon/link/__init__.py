"""From the articles of a story to its actors, claims, series, origins, copies and changes."""

from selon.link.grouping import group
from selon.link.story import link_story

__all__ = ["group", "link_story"]
