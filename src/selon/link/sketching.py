"""Sketches: what an article is about, and which articles are compared to make stories.

Two articles are compared when one of their heaviest terms is the same, so that a ledger finds those to compare with a
new article by an index. Their likeness follows from the two alone: it is the same whatever else there is.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable

from selon.lexicon import Lexicon
from selon.link.coverage import published
from selon.link.moments import days_apart
from selon.link.topics import subject
from selon.model import Article, Interval, Sketch, digest, encode

KEYS = 40
"""Terms of an article of which another one must have one among its own. On 1 066 articles (`python -m selon.evaluate
--only stories`) they leave a third of the pairs that share any term, and one article of 303 is lost to the largest
story; with 30, its precision falls from 97.7 to 97.0 %. Twice as many give the same stories, but for a few."""

FLOOR = 0.05
"""Likenesses below this count as none. At 0.02 twice as many pairs give the same stories; at 0.08 a story loses a
fiftieth of its articles."""

MOST_DAYS = 60
"""Articles whose days lie further apart are not compared: what links them is the articles between."""

Likenesses = dict[tuple[str, str], float]
"""By the ids of two sketches, the smaller one first."""


def sketch(article: Article, lexicon: Lexicon) -> Sketch:
    """Return the sketch of an article. One without words is like nothing, itself included."""
    weights, days = subject(article, lexicon), published(article)
    days = None if days == Interval() else days
    heaviest = sorted(weights, key=lambda term: (-weights[term], term))[:KEYS]
    told = encode(weights).decode() if weights else article.id
    return Sketch(
        id=digest("k", told, *_written(days)),
        days=days,
        subject=weights,
        keys=tuple(sorted({zlib.crc32(term.encode("utf-8", "surrogatepass")) for term in heaviest})),
    )


def likeness(one: Sketch, other: Sketch) -> float:
    """Return the cosine of what two sketches are about; 0 below FLOOR, without a common key, or MOST_DAYS apart.

    It is summed exactly (Shewchuk 1997), so that no order of the terms shows.
    """
    if days_apart(one.days, other.days) > MOST_DAYS or set(one.keys).isdisjoint(other.keys):
        return 0.0
    first, second = one.subject, other.subject
    value = math.fsum(first[term] * second[term] for term in first.keys() & second.keys())
    return value if value >= FLOOR else 0.0


def likenesses(sketches: Iterable[Sketch]) -> Likenesses:
    """Return the likeness of all that are alike, each sketch given once."""
    holders: dict[int, list[Sketch]] = {}
    found: Likenesses = {}
    for one in sketches:
        near = {other.id: other for key in one.keys for other in holders.get(key, ())}
        for other in near.values():
            value = likeness(one, other)
            if value:
                found[min(one.id, other.id), max(one.id, other.id)] = value
        for key in one.keys:
            holders.setdefault(key, []).append(one)
    return found


def _written(days: Interval | None) -> tuple[str, ...]:
    return (str(days.low), str(days.high)) if days else ()
