"""The days that figures are about, where their own words name none.

`282 000 le 17 novembre, 106 000 le 24`: the day that stands with a figure in its sentence, or in what the sentence's
speaker says, where somebody does. Else the day that the article speaks of most (`selon.link.focus`): a report of Sunday
counts Saturday's crowd. An article without a day has the days of the numbered events that it names, and their weekday.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from selon.dates.names import weekday_names
from selon.lexicon import Lexicon
from selon.link.events import named_events
from selon.link.focus import calendar, day_of, focus
from selon.model import Annotations, Article, DateMention, Figure, Interval, Statement
from selon.text import Span, folded, sentence_starts

SAYING = 20
"""Characters from a cue to a day that tells when a thing was said (`a annoncé dimanche`)."""

_WEEK = dt.timedelta(days=7)


def days_of_figures(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], lexicon: Lexicon
) -> dict[str, Interval]:
    """Return the day that each count is about, by its id, where that can be told and the figure has no time itself."""
    events = calendar(articles, annotations, lexicon)
    found: dict[str, Interval] = {}
    for article in articles:
        known = annotations.get(article.id)
        if known is not None:
            reader = _Reader(article, known, events, lexicon)
            found.update((f.id, Interval(day, day)) for f in known.figures if (day := reader.day(f)) is not None)
    return found


class _Reader:
    """The days of one article's figures."""

    def __init__(
        self,
        article: Article,
        known: Annotations,
        events: Mapping[str, Mapping[int, dt.date]],
        lexicon: Lexicon,
    ) -> None:
        self.text = folded(article.text)
        self.starts = sentence_starts(article.text) or [0]
        self.known = known
        self.told: dict[str, Statement] = {s.id: s for s in known.statements}
        self.weekdays = weekday_names(lexicon.language)
        self.back = lexicon.dates.last
        self.since = frozenset(lexicon.dates.since)
        votes = focus(article, known, events, lexicon)
        self.main = max(votes, key=lambda day: (votes[day], -day.toordinal())) if votes else None
        self.own = day_of(article)
        numbered = ((span, events.get(noun, {}).get(number)) for (noun, number), span in named_events(article, lexicon))
        self.events = [(span, day) for span, day in numbered if day is not None]

    def day(self, figure: Figure) -> dt.date | None:
        """Return the day that a figure is about."""
        if figure.as_of is not None or figure.unit is not None or figure.unread is not None:
            return None
        low, high = self._around(figure)
        if figure.scope == "cumulated" or not self.since.isdisjoint(self.text[low:high].split()):
            return self.own  # a toll since some day runs up to that of the report
        return self._beside(figure, low, high) or (None if figure.scope == "recalled" else self.main)

    def _beside(self, figure: Figure, low: int, high: int) -> dt.date | None:
        """Return the day that stands with a figure: behind it and before the next one, else before it, else behind."""
        days = list(self._days(low, high))
        following = min((f.span.start for f in self.known.figures if f.span.start >= figure.span.end), default=high)
        close = [day for span, day in days if figure.span.end <= span.start < following]
        before = [day for span, day in days if span.end <= figure.span.start]
        behind = [day for span, day in days if span.start >= following]
        return next(iter([*close[:1], *before[-1:], *behind[:1]]), None)

    def _around(self, figure: Figure) -> tuple[int, int]:
        """Return the bounds of a figure's sentence, inside what somebody says."""
        at = bisect_right(self.starts, figure.span.start)
        low, high = self.starts[at - 1] if at else 0, self.starts[at] if at < len(self.starts) else len(self.text)
        statement = self.told.get(figure.statement or "")
        for part in statement.content if statement else ():
            if part.contains(figure.span):
                low, high = max(low, part.start), min(high, part.end)
        return low, high

    def _days(self, low: int, high: int) -> Iterator[tuple[Span, dt.date]]:
        """Yield the days and numbered events named between two places, in order, but those when a thing was said."""
        meant = [(d.span, day) for d in self.known.dates if (day := self._meant(d)) is not None]
        for span, day in sorted([*meant, *self.events]):
            if low <= span.start and span.end <= high and not self._of_saying(span):
                yield span, day

    def _of_saying(self, span: Span) -> bool:
        cues = (s.cue for s in self.known.statements if s.cue is not None)
        return any(0 <= span.start - cue.end <= SAYING for cue in cues)

    def _meant(self, mention: DateMention) -> dt.date | None:
        """Return the day of a mention. In an article without a day a weekday is that of the event it speaks of."""
        if mention.when is not None and mention.when.low is not None and mention.when.low == mention.when.high:
            return mention.when.low
        words = mention.span.of(self.text).split()
        weekday = self.weekdays.get(words[0]) if words else None
        if self.own is not None or self.main is None or weekday != self.main.weekday():
            return None
        return self.main - _WEEK if not set(words).isdisjoint(self.back) else self.main
