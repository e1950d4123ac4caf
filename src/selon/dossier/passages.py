"""Passages as a page cites them: exact words, their place in the article, and the address that leads there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.dossier.contract import (
    ActorEntry,
    ArticleEntry,
    BlockEntry,
    ClaimEntry,
    CopyEntry,
    Dossier,
    FigureEntry,
    PassageEntry,
    SeriesEntry,
    StatementEntry,
)
from selon.dossier.pages import Pages
from selon.dossier.phrases import Phrases
from selon.model import Interval
from selon.text import Span

# What opens a reported clause: no part of what a reader wants to see quoted on a line of its own.
_OPENING = re.compile(r"(?:que |qu['’])", re.IGNORECASE)
# A mark of quotation at an end of what is cited, with what comes with it there.
_CLOSING = re.compile(r"[.,;]?[ \u00a0\u202f]?[»”][.,;]?\Z")
_QUOTING = re.compile(r"[«“][ \u00a0\u202f]?")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")  # no-break spaces stay


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage to show: its `parts` with gaps between them (`cut`: one more at the end), and where it leads.

    `page` is the address of the page that it leads to, empty for the one that it is shown on; `address` the one
    for people, `label:start-end`.
    """

    parts: tuple[str, ...]
    anchor: str
    address: str
    cut: bool = False
    page: str = ""

    @property
    def href(self) -> str:
        """Where a link to the passage leads."""
        return f"{self.page}#{self.anchor}"

    @property
    def words(self) -> str:
        """The words on one line."""
        return " […] ".join(self.parts) + (" […]" if self.cut else "")


def anchor_of(key: str, spans: Sequence[Span]) -> str:
    """Return the id of a passage in the page: `a3-120-180`."""
    return "-".join([key, *(f"{s.start}-{s.end}" for s in spans)])


def shortened(parts: Sequence[str], limit: int) -> tuple[tuple[str, ...], bool]:
    """Return the first parts up to about `limit` characters, cut between words, and whether anything was cut."""
    kept: list[str] = []
    room = limit
    for part in parts:
        if len(part) > room:
            head = part[:room].rpartition(" ")[0] if room > 0 else ""
            return (*kept, head) if head else tuple(kept) or (part[:limit],), True
        kept.append(part)
        room -= len(part)
    return tuple(kept), False


def bare(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return what stands on a line of its own for a passage of `text`: without the `que` that opens it.

    Nor has it a mark of quotation at one end whose other half it does not hold.
    """
    first, *others = spans
    opening = _OPENING.match(text, first.start, first.end)
    if opening and opening.end() < first.end:
        first = Span(opening.end(), first.end)
    words = "".join(span.of(text) for span in spans)
    more = sum(map(words.count, "«“")) - sum(map(words.count, "»”"))
    quoting = _QUOTING.match(text, first.start, first.end) if more > 0 else None
    if quoting and quoting.end() < first.end:
        first = Span(quoting.end(), first.end)
    *before, last = first, *others
    closing = _CLOSING.search(text, last.start, last.end) if more < 0 else None
    if closing and closing.start() > last.start:
        last = Span(last.start, closing.start())
    return (*before, last)


def dates(times: Iterable[Interval | None]) -> str:
    """Return times as a page's filter reads them (ISO 8601): `2018-11-17 2018-11-19/2018-11-23 ../2018-12-01`.

    What nothing dates is left out.
    """
    known = {(w.low, w.high) for w in times if w and (w.low or w.high)}
    ends = sorted((low.isoformat() if low else "..", high.isoformat() if high else "..") for low, high in known)
    return " ".join(low if low == high else f"{low}/{high}" for low, high in ends)


class Index:
    """A dossier's entries by id, where they stand, and every passage cited so far (`cited`: by article id)."""

    def __init__(self, dossier: Dossier, say: Phrases, pages: Pages | None = None) -> None:
        """Take a dossier to show; without `pages`, one page shows all of it."""
        self.dossier = dossier
        self.say = say
        self.pages = pages = pages or Pages()
        self.articles: dict[str, ArticleEntry] = {a.id: a for a in dossier.articles}
        self.actors: dict[str, ActorEntry] = {a.id: a for a in dossier.actors}
        self.statements: dict[str, StatementEntry] = {s.id: s for s in dossier.statements}
        self.figures: dict[str, FigureEntry] = {f.id: f for f in dossier.figures}
        self.claims: dict[str, ClaimEntry] = {c.id: c for c in dossier.claims}
        self.series: dict[str, SeriesEntry] = {s.id: s for s in dossier.series}
        self.keys = {a.id: pages.name("a", i, a.id) for i, a in enumerate(dossier.articles, 1)}
        self.claim_keys = {c.id: pages.name("c", i, c.id) for i, c in enumerate(dossier.claims, 1)}
        self.series_keys = {s.id: pages.name("series-", i, s.id) for i, s in enumerate(dossier.series, 1)}
        self.rank = {s.id: i for i, s in enumerate(dossier.statements)}
        self.names = _short_names(dossier, say)
        self.cited: dict[str, set[tuple[Span, ...]]] = {a.id: set() for a in dossier.articles}
        self.told: dict[str, list[StatementEntry]] = {a.id: [] for a in dossier.articles}
        for statement in dossier.statements:
            self.told[statement.article].append(statement)
        self.counted: dict[str, list[FigureEntry]] = {a.id: [] for a in dossier.articles}
        for figure in dossier.figures:
            self.counted[figure.article].append(figure)
        self.copies: dict[str, list[CopyEntry]] = {a.id: [] for a in dossier.articles}
        for copy in dossier.copies:
            self.copies[copy.article].append(copy)
        self.either = _either(dossier)

    def cite(self, article: str, spans: Sequence[Span], limit: int | None = None) -> Cited:
        """Return the passage to show, and remember that the reading view has to hold it."""
        kept = tuple(spans)
        self.cited[article].add(kept)
        entry = self.articles[article]
        parts: tuple[str, ...] = tuple(_SPACES.sub(" ", s.of(entry.text)).strip() for s in kept)
        cut = False
        if limit is not None:
            parts, cut = shortened(parts, limit)
        address = f"{entry.label}:" + ",".join(f"{s.start}-{s.end}" for s in kept)
        return Cited(parts, self.anchor(article, kept), address, cut, self.pages.article(article))

    def anchor(self, article: str, spans: Sequence[Span]) -> str:
        """Return the id of a passage in the page on which its article is read."""
        return anchor_of("p" if self.pages.article(article) else self.keys[article], spans)

    def text_of(self, article: str) -> str:
        """Return the address at which an article is read."""
        return self.pages.article(article) or f"#{self.keys[article]}-text"

    def source_of(self, article: str) -> str:
        """Return the address at which an article is told of as a source."""
        return f"{self.pages.whole('sources') or self.pages.story}#{self.keys[article]}"

    def cite_label(self, label: PassageEntry, limit: int | None = None) -> Cited:
        """Return the passage that names a claim, as `bare` gives it."""
        return self.cite(label.article, bare(self.articles[label.article].text, label.spans), limit)

    def cite_statement(self, statement: str, limit: int | None = None) -> Cited:
        """Return the content of a statement to show, as `bare` gives it."""
        told = self.statements[statement]
        return self.cite(told.article, bare(self.articles[told.article].text, told.content), limit)

    def cite_figure(self, figure: str) -> Cited:
        """Return a figure's words to show."""
        entry = self.figures[figure]
        return self.cite(entry.article, (entry.span,))

    def body(self, actor: str) -> str:
        """Return the id of the last in the chain of those for whom an actor speaks."""
        seen = {actor}
        while (after := self.actors[actor].speaks_for) is not None and after in self.actors and after not in seen:
            actor = after
            seen.add(actor)
        return actor

    def name(self, actor: str) -> str:
        """Return an actor's name."""
        return self.actors[actor].name

    def said(self, statement: str) -> Interval | None:
        """Return when a statement was made; where nothing says it, at the latest when its article came out."""
        told = self.statements[statement]
        out = self.articles[told.article].published
        return told.when or (Interval(None, out.high) if out and out.high else None)

    def ref(self, article: str, at: int) -> str:
        """Return where a character stands: `Agence Ponant, § 4`."""
        return f"{self.names[article]}, {self.place(article, at)}"

    def place(self, article: str, at: int) -> str:
        """Return the place inside the article: `titre`, `chapô`, `§ 4`."""
        number = 0
        for block in self.articles[article].blocks:
            if block.span.start > at:
                break
            number += block.kind == "paragraph"
            if at < block.span.end:
                return self._place(block, number)
        return self.say("place.text")

    def _place(self, block: BlockEntry, number: int) -> str:
        return f"§\u00a0{number}" if block.kind == "paragraph" else self.say(f"place.{block.kind}")


def _either(dossier: Dossier) -> dict[str, list[str]]:
    """Return by article the others that share its text, where nothing tells which came first and they say so."""
    either: dict[str, list[str]] = {}
    for copy in dossier.copies:
        if not copy.directed:
            either.setdefault(copy.of, []).append(copy.article)
    return either


def _short_names(dossier: Dossier, say: Phrases) -> dict[str, str]:
    """Return the name by which references call each article: outlet, with its day or label where that is not enough."""
    outlets = Counter(a.outlet for a in dossier.articles)
    labels = {a.id: a.label for a in dossier.articles}
    names = {}
    for article in dossier.articles:
        if not article.outlet:
            names[article.id] = article.label
        elif outlets[article.outlet] == 1:
            names[article.id] = article.outlet
        else:
            names[article.id] = f"{article.outlet}, {say.days(article.published)}"
    repeated = Counter(names.values())
    return {i: name if repeated[name] == 1 else f"{name}, {labels[i]}" for i, name in names.items()}
