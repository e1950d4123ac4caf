"""From the articles of one story to its links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from selon.lexicon import Lexicon
from selon.link.actors import bodies_of, link_actors
from selon.link.comparing import Comparing
from selon.link.coverage import coverage
from selon.link.dating import redated
from selon.link.held import days_of_figures
from selon.link.joining import joined
from selon.link.memory import Memory
from selon.link.origins import Attribution
from selon.model import Annotations, Article, Correction, Links, Story


def link_story(
    story: Story,
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    lexicon: Lexicon,
    corrections: Sequence[Correction] = (),
    memory: Memory | None = None,
) -> Links:
    """Return everything that holds between the articles of `story`, with what persons corrected.

    Articles of other stories are left out. The result does not depend on the order of `articles`, and not on `memory`:
    that of an earlier linking with the same lexicon saves time where the articles are the same.
    """
    inside = frozenset(story.articles)
    comparing = Comparing(memory)
    known = redated([a for a in articles if a.id in inside], annotations, lexicon, corrections, comparing)
    covered = coverage(known.articles, known.annotations, lexicon)
    found = link_actors(covered.articles, known.annotations, lexicon, [c for c in corrections if c.of == "actors"])
    attribution = Attribution(
        actors={a.id: a for a in found.actors},
        bodies=bodies_of(found.actors),
        speakers=found.speakers,
        relays=found.relays,
    )
    days = days_of_figures(covered.articles, known.annotations, lexicon)
    links = joined(story, covered, attribution, found.givers, days, corrections, comparing)
    return msgspec.structs.replace(links, datings=known.datings)
