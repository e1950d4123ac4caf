"""Links: everything found across the articles of one story."""

from __future__ import annotations

import msgspec

from selon.model.actors import Actor
from selon.model.articles import Dating, Interval
from selon.model.claims import Change, Check, Claim, Quotation, Series
from selon.model.stories import Copy, Passage, Story


class ArticleDating(msgspec.Struct, frozen=True):
    """When an article appeared, as other articles of the story tell, and their passages that do.

    The evidence of `dating` stands in the article itself.
    """

    article: str
    dating: Dating
    by: tuple[Passage, ...]


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """What holds between the articles of a story. Ids of statements, figures and articles are the keys.

    `speakers` and `givers` give the actor of a statement or a figure, `relays` the actors between the article
    and the speaker, outermost first. A statement whose speaker nobody can tell has no entry. `days` are those of
    figures that name none but are about one, `datings` those of the articles that other articles date.
    """

    story: Story
    actors: tuple[Actor, ...] = ()
    speakers: dict[str, str] = {}  # msgspec copies the default
    relays: dict[str, tuple[str, ...]] = {}
    givers: dict[str, str] = {}
    days: dict[str, Interval] = {}
    claims: tuple[Claim, ...] = ()
    series: tuple[Series, ...] = ()
    copies: tuple[Copy, ...] = ()
    changes: tuple[Change, ...] = ()
    checks: tuple[Check, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    datings: tuple[ArticleDating, ...] = ()
