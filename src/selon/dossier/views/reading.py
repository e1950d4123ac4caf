"""The reading view: every article as received, its statements underlined, its figures boxed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from selon.dossier.contract import ArticleEntry, StatementEntry
from selon.dossier.contract.story import INFERRED
from selon.dossier.folds import Folds, fold, unfolded
from selon.dossier.marks import Shade, shade
from selon.dossier.passages import Index, dates
from selon.dossier.segments import Stretch, render, stretches_of
from selon.dossier.views.restated import Restated, restated
from selon.model import BlockKind
from selon.text import Span

LISTED = 8
_FOLDED, _TITLE = 120, 140


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin of a statement: who speaks, for whom, through whom, when, how sure; its corrections.

    `who` and `correct` are the addresses of the pages of the speaker and of the statement, empty where there are none.
    """

    mark: Shade
    speaker: str
    body: str
    relays: str
    days: str
    probable: bool
    restated: Restated | None
    who: str
    correct: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text. `folded`: furniture long enough to be put away, that nothing on the page cites."""

    kind: BlockKind
    html: Markup
    notes: tuple[Note, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article to be read. `card`: the address of what is told of it as a source."""

    key: str
    name: str
    label: str
    days: str
    card: str
    paragraphs: tuple[Paragraph, ...]
    dates: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All articles, and the passages that came out in several parts, which need a style rule each to light up."""

    articles: tuple[ArticleView, ...]
    split: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """An article that stands on a page of its own: `title` is its title, else its first words, cut."""

    name: str
    label: str
    days: str
    title: str
    page: str
    dates: str


def reading(index: Index) -> Reading:
    """Return the reading view. It holds every passage cited so far: build the other parts of the page first."""
    split: set[str] = set()
    views = tuple(_article(index, a, split) for a in index.dossier.articles)
    return Reading(views, tuple(sorted(split)))


def reading_of(index: Index, article: str) -> Reading:
    """Return the reading view of one article, by its id. It holds the passages of it that were cited so far."""
    split: set[str] = set()
    view = _article(index, index.articles[article], split)
    return Reading((view,), tuple(sorted(split)))


def listing(index: Index) -> Folds[Listed]:
    """Return the articles, newest first, where each has a page of its own; nothing where the page holds them all."""
    articles = index.dossier.articles
    apart = [a for a in articles if index.pages.article(a.id)]
    newest = [a for a in reversed(apart) if a.published] + [a for a in apart if not a.published]
    return fold(newest, lambda a: _listed(index, a), LISTED, 0, index.pages.whole("reading"))


def all_listed(index: Index) -> Folds[Listed]:
    """Return all articles by date: the page of their own."""
    return unfolded(index.dossier.articles, lambda a: _listed(index, a))


def headline(entry: ArticleEntry) -> str:
    """Return the title of an article, or how it begins where it has none, cut between words."""
    title, first = " ".join(entry.title.split()), beginning(entry)
    words = title or (" ".join(first.of(entry.text).split()) if first else "")
    return textwrap.shorten(words, _TITLE, placeholder=" […]")


def beginning(entry: ArticleEntry) -> Span | None:
    """Return the first paragraph of an article."""
    return next((b.span for b in entry.blocks if b.kind in {"lead", "paragraph"}), None)


def _listed(index: Index, entry: ArticleEntry) -> Listed:
    return Listed(
        name=entry.outlet or index.say("sources.unnamed"),
        label=entry.label,
        days=_days(index, entry),
        title=headline(entry),
        page=index.text_of(entry.id),
        dates=dates([entry.published]),
    )


def _days(index: Index, entry: ArticleEntry) -> str:
    return index.say.days(entry.published, deduced=entry.published_basis in INFERRED)


def _article(index: Index, entry: ArticleEntry, split: set[str]) -> ArticleView:
    key = index.keys[entry.id]
    paragraphs = tuple(_paragraphs(index, entry, _stretches(index, entry), split))
    name = entry.outlet or index.say("sources.unnamed")
    days, card = _days(index, entry), index.source_of(entry.id)
    return ArticleView(key, name, entry.label, days, card, paragraphs, dates([entry.published]))


def _paragraphs(index: Index, article: ArticleEntry, stretches: list[Stretch], split: set[str]) -> Iterator[Paragraph]:
    told = index.told[article.id]
    for span, kind in _blocks(article):
        rendered = render(article.text, span, stretches)
        split |= rendered.split
        notes = tuple(_note(index, s) for s in told if span.start <= s.content[0].start < span.end)
        cited = any(s.ident and s.span.overlaps(span) for s in stretches)
        folded = kind == "furniture" and len(span) > _FOLDED and not cited
        yield Paragraph(kind, rendered.html, notes, folded)


def _blocks(article: ArticleEntry) -> Iterator[tuple[Span, BlockKind]]:
    """Yield the blocks and, as paragraphs, whatever words stand between them."""
    at = 0
    for block in article.blocks:
        yield from _between(article.text, at, block.span.start)
        yield block.span, block.kind
        at = max(at, block.span.end)
    yield from _between(article.text, at, len(article.text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[Span, BlockKind]]:
    if text[start:end].strip():
        yield Span(start, end), "paragraph"


def _stretches(index: Index, article: ArticleEntry) -> list[Stretch]:
    """Return statements, sources, cues, figures and cited passages of an article; no id stands twice."""
    told = index.told[article.id]
    passages: dict[tuple[Span, ...], tuple[str, ...]] = {}
    for statement in told:
        passages.setdefault(statement.content, ("said", shade(statement.stance, statement.certainty)))
    for figure in index.counted[article.id]:
        passages[(figure.span,)] = (*passages.get((figure.span,), ()), "figure")
    for spans in sorted(index.cited[article.id]):
        passages.setdefault(spans, ())
    found = [Stretch(s, "b", ("who",)) for s in sorted({s.source for s in told if s.source})]
    found += [Stretch(s, "i", ("verb",)) for s in sorted({s.cue for s in told if s.cue})]
    for spans, classes in sorted(passages.items()):
        found += stretches_of(spans, index.anchor(article.id, spans), classes)
    return found


def _note(index: Index, statement: StatementEntry) -> Note:
    body = index.body(statement.actor) if statement.actor else None
    return Note(
        mark=shade(statement.stance, statement.certainty),
        speaker=index.name(statement.actor) if statement.actor else statement.speaker,
        body=index.name(body) if body and body != statement.actor else "",
        relays=", ".join(index.name(r) for r in statement.relays),
        days=index.say.dated(statement.when),
        probable=statement.certainty == "probable",
        restated=restated(index, statement),
        who=index.pages.actor(statement.actor) if statement.actor else "",
        correct=index.pages.statement(statement.article, statement.id),
    )
