"""Sketches: what is kept of an article so that those about the same events, and its copies, are found by it."""

from __future__ import annotations

import msgspec

from selon.model.articles import Interval


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """What an article is about, and when: articles that have the same sketch count once when stories are made.

    `subject` are the weights of its terms (length 1), `keys` stand for the heaviest of them: articles that share none
    are never compared.
    """

    id: str
    days: Interval | None
    subject: dict[str, float]
    keys: tuple[int, ...]


class Sketched(msgspec.Struct, frozen=True, kw_only=True):
    """The articles with one sketch, by id, and the group that they are in; None before they have one."""

    sketch: str
    days: Interval | None
    articles: tuple[str, ...]
    group: str | None = None
