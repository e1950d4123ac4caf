"""Stories: which articles are about the same run of events, by their words and their dates."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from selon.lexicon import Lexicon
from selon.link.clusters import centroid_link
from selon.link.coverage import in_order, published
from selon.link.episodes import cut
from selon.link.memory import Memory
from selon.link.moments import day_order
from selon.link.regrouped import regrouped
from selon.link.sketching import Likenesses, likenesses, sketch
from selon.link.titles import title_of
from selon.model import Annotations, Article, Correction, Interval, Sketch, Sketched, Story, digest

ALIKE = 0.20
"""Cosine of the centroids at which articles are still one story. On 1 065 articles (`python -m selon.evaluate --only
stories`), the largest story holds 98.1 % of those that a reader puts into it at 0.18 and 0.20, 97.4 % at 0.22, and its
precision rises from 96.8 % to 97.7 %; from 0.28 on, articles drop out by tens, and below 0.16 other stories run into
it."""


def group(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    lexicon: Lexicon,
    corrections: Sequence[Correction] = (),
) -> tuple[Story, ...]:
    """Return the stories that `articles` make, every article in exactly one, in order of their first days.

    `corrections` are what persons said of stories. The result is that of the set of articles: their order and number
    of arrivals do not matter. A story's id is made from the smallest id of its articles, so that it stays when
    articles are added, unless one of them has a smaller id or brings two stories together. `annotations` give the
    titles and the days of which articles speak.
    """
    known = {a.id: a for a in in_order(articles)}
    sketched, alike = _sketched(list(known.values()), lexicon)
    groups = [[id_ for s in members for id_ in s.articles] for members in grouped(sketched, alike)]
    return tuple(
        story([known[id_] for id_ in members], sketched, alike, annotations, lexicon)
        for members in regrouped(groups, corrections)
    )


def one_story(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    lexicon: Lexicon,
    memory: Memory | None = None,
) -> Story:
    """Return one story of all `articles`, at least one, for a person who said that they belong together.

    `memory` is as for `story`.
    """
    return story(articles, *_sketched(in_order(articles), lexicon), annotations, lexicon, memory)


def grouped(sketched: Sequence[Sketched], alike: Likenesses) -> list[list[Sketched]]:
    """Return the groups that sketches make, in order of the first article of each, by their likenesses alone.

    Groups that touch none of the others' sketches by a likeness can be left out, and change nothing; so can one that
    is given whole and comes back whole. That is how one article is added to many.
    """
    ordered = in_rank(sketched)
    place = {s.sketch: n for n, s in enumerate(ordered)}
    pairs = {(place[a], place[b]): value for (a, b), value in alike.items() if a in place and b in place}
    return [[ordered[n] for n in members] for members in centroid_link(len(ordered), pairs, ALIKE)]


def in_rank(sketched: Iterable[Sketched]) -> list[Sketched]:
    """Return sketches in order of their first articles."""
    return sorted(sketched, key=rank)


def rank(sketched: Sketched) -> tuple[tuple[date, date], tuple[str, ...]]:
    """Return a key that sorts sketches by their first articles."""
    return day_order(sketched.days), sketched.articles


def story_id(articles: Iterable[str]) -> str:
    """Return the id of the story of these articles."""
    return digest("story", min(articles))


def story(
    articles: Sequence[Article],
    sketched: Sequence[Sketched],
    alike: Likenesses,
    annotations: Mapping[str, Annotations],
    lexicon: Lexicon,
    memory: Memory | None = None,
) -> Story:
    """Return the story of `articles`, titled by the one that is most like the others, on a tie by the first.

    `sketched` and `alike` may hold more than its own. `memory` holds what was worked out of its articles before.
    """
    ordered = in_order(articles)
    weights = _weights({a.id for a in ordered}, sketched, alike)
    central = max(ordered, key=lambda a: weights.get(a.id, 0.0))
    first, last = _days([i for i in map(published, ordered) if i is not None])
    return Story(
        id=story_id(a.id for a in ordered),
        title=title_of(central, annotations),
        articles=tuple(a.id for a in ordered),
        episodes=cut(ordered, annotations, lexicon, memory),
        first=first,
        last=last,
    )


def _sketched(ordered: Sequence[Article], lexicon: Lexicon) -> tuple[list[Sketched], Likenesses]:
    sketches: dict[str, Sketch] = {}
    articles: dict[str, list[str]] = {}
    for article in ordered:
        made = sketch(article, lexicon)
        sketches[made.id] = made
        articles.setdefault(made.id, []).append(article.id)
    held = [Sketched(sketch=i, days=s.days, articles=tuple(articles[i])) for i, s in sketches.items()]
    return held, likenesses(sketches.values())


def _weights(members: set[str], sketched: Sequence[Sketched], alike: Likenesses) -> dict[str, float]:
    """Return how much each of `members` is like the others, by its id. Copies weigh once."""
    firsts = {s.sketch: own[0] for s in sketched if (own := [id_ for id_ in s.articles if id_ in members])}
    values: dict[str, list[float]] = {id_: [] for id_ in firsts.values()}
    if len(firsts) < 2:  # noqa: PLR2004  most stories: nothing to look for among all likenesses
        return {}
    for (one, other), value in alike.items():
        if one in firsts and other in firsts:
            values[firsts[one]].append(value)
            values[firsts[other]].append(value)
    return {id_: math.fsum(own) for id_, own in values.items()}


def _days(known: Sequence[Interval]) -> tuple[date | None, date | None]:
    """Return the first and the last day of a story, by the articles whose day is known.

    One known to the month only would make the story last all of that month; it counts where it lies apart from
    the others, or where no day is known at all.
    """
    exact = [i for i in known if i.low == i.high and i.low]
    first = min((i.low for i in exact if i.low), default=None)
    last = max((i.high for i in exact if i.high), default=None)
    apart = [i for i in known if first is None or last is None or (i.high or last) < first or (i.low or first) > last]
    lows = [d for d in (first, *(i.low for i in apart)) if d is not None]
    highs = [d for d in (last, *(i.high for i in apart)) if d is not None]
    return min(lows, default=None), max(highs, default=None)
