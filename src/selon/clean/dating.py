"""When an article was published and updated, from what it says and what its page says.

The strongest evidence is words of publication with a full date, then the page's metadata, `ce mercredi 23 octobre`
(the day of writing, by convention) with the year that other words allow, the month in a scraper's header, the
address. What agrees narrows it, what contradicts it is reported; what the text tells as past and as to come
narrows what is still wide. What can't be known stays wide or unknown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from email.utils import parsedate

import msgspec

from selon.clean.lines import Line, Role, plain
from selon.clean.narrowing import narrowed
from selon.clean.today import Signs, today_in
from selon.clean.wording import Wording, wording_of
from selon.dates import find_dates
from selon.lexicon import Lexicon
from selon.model import Article, Clue, DateBasis, Dating, Interval
from selon.text import Span

_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]([0-3]\d)(?!\d)")
_LINES_OF_PUBLICATION: tuple[Role, ...] = ("date", "dateline", "byline")
_SLACK: dict[DateBasis, int] = {"metadata": 1, "weekday": 6, "header": 0, "address": 1}
"""Days by which evidence may miss stronger evidence and still agree: a page is dated in another time zone, a text
written on the eve; `ce mercredi` is a day of the week of publication."""
_LONGEST_STATED = 200  # characters of metadata that can be a date


def published_in(article: Article, lines: list[Line], lexicon: Lexicon) -> Dating | None:
    """Return when the article was published, with the passages that tell; None when nothing does.

    All evidence counts: days that agree leave what they have in common, those that don't are kept in `against`.
    """
    weighed = _weighed(list(_datings(article, lines, lexicon)))
    if weighed is None:
        return None
    known = narrowed(weighed, lines, lexicon)
    against = (*weighed.against, *_impossible(lines, lexicon))
    return msgspec.structs.replace(known, against=against)


def _datings(article: Article, lines: list[Line], lexicon: Lexicon) -> Iterator[Dating]:
    """Yield what each kind of evidence says, the strongest first."""
    bounds: list[tuple[Interval, Span | None]] = []
    explicit = _explicit(article, lines, lexicon)
    if explicit is not None:
        yield explicit
        bounds.append((explicit.interval, explicit.evidence[0]))
    stated = interval_of(article.metadata.published, lexicon)
    if stated is not None:
        yield Dating(stated.low, stated.high, "metadata")
        bounds.append((stated, None))
    header, place = _header(lines)
    address = _from_address(article.url)
    bounds.extend((days, where) for days, where in ((header, place), (address, None)) if days is not None)
    body = [line for line in lines if line.kind in {"lead", "paragraph"}]
    mentions = [(line, mention) for line in body for mention in find_dates(line.text, lexicon)]
    found = today_in(Signs(article.text, lines, mentions, bounds, lexicon))
    if found is not None:
        yield found
    if header is not None and place is not None:
        yield Dating(header.low, header.high, "header", (place,))
    if address is not None:
        yield Dating(address.low, address.high, "address")


def _weighed(datings: Sequence[Dating]) -> Dating | None:
    """Return what the strongest evidence says, narrowed by what agrees with it, with what does not."""
    if not datings:
        return None
    known, against = datings[0], []
    for other in datings[1:]:
        assert known.low
        assert known.high
        assert other.low
        assert other.high
        low, high = max(known.low, other.low), min(known.high, other.high)
        if low <= high:
            if (low, high) != (known.low, known.high):
                known = Dating(low, high, other.basis, tuple(sorted({*known.evidence, *other.evidence})))
        elif (low - high).days > _SLACK[other.basis]:
            against.append(Clue(other.basis, other.low, other.high, other.evidence))
    return msgspec.structs.replace(known, against=tuple(against))


def _impossible(lines: list[Line], lexicon: Lexicon) -> Iterator[Clue]:
    """Yield the dates in lines of publication that no calendar has, or whose weekday is another."""
    for line in lines:
        if line.role in _LINES_OF_PUBLICATION:
            for mention in find_dates(line.text, lexicon):
                if mention.unresolved in {"impossible", "weekday"}:
                    yield Clue("explicit", None, None, (mention.span.shifted(line.span.start),))


def updated_in(article: Article, lines: list[Line], published: Dating | None, lexicon: Lexicon) -> Dating | None:
    """Return when the article was updated. A time without a day is a time of the day of publication."""
    wording = wording_of(lexicon)
    for line in lines:
        if line.role == "date":
            at = _update_at(line, wording)
            if at is None:
                continue
            place = Span(line.span.start + at, line.span.end)
            found = _first_date(article.text, place, lexicon)
            if found is not None:
                return Dating(found[0].low, found[0].high, "explicit", (place,))
            if published is not None and any(map(str.isdigit, place.of(article.text))):
                return Dating(published.low, published.high, "explicit", (place, *published.evidence))
    stated = interval_of(article.metadata.updated, lexicon)
    return Dating(stated.low, stated.high, "metadata") if stated is not None else None


def interval_of(words: str | None, lexicon: Lexicon) -> Interval | None:
    """Return the days that metadata mean: ISO 8601, an e-mail's date, or a date in words."""
    if not words:
        return None
    compact = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T.{0,20})?", words.strip())
    if compact:
        words = "-".join(compact.groups())
    match = _MONTH.match(words.strip())
    if match:
        return days_of(*match.groups())
    mail = parsedate(words[:_LONGEST_STATED])
    if mail is not None:
        return days_of(*(str(part) for part in mail[:3]))
    mention = next((m for m in find_dates(words[:_LONGEST_STATED], lexicon) if m.when is not None), None)
    return mention.when if mention is not None else None


def days_of(year: str, month: str, day: str | None) -> Interval | None:
    """Return a day, or a whole month; None for one that the calendar does not have."""
    try:
        if day:
            one = dt.date(int(year), int(month), int(day))
            return Interval(one, one)
        first = dt.date(int(year), int(month), 1)
        return Interval(first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def _explicit(article: Article, lines: list[Line], lexicon: Lexicon) -> Dating | None:
    """Return the full date of a line of publication or a dateline."""
    wording = wording_of(lexicon)
    for role in _LINES_OF_PUBLICATION:
        for line in lines:
            if line.role == role:
                end = _update_at(line, wording)
                if end == 0:
                    continue
                place = Span(line.span.start, line.span.start + end) if end else line.span
                found = _first_date(article.text, place, lexicon)
                if found is not None:
                    start = found[1].start if role == "dateline" else place.start
                    return Dating(found[0].low, found[0].high, "explicit", (Span(start, found[1].end),))
    return None


def _first_date(text: str, place: Span, lexicon: Lexicon) -> tuple[Interval, Span] | None:
    for mention in find_dates(place.of(text), lexicon):
        if mention.when is not None and mention.precision == "day":
            return mention.when, mention.span.shifted(place.start)
    return None


def _update_at(line: Line, wording: Wording) -> int | None:
    """Return where a line begins to speak of an update (a position in its text), None if it doesn't."""
    low = plain(line.text)
    return min((at for at in map(low.find, wording.updated) if at >= 0), default=None)


def _header(lines: list[Line]) -> tuple[Interval | None, Span | None]:
    for line in lines:
        if line.role == "header":
            match = _MONTH.search(line.text)
            days = days_of(*match.groups()) if match else None
            if days is not None:
                return days, line.span
    return None, None


def _from_address(url: str | None) -> Interval | None:
    """Return the day that an address names (`/2024/10/23/`, `/202410/23/`)."""
    match = _ADDRESS.search(url or "")
    return days_of(*match.groups()) if match else None
