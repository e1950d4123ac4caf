"""Episodes: a story cut into its events and the stretches between them.

A story of more than LONG days whose articles number its events, or come back to the same days, has those days as its
events. An article belongs to the event it speaks of first and most (`focus`), the day after an event included, or to
the stretch after it. One that speaks of no day joins the articles most like it (k nearest neighbours), and one that is
like none stands apart, in an episode without days. Any other story is cut where no article came out for some days.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from selon.lexicon import Lexicon
from selon.link.comparing import Comparing
from selon.link.coverage import in_order, published
from selon.link.dating import redated
from selon.link.focus import Votes, calendar, day_of, focus
from selon.link.memory import Memory, digest_of
from selon.link.moments import days_apart
from selon.link.titles import title_of
from selon.link.vectors import Likeness, Vector, weighted_vectors
from selon.link.words import stems
from selon.model import Annotations, Article, Episode, Interval

PAUSE = 4
"""Days without an article after which an episode of a story without events is over."""

LONG = 14
"""Days of a story that is cut by its events. A week or two of coverage of one accident has phases, but no row."""

HEARD = 0.3
PEAK = 5
KEPT = 2
"""An article is about a day that weighs HEARD in it. A day that PEAK articles are about, as many as on any day
within three and twice their average, is an event; one that has a number needs KEPT."""

NEIGHBOURS = 8
LIKE = 0.12
SURE = 0.45
VERY_LIKE = 0.4
"""An article of no day joins the episode of most of its NEIGHBOURS most similar ones (by the cube of the cosine), when
the nearest is LIKE it and SURE of their weight agrees, or the nearest is VERY_LIKE it. Tuned with the rest on the
judged articles: at LIKE 0.18 reports stay without an episode, below 0.1 comment gets one."""

LEAD = 400
"""Characters whose words count twice when articles are compared."""

_DAY = dt.timedelta(days=1)
_AROUND = 3

Place = tuple[dt.date, bool]
"""The day of an event, and whether the stretch after it is meant."""


def cut(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    lexicon: Lexicon,
    memory: Memory | None = None,
) -> tuple[Episode, ...]:
    """Return the episodes of a story, every article in exactly one, in order; what stands apart comes last.

    `memory` holds what was worked out of its articles before.
    """
    ordered, memory = in_order(articles), memory or Memory()
    comparing = Comparing(memory)
    known = redated(ordered, annotations, lexicon, (), comparing) if len(ordered) >= PEAK else None
    if known is not None and known.annotations:
        dated = in_order(known.articles)
        events = calendar(dated, known.annotations, lexicon)
        votes = {a.id: focus(a, known.annotations.get(a.id), events, lexicon) for a in dated}
        days = _events(votes, {day for row in events.values() for day in row.values()})
        own = [day for a in dated if (day := day_of(a)) is not None]
        if days and (max(days[-1], *own, days[-1]) - min(days[0], *own, days[0])).days > LONG:
            return _by_events(dated, votes, days, max([*own, days[-1]]), annotations, memory, lexicon)
    return _by_pauses(ordered, annotations)


def _events(votes: Mapping[str, Votes], numbered: set[dt.date]) -> list[dt.date]:
    """Return the days that a story comes back to, in order."""
    heat = Counter(day for vote in votes.values() for day, weight in vote.items() if weight > HEARD)
    events = {day for day in numbered if heat[day] >= KEPT}
    for day, articles in heat.items():
        around = [heat[day + shift * _DAY] for shift in range(-_AROUND, _AROUND + 1) if shift]
        if articles >= PEAK and articles >= max(around) and articles * len(around) >= 2 * sum(around):
            events.add(day)
    return sorted(events)


def _by_events(
    articles: Sequence[Article],
    votes: Mapping[str, Votes],
    events: Sequence[dt.date],
    last: dt.date,
    annotations: Mapping[str, Annotations],
    memory: Memory,
    lexicon: Lexicon,
) -> tuple[Episode, ...]:
    places: dict[str, Place] = {}
    for article in articles:
        weights: dict[Place, float] = defaultdict(float)
        for day, weight in votes[article.id].items():
            if events[0] - 2 * _DAY <= day <= last:
                weights[_place(day, events)] += weight
        if weights and (day_of(article) is not None or max(weights.values()) > LIKE):
            places[article.id] = max(sorted(weights), key=lambda place: weights[place])
    places |= _by_neighbours(articles, places, memory, lexicon)
    held: dict[Place, list[Article]] = defaultdict(list)
    for article in articles:
        if article.id in places:
            held[places[article.id]].append(article)
    made = [_episode(held[place], _days(place, events, last), annotations) for place in sorted(held)]
    apart = [a for a in articles if a.id not in places]
    return (*made, *(_episode(group, Interval(), annotations) for group in [apart] if group))


def _place(day: dt.date, events: Sequence[dt.date]) -> Place:
    at = bisect_right(events, day)
    if at == 0:
        return events[0], False  # what looks towards the first event
    event = events[at - 1]
    return event, day - event > _DAY


def _days(place: Place, events: Sequence[dt.date], last: dt.date) -> Interval:
    event, after = place
    at = bisect_right(events, event)
    end = events[at] - _DAY if at < len(events) else max(last, event)
    if after:
        return Interval(min(event + 2 * _DAY, end), end)
    return Interval(event, event)


def _by_neighbours(
    articles: Sequence[Article], places: Mapping[str, Place], memory: Memory, lexicon: Lexicon
) -> dict[str, Place]:
    """Return the places of the articles that have none, by the articles most like them."""
    left = [article for article in articles if article.id not in places]
    if not left or not places:
        return {}
    weighted = weighted_vectors([_counts(a, memory, lexicon) for a in articles])
    vectors: dict[str, Vector] = {a.id: vector for a, vector in zip(articles, weighted, strict=True)}
    placed = sorted(places)
    near = Likeness([vectors[i] for i in placed])
    found = {}
    for article in left:
        nearest = [(placed[n], likeness) for n, likeness in near.most(vectors[article.id], NEIGHBOURS)]
        weights: dict[Place, float] = defaultdict(float)
        for i, likeness in nearest:
            weights[places[i]] += likeness**3
        if not weights:
            continue
        best = max(sorted(weights), key=lambda place: weights[place])
        top, share = nearest[0][1], weights[best] / sum(weights.values())
        if (top >= LIKE and share >= SURE) or top > VERY_LIKE:
            found[article.id] = best
    return found


def _counts(article: Article, memory: Memory, lexicon: Lexicon) -> Mapping[str, float]:
    def make() -> dict[str, float]:
        text, _ = article.reading()
        counts: dict[str, float] = defaultdict(float)
        for start, _, stem in stems(text, frozenset(lexicon.stopwords.words), lexicon.language):
            counts[stem] += 2.0 if start < LEAD else 1.0
        return counts

    return memory.recall("stems", (article.id,), digest_of(article.text, article.blocks), dict[str, float], make)


def _by_pauses(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> tuple[Episode, ...]:
    """Cut where no article came out for PAUSE days. Articles without a date stay with those before."""
    stretches: list[list[Article]] = []
    last: Interval | None = None
    for article in articles:
        when = published(article)
        if not stretches or (last and when and days_apart(last, when) > PAUSE):
            stretches.append([])
        stretches[-1].append(article)
        last = when or last
    return tuple(_episode(s, _covered(s), annotations) for s in stretches)


def _covered(articles: Sequence[Article]) -> Interval:
    known = [i for i in map(published, articles) if i is not None]
    return Interval(
        min((i.low for i in known if i.low), default=None), max((i.high for i in known if i.high), default=None)
    )


def _episode(articles: Sequence[Article], days: Interval, annotations: Mapping[str, Annotations]) -> Episode:
    return Episode(title=title_of(articles[0], annotations), days=days, articles=tuple(a.id for a in articles))
