"""Stories: which articles are about the same run of events, by their words and their dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from selon.lexicon import Lexicon
from selon.link.clusters import average_link
from selon.link.coverage import in_order, published
from selon.link.moments import days_apart
from selon.link.vectors import Pairs, cosines, counted_vectors
from selon.link.words import Term, terms
from selon.model import Annotations, Article, Episode, Interval, Passage, Story, digest
from selon.text import Span, stripped

ALIKE = 0.14
"""Average cosine at which articles are still one story. Tuned on 805 French articles of eight papers, 381 of them
on one story of five months and the others on anything else of those days, with two small stories beside them:
at 0.14 the story's articles reach B-cubed precision 0.89 and recall 0.79, at 0.16 0.95 and 0.69."""

TERMS = 60
"""An article's subject is what it repeats: so many of its most frequent words and pairs of neighbouring words are
compared. Rarity does not count: in a collection that is about one story, its own name is the commonest word."""

NEIGHBOURS = 4
"""Most characters between two words that stand together."""

MOST_DAYS = 60
PAUSE = 4
"""Days without an article after which an episode is over."""

LONGEST_TITLE = 200
"""Characters of a first line that stands for a title: scraped text may be one line as a whole."""


def group(articles: Sequence[Article], annotations: Mapping[str, Annotations], lexicon: Lexicon) -> tuple[Story, ...]:
    """Return the stories that `articles` make, every article in exactly one, in order of their first days.

    A story's id is made from the smallest id of its articles, so that it stays when articles are added, unless
    one of them has a smaller id or brings two stories together. `annotations` give the titles.
    """
    ordered = in_order(articles)
    vectors = counted_vectors([_counts(a, lexicon) for a in ordered], TERMS)
    pairs = _compatible(ordered, cosines(vectors, floor=0.02))
    groups = average_link(len(ordered), pairs, ALIKE)
    return tuple(_story([ordered[i] for i in g], _central(g, pairs, ordered), annotations) for g in groups)


def one_story(articles: Sequence[Article], annotations: Mapping[str, Annotations], lexicon: Lexicon) -> Story:
    """Return one story of all `articles`, at least one, for a person who said that they belong together."""
    ordered = in_order(articles)
    pairs = cosines(counted_vectors([_counts(a, lexicon) for a in ordered], TERMS), floor=0.02)
    return _story(ordered, _central(range(len(ordered)), pairs, ordered), annotations)


def _counts(article: Article, lexicon: Lexicon) -> Mapping[str, float]:
    """Count the stems and the pairs of neighbouring stems of an article's own words."""
    text, _ = article.reading()
    counts: dict[str, float] = {}
    previous: Term | None = None
    whole = [Span(0, len(text))] if text else []
    for term in terms(text, whole, frozenset(lexicon.stopwords.words), lexicon.language):
        counts[term.stem] = counts.get(term.stem, 0.0) + 1.0
        if previous is not None and term.span.start - previous.span.end <= NEIGHBOURS:
            pair = f"{previous.stem} {term.stem}"
            counts[pair] = counts.get(pair, 0.0) + 1.0
        previous = term
    return counts


def _compatible(articles: Sequence[Article], pairs: Pairs) -> Pairs:
    """Leave out pairs of articles that came out too long after one another to be about one run of events."""
    days = [published(a) for a in articles]
    return {(i, j): value for (i, j), value in pairs.items() if days_apart(days[i], days[j]) <= MOST_DAYS}


def _central(members: Sequence[int], pairs: Pairs, articles: Sequence[Article]) -> Article:
    """Return the article that is most like the others, on a tie the first."""
    inside = set(members)
    sums = dict.fromkeys(members, 0.0)
    for (i, j), value in pairs.items():
        if i in inside and j in inside:
            sums[i] += value
            sums[j] += value
    return articles[min(members, key=lambda i: (-sums[i], i))]


def _story(articles: Sequence[Article], central: Article, annotations: Mapping[str, Annotations]) -> Story:
    first, last = _days([i for i in map(published, articles) if i is not None])
    return Story(
        id=digest("story", min(a.id for a in articles)),
        title=title_of(central, annotations),
        articles=tuple(a.id for a in articles),
        episodes=_episodes(articles, annotations),
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


def title_of(article: Article, annotations: Mapping[str, Annotations]) -> Passage | None:
    """Return an article's title as a passage, its first line of words when it has none, None when it is empty."""
    found = annotations.get(article.id)
    if article.title is not None:
        return Passage(article.id, (article.title,))
    if found is not None and found.title is not None:
        return Passage(article.id, (Span(found.title.start, found.title.end),))
    start = 0
    for line in article.text.splitlines(keepends=True):
        span = stripped(article.text, start, start + len(line))
        if span is not None and not any(f.overlaps(span) for f in article.furniture):
            return Passage(article.id, (Span(span.start, min(span.end, span.start + LONGEST_TITLE)),))
        start += len(line)
    return None


def _episodes(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> tuple[Episode, ...]:
    """Cut a story where no article came out for PAUSE days. Articles without a date stay with those before."""
    stretches: list[list[Article]] = []
    last: Interval | None = None
    for article in articles:
        when = published(article)
        if not stretches or (last and when and days_apart(last, when) > PAUSE):
            stretches.append([])
        stretches[-1].append(article)
        last = when or last
    return tuple(_episode(s, annotations) for s in stretches)


def _episode(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> Episode:
    known = [i for i in map(published, articles) if i is not None]
    days = Interval(
        min((i.low for i in known if i.low), default=None), max((i.high for i in known if i.high), default=None)
    )
    return Episode(title=title_of(articles[0], annotations), days=days, articles=tuple(a.id for a in articles))
