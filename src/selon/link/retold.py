"""What articles tell of a day in the same words, or with the same number: the day that one knows, the others mean.

Agency copy is reprinted without its date: `… samedi, 1 723 personnes ont été interpellées`. Where a dated article
has these very words around `samedi`, or this number of the same thing in its sentence, both speak of one Saturday.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from selon.link.events import Event, Placed
from selon.link.pages import page
from selon.model import Annotations, Article, DateMention, Figure, Passage
from selon.text import Span

_WORD = re.compile(r"\w+")
_WORDS = 8
"""Words of a wording, the day among them. Six are said of many days: in the measure of `link.dating`, 11 of 54 articles
were then put on a wrong one (8 words: 2 of 45; 10 words: 2 of 43)."""
_TELLING = 4
"""Digits of a number, without its last zeros, from which on no two days have it: with three, 4 of 48 were wrong."""


def retold_in(article: Article, found: Annotations) -> Iterator[Event]:
    """Yield what stands around each day of an article that is told from the article's own (`samedi`, `hier`).

    An event is named by the words before, around or behind the day, and by each telling figure of its sentence.
    """
    furniture = article.furniture
    told = [d for d in found.dates if _is_told(d) and not any(f.overlaps(d.span) for f in furniture)]
    if not told:
        return
    low, sentences = page(article.text)
    words = [match.span() for match in _WORD.finditer(low)]
    for day in told:
        at = bisect_left(words, (day.span.start, 0))
        for first in (at - _WORDS + 1, at - _WORDS // 2, at):
            around = words[max(0, first) : first + _WORDS]
            if first >= 0 and len(around) == _WORDS:
                name = " ".join(low[start:end] for start, end in around)
                yield Event((name, 0), article.id, Span(around[0][0], around[-1][1]), day, bare=False)
        nth = bisect_right(sentences, day.span.start)
        end = sentences[nth] if nth < len(sentences) else len(low)
        begin = sentences[nth - 1] if nth else 0
        for figure in found.figures:
            if begin <= figure.span.start < end and _tells(figure):
                yield Event((figure.counted, int(figure.low or 0)), article.id, figure.span, day, bare=False)


def _is_told(day: DateMention) -> bool:
    """Say whether the words mean a day by the day of writing alone."""
    return day.precision == "day" and (day.anchor is not None or day.unresolved == "anchor")


def _tells(figure: Figure) -> bool:
    if figure.low is None or figure.low != figure.high or figure.low != int(figure.low) or not figure.counted:
        return False
    return len(str(int(figure.low)).rstrip("0")) >= _TELLING


def days_of_retold(events: Iterable[Event], days: Mapping[str, dt.date]) -> dict[tuple[str, int], Placed]:
    """Return the day that most dated articles mean by each event; none where two are meant as often.

    `days` are the days of those articles, by id.
    """
    given: dict[tuple[str, int], dict[dt.date, list[Passage]]] = {}
    for event in events:
        when, on = event.beside.when, days.get(event.article)
        if on is not None and when is not None and when.low is not None and when.low == when.high:
            given.setdefault(event.name, {}).setdefault(when.low, []).append(event.passage)
    found: dict[tuple[str, int], Placed] = {}
    for name, by_day in sorted(given.items()):
        counts = Counter({day: len({p.article for p in passages}) for day, passages in by_day.items()})
        (day, most), *others = counts.most_common()
        if not others or others[0][1] < most:
            found[name] = Placed(day, tuple(sorted(set(by_day[day]))))
    return found
