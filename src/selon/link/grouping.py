"""Stories: which articles are about the same run of events, by their words and their dates."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from selon.lexicon import Lexicon
from selon.link.clusters import centroid_link
from selon.link.coverage import in_order, published
from selon.link.episodes import cut
from selon.link.moments import days_apart
from selon.link.regrouped import regrouped
from selon.link.titles import title_of
from selon.link.topics import subject
from selon.link.vectors import Pairs, Vector, cosines
from selon.model import Annotations, Article, Correction, Interval, Story, digest

ALIKE = 0.20
"""Cosine of the centroids at which articles are still one story. On 1 065 articles (`python -m benchmarks.stories`),
the largest story holds 98.1 % of those that a reader puts into it at 0.18 and 0.20, 97.4 % at 0.22, and its precision
rises from 96.8 % to 97.7 %; from 0.28 on, articles drop out by tens, and below 0.16 other stories run into it."""

FLOOR = 0.05
"""Cosines below this count as none. At 0.02 twice as many pairs give the same stories; at 0.08 a story loses a fiftieth
of its articles."""

BUDGET = 40_000_000
"""Most products for one call, rare words first: some 3 000 articles of one story, or 10 000 of many."""

MOST_DAYS = 60
"""Articles whose days lie further apart are not compared: what links them is the articles between."""


class _Item(NamedTuple):
    """Articles with the same subject and days of publication, copies above all: they count once."""

    subject: Vector
    days: Interval | None
    articles: list[Article]


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
    items = _alike(in_order(articles), lexicon)
    pairs = {
        (i, j): value
        for (i, j), value in _pairs(items).items()
        if days_apart(items[i].days, items[j].days) <= MOST_DAYS
    }
    found = centroid_link(len(items), pairs, ALIKE)
    groups = regrouped([[a for i in members for a in items[i].articles] for members in found], corrections)
    weights = _weights(groups, items, pairs)
    return tuple(_story(in_order(members), weights, annotations, lexicon) for members in groups)


def one_story(articles: Sequence[Article], annotations: Mapping[str, Annotations], lexicon: Lexicon) -> Story:
    """Return one story of all `articles`, at least one, for a person who said that they belong together."""
    ordered = in_order(articles)
    items = _alike(ordered, lexicon)
    return _story(ordered, _weights([ordered], items, _pairs(items)), annotations, lexicon)


def _alike(ordered: Sequence[Article], lexicon: Lexicon) -> list[_Item]:
    """Return the items to group, in the order of their first articles. Articles without words are alike in nothing."""
    items: dict[Hashable, _Item] = {}
    for article in ordered:
        vector, days = subject(article, lexicon), published(article)
        key = (tuple(vector.items()), days) if vector else article.id
        items.setdefault(key, _Item(vector, days, [])).articles.append(article)
    return list(items.values())


def _pairs(items: Sequence[_Item]) -> Pairs:
    return cosines([item.subject for item in items], FLOOR, BUDGET)


def _weights(groups: Sequence[Sequence[Article]], items: Sequence[_Item], pairs: Pairs) -> dict[str, float]:
    """Return how much each article is like the others of its group, by its id. Copies weigh once."""
    home = {a.id: n for n, members in enumerate(groups) for a in members}
    firsts = [item.articles[0].id for item in items]
    sums = dict.fromkeys(firsts, 0.0)
    for (i, j), value in sorted(pairs.items()):
        if home[firsts[i]] == home[firsts[j]]:
            sums[firsts[i]] += value
            sums[firsts[j]] += value
    return sums


def _story(
    articles: Sequence[Article], weights: Mapping[str, float], annotations: Mapping[str, Annotations], lexicon: Lexicon
) -> Story:
    """Return the story of `articles`, in order, titled by the one that is most like the others, on a tie the first."""
    central = max(articles, key=lambda a: weights.get(a.id, 0.0))
    first, last = _days([i for i in map(published, articles) if i is not None])
    return Story(
        id=digest("story", min(a.id for a in articles)),
        title=title_of(central, annotations),
        articles=tuple(a.id for a in articles),
        episodes=cut(articles, annotations, lexicon),
        first=first,
        last=last,
    )


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
