"""Focus: the days that an article speaks of, weighed by how early it does.

An episode is made of what articles tell, not of when they came out: a report of Sunday is about Saturday's events, one
of Friday about those to come. Exact days, numbered events (`acte III`) and the day of publication count.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from selon.dates.names import weekday_names
from selon.lexicon import Lexicon
from selon.link.coverage import published
from selon.link.events import events_in, exact_days, named_events, placed
from selon.model import Annotations, Article, DateMention, Interval

FADES = 400.0
"""Characters after which a day counts a third (1/e) of one in the first line: the lead says what an article is about.
250 and 600 place one and two of sixty articles fewer rightly (`python -m selon.evaluate --only stories`)."""

OWN_DAY = 0.3
"""What the day of publication counts beside a day in the first line. At 0.5 one of sixty fewer is right."""

NEAR = 10
"""Days from publication within which a day is news. What is older or further ahead is background."""

_WEEK = 7
Votes = Mapping[dt.date, float]


def calendar(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], lexicon: Lexicon
) -> dict[str, dict[int, dt.date]]:
    """Return the days of the numbered events of a story, by what is counted and number.

    Words that give a number the same day (`acte 5`, `5e journée`) count one row; so does the weekday on which all
    events of the longest row fall (`cinquième samedi`). Other rows are left out.
    """
    days = exact_days(articles)
    found = [e for a in articles if a.id in annotations for e in events_in(a, annotations[a.id], lexicon)]
    rows: dict[str, dict[int, dt.date]] = defaultdict(dict)
    for (noun, number), place in placed(found, days).items():
        rows[noun][number] = place.day
    if not rows:
        return {}
    line = rows[max(sorted(rows), key=lambda noun: len(rows[noun]))]
    same = {noun for noun, row in rows.items() if any(line.get(n) == day for n, day in row.items())}
    same -= {noun for noun, row in rows.items() if any(line.get(n, day) != day for n, day in row.items())}
    weekdays = {day.weekday() for day in line.values()}
    if len(weekdays) == 1:
        same |= {word for word, number in weekday_names(lexicon.language).items() if number in weekdays}
    return dict.fromkeys(sorted(same), line)


def focus(
    article: Article, found: Annotations | None, events: Mapping[str, Mapping[int, dt.date]], lexicon: Lexicon
) -> Votes:
    """Return the days that an article speaks of, with their weights. `events` is the calendar of its story."""
    own = day_of(article)
    start = next((b.span.start for b in article.blocks if b.kind != "furniture"), 0)
    votes: dict[dt.date, float] = defaultdict(float)
    for mention in found.dates if found else ():
        day = _meant(mention, article, own, lexicon)
        if day is not None:
            votes[day] += math.exp((start - mention.span.start) / FADES)
    for (noun, number), span in named_events(article, lexicon):
        placed_on = events.get(noun, {}).get(number)
        if placed_on is not None:
            votes[placed_on] += math.exp((start - span.start) / FADES)
    if own is not None:
        votes[own] += OWN_DAY
    return {d: w for d, w in sorted(votes.items()) if _is_news(d, published(article))}


def _is_news(day: dt.date, out: Interval | None) -> bool:
    """Say whether a day is near those in which an article came out, as far as they are known."""
    near = dt.timedelta(days=NEAR)
    after = out is None or out.low is None or day >= out.low - near
    return after and (out is None or out.high is None or day <= out.high + near)


def day_of(article: Article) -> dt.date | None:
    """Return the first of the one or two days in which an article came out, None when they are more."""
    days = published(article)
    if days is None or days.low is None or days.high is None or (days.high - days.low).days > 1:
        return None
    return days.low


def _meant(mention: DateMention, article: Article, own: dt.date | None, lexicon: Lexicon) -> dt.date | None:
    """Return the day of a mention. A weekday alone is the nearest one: tense misleads in reports of plans."""
    if mention.when is None or mention.when.low is None or mention.when.low != mention.when.high:
        return None
    weekday = weekday_names(lexicon.language).get(mention.span.of(article.text).lower())
    if own is None or weekday is None:
        return mention.when.low
    ahead = (weekday - own.weekday()) % _WEEK
    return own + dt.timedelta(days=ahead if ahead <= _WEEK - ahead - 1 else ahead - _WEEK)
