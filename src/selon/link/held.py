"""The days that figures are about, where their own words name none.

`282 000 le 17 novembre, 106 000 le 24`: the day that stands with a figure in its sentence, or in what the sentence's
speaker says, where somebody does. A part has the day of its whole. Else the day that the article speaks of most
(`selon.link.focus`): a report of Sunday counts Saturday's crowd; but the dead of a toll are counted up to the report.
An article without a day has the days of the numbered events that it names, and their weekday.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from selon.dates.names import weekday_names
from selon.lexicon import Lexicon
from selon.link.checks.amounts import is_read
from selon.link.checks.outcomes import outcome
from selon.link.checks.scene import Scene, scene
from selon.link.coverage import Counted
from selon.link.events import named_events
from selon.link.focus import calendar, day_of, focus
from selon.link.pages import page
from selon.link.told_days import Reference, ToldDays, day_in_week
from selon.link.whole_words import has
from selon.model import Annotations, Article, Figure, Interval, Statement
from selon.text import Span

SAYING = 20
"""Characters from a cue to a day that tells when a thing was said (`a annoncé dimanche`)."""


def days_of_figures(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], lexicon: Lexicon
) -> dict[str, Interval]:
    """Return the day that each count is about, by its id, where that can be told and the figure has no day itself.

    A figure of a week (`contre 27 000 la semaine dernière`) has the day of it that it is compared with.
    """
    events = calendar(articles, annotations, lexicon)
    found: dict[str, Interval] = {}
    for article in articles:
        known = annotations.get(article.id)
        if known is not None and known.figures:
            days = _Reader(article, known, events, lexicon).days()
            found.update((name, Interval(day, day)) for name, day in days.items())
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
        self.article = article
        self.text, starts = page(article.text)
        self.starts = starts or (0,)
        self.known = known
        self.figures = sorted(known.figures, key=lambda f: (f.span, f.id))
        self.told: dict[str, Statement] = {s.id: s for s in known.statements}
        self.cues = sorted((s.cue for s in known.statements if s.cue is not None), key=lambda c: c.end)
        self.lexicon = lexicon
        self.since = frozenset(lexicon.dates.since)
        self.several = frozenset(f"{name}s" for name in weekday_names(lexicon.language))
        self.telling = ToldDays(self.text, lexicon)
        votes = focus(article, known, events, lexicon)
        self.main = max(votes, key=lambda day: (votes[day], -day.toordinal())) if votes else None
        self.own = day_of(article)
        numbered = ((span, events.get(noun, {}).get(number)) for (noun, number), span in named_events(article, lexicon))
        self.events = [(span, day) for span, day in numbered if day is not None]
        counted = [Counted(article, f, None) for f in self.figures if is_read(f)]
        self.scene: Scene | None = scene(counted, lexicon) if counted else None
        self.found: dict[str, dt.date] = {}

    def days(self) -> dict[str, dt.date]:
        """Return the days of the figures, by their ids."""
        for at, figure in enumerate(self.figures):
            day = self._day(at, figure)
            if day is not None:
                self.found[figure.id] = day
        return self.found

    def _day(self, at: int, figure: Figure) -> dt.date | None:
        if figure.unit is not None or figure.unread is not None:
            return None
        low, high = self._around(figure)
        compared = Reference(self._compared(at, low), self.own)
        if figure.as_of is not None:
            return day_in_week(figure.as_of, compared.main) if compared.main else None
        if figure.scope == "cumulated" or not self.since.isdisjoint(self.text[low:high].split()):
            return self.own  # a toll since some day runs up to that of the report
        beside = self._beside(at, low, high, compared)
        if beside is not None:
            return beside
        if figure.part_of in self.found:
            return self.found[figure.part_of]
        if figure.scope == "recalled" or not self.several.isdisjoint(self.text[low:high].split()):
            return None  # `lors des deux derniers samedis`
        return self.own if self._is_toll(figure) and self.own is not None else self.main

    def _compared(self, at: int, low: int) -> dt.date | None:
        """Return the day of the count before in the sentence, which `la semaine précédente` is counted from."""
        before = self.figures[at - 1] if at else None
        return self.found.get(before.id, self.main) if before and before.span.start >= low else self.main

    def _is_toll(self, figure: Figure) -> bool:
        return self.scene is not None and is_read(figure) and outcome(self.scene, figure) == "dead"

    def _beside(self, at: int, low: int, high: int, reference: Reference) -> dt.date | None:
        """Return the day that stands with a figure: behind it and before the next one, else before it, else behind."""
        figure, end = self.figures[at], self.figures[at].span.end
        days = list(self._days(low, high, reference))
        after = next((f for f in self.figures[at + 1 :] if f.span.start >= end), None)
        following = after.span.start if after else high
        before = [day for span, day in days if span.end <= figure.span.start]
        # What is compared with the figure has the day behind it.
        own = [
            (span, day)
            for span, day in days
            if span.start >= end and not has(self.lexicon.dates.comparing, self.text[end : span.start])
        ]
        close = [day for span, day in own if span.start < following]
        behind = [day for span, day in own if span.start >= following and after and after.scope != "recalled"]
        return next(iter([*close[:1], *before[-1:], *behind[:1]]), None)

    def _around(self, figure: Figure) -> tuple[int, int]:
        """Return the bounds of a figure's sentence, inside what somebody says.

        What stands outside tells when it was said, save beside `selon` and beside a verb by which one counts.
        """
        at = bisect_right(self.starts, figure.span.start)
        low, high = self.starts[at - 1] if at else 0, self.starts[at] if at < len(self.starts) else len(self.text)
        statement = self.told.get(figure.statement or "")
        if statement is None or (statement.cue is not None and self._counts(statement.cue)):
            return low, high
        for part in statement.content:
            if part.contains(figure.span):
                low, high = max(low, part.start), min(high, part.end)
        return low, high

    def _counts(self, cue: Span) -> bool:
        """Say whether a cue is `selon`, or says that somebody counted."""
        words = cue.of(self.text)
        stems = tuple(verb[:-2] for verb in self.lexicon.counts.counting_verbs)
        return words in self.lexicon.cues.prepositions or any(word.startswith(stems) for word in words.split())

    def _days(self, low: int, high: int, reference: Reference) -> Iterator[tuple[Span, dt.date]]:
        """Yield the days and numbered events named between two places, in order, but those when a thing was said."""
        inside = (d for d in self.known.dates if low <= d.span.start and d.span.end <= high)
        meant = [(d.span, day) for d in inside if (day := self.telling.day(d, reference)) is not None]
        named = [(span, day) for span, day in self.events if low <= span.start and span.end <= high]
        for span, day in sorted([*meant, *named]):
            if not self._of_saying(span):
                yield span, day

    def _of_saying(self, span: Span) -> bool:
        """Say whether a day stands behind a cue, with no figure between them."""
        at = bisect_right(self.cues, span.start, key=lambda c: c.end)
        cue = self.cues[at - 1] if at else None
        if cue is None or span.start - cue.end > SAYING or self._counts(cue):
            return False
        return not any(cue.end <= f.span.start < span.start for f in self.figures)
