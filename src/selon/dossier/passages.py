"""Passages as a page cites them: exact words, their place in the article, and the address that leads there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from selon.dossier.contract import (
    ActorEntry,
    ArticleEntry,
    BlockEntry,
    ClaimEntry,
    Dossier,
    FigureEntry,
    PassageEntry,
    SeriesEntry,
    StatementEntry,
)
from selon.dossier.phrases import Phrases
from selon.model import Interval
from selon.text import Span

# What opens a reported clause: no part of what a reader wants to see quoted on a line of its own.
_OPENING = re.compile(r"(?:que |qu['’])", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")  # no-break spaces stay


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage to show: its `parts` with gaps between them (`cut`: one more at the end), and where it leads.

    `page` is the address of the page that it leads to, empty for the one that it is shown on.
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


class Pages(Protocol):
    """Addresses of the pages that show the parts of a dossier, by id, where it is shown on several."""

    @property
    def story(self) -> str:
        """The address of the page that shows all of it but the articles."""

    def article(self, ident: str) -> str:
        """Return the address of the page on which an article is read."""

    def claim(self, ident: str) -> str:
        """Return the address of the page of a claim."""

    def actor(self, ident: str) -> str:
        """Return the address of the page of an actor."""

    def statement(self, article: str, ident: str) -> str:
        """Return the address of the page on which a statement is corrected, empty where none may be."""


class Index:
    """A dossier's entries by id, and every passage cited so far (`cited`: article id, spans)."""

    def __init__(self, dossier: Dossier, say: Phrases, pages: Pages | None = None) -> None:
        """Take a dossier to show; without `pages`, one page shows all of it."""
        self.dossier = dossier
        self.say = say
        self.pages = pages
        self.articles: dict[str, ArticleEntry] = {a.id: a for a in dossier.articles}
        self.actors: dict[str, ActorEntry] = {a.id: a for a in dossier.actors}
        self.statements: dict[str, StatementEntry] = {s.id: s for s in dossier.statements}
        self.figures: dict[str, FigureEntry] = {f.id: f for f in dossier.figures}
        self.claims: dict[str, ClaimEntry] = {c.id: c for c in dossier.claims}
        self.series: dict[str, SeriesEntry] = {s.id: s for s in dossier.series}
        self.keys = {a.id: f"a{i}" for i, a in enumerate(dossier.articles, 1)}
        self.rank = {s.id: i for i, s in enumerate(dossier.statements)}
        self.names = _short_names(dossier, say)
        self.cited: set[tuple[str, tuple[Span, ...]]] = set()

    def cite(self, article: str, spans: Sequence[Span], limit: int | None = None) -> Cited:
        """Return the passage to show, and remember that the reading view has to hold it."""
        kept = tuple(spans)
        self.cited.add((article, kept))
        entry = self.articles[article]
        parts: tuple[str, ...] = tuple(_SPACES.sub(" ", s.of(entry.text)).strip() for s in kept)
        cut = False
        if limit is not None:
            parts, cut = shortened(parts, limit)
        address = f"{entry.label}:" + ",".join(f"{s.start}-{s.end}" for s in kept)
        page = self.pages.article(article) if self.pages else ""
        return Cited(parts, self.anchor(article, kept), address, cut, page)

    def anchor(self, article: str, spans: Sequence[Span]) -> str:
        """Return the id of a passage in the page on which its article is read."""
        return anchor_of("p" if self.pages else self.keys[article], spans)

    def cite_label(self, label: PassageEntry, limit: int | None = None) -> Cited:
        """Return the passage that names a claim, without the `que` that opens it."""
        return self.cite(label.article, self._opened(label.article, label.spans), limit)

    def cite_statement(self, statement: str, limit: int | None = None) -> Cited:
        """Return the content of a statement to show, without the `que` that opens it."""
        told = self.statements[statement]
        return self.cite(told.article, self._opened(told.article, told.content), limit)

    def cite_figure(self, figure: str) -> Cited:
        """Return a figure's words to show."""
        entry = self.figures[figure]
        return self.cite(entry.article, (entry.span,))

    def _opened(self, article: str, spans: Sequence[Span]) -> tuple[Span, ...]:
        first, *others = spans
        opening = _OPENING.match(self.articles[article].text, first.start, first.end)
        if opening and opening.end() < first.end:
            first = Span(opening.end(), first.end)
        return (first, *others)

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


def _short_names(dossier: Dossier, say: Phrases) -> dict[str, str]:
    """Return the name by which references call each article: outlet, with its day or label where that is not enough."""
    outlets = Counter(a.outlet for a in dossier.articles)
    names = {}
    for article in dossier.articles:
        if not article.outlet:
            names[article.id] = article.label
        elif outlets[article.outlet] == 1:
            names[article.id] = article.outlet
        else:
            names[article.id] = f"{article.outlet}, {say.days(article.published)}"
    repeated = Counter(names.values())
    return {i: name if repeated[name] == 1 else f"{name}, {dossier_label(dossier, i)}" for i, name in names.items()}


def dossier_label(dossier: Dossier, article: str) -> str:
    """Return the label of an article."""
    return next(a.label for a in dossier.articles if a.id == article)
