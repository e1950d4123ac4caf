"""What a dossier is built from, put in order once: articles by date, then id; statements in order of the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from selon.dossier.contract import PassageEntry
from selon.lexicon import load
from selon.link.coverage import Told
from selon.link.dating import applied
from selon.link.sides import Side, side
from selon.model import ActorKind, Annotations, Article, Figure, Interval, Links, Passage, Statement, Story
from selon.text import covering, words_of

_LATE = dt.date.max


def by_day(when: Interval | None) -> tuple[dt.date, dt.date]:
    """Return a key that sorts intervals by first day, then last; what has no day comes last."""
    if when is None:
        return (_LATE, _LATE)
    low = when.low or when.high or _LATE
    return (low, when.high or low)


@dataclass(frozen=True, slots=True)
class Material:
    """A story's articles in order, what was found in them, and where each thing stands."""

    story: Story
    links: Links
    articles: tuple[Article, ...]
    annotations: dict[str, Annotations]
    texts: dict[str, str] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)  # statement or figure id -> article id
    statements: dict[str, Statement] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)  # statement or figure id -> place in the whole story
    voices: dict[str, str | None] = field(default_factory=dict)  # actor id -> the actor for whom it speaks
    kinds: dict[str, ActorKind] = field(default_factory=dict)
    read: dict[str, Article] = field(default_factory=dict)
    sides: dict[str, Side | None] = field(default_factory=dict)  # statement id -> the side that it takes

    @classmethod
    def of(
        cls, story: Story, articles: Sequence[Article], annotations: Mapping[str, Annotations], links: Links
    ) -> Material:
        """Keep what belongs to `story`, in order. Raises KeyError for an article without annotations."""
        wanted = set(story.articles)
        read = {a.id: a for a in articles if a.id in wanted}
        lexicon = load(min((a.language for a in read.values()), default="fr"))
        if links.datings:  # days that other articles tell
            known = applied(tuple(read.values()), annotations, links.datings, lexicon)
            read, annotations = {a.id: a for a in known.articles}, known.annotations
        found = {i: annotations[i] for i in sorted(read)}
        published = {i: read[i].published or found[i].published for i in read}
        ordered = sorted(read, key=lambda i: (by_day(p.interval if (p := published[i]) else None), i))
        material = cls(story, links, tuple(read[i] for i in ordered), found)
        material.kinds.update((a.id, a.kind) for a in links.actors)
        material.read.update(read)
        material.voices.update((a.id, a.speaks_for) for a in links.actors)
        for article in material.articles:
            material._place(article)
        material.sides.update((s, side(material.told(s), lexicon)) for s in material.statements)
        return material

    def _place(self, article: Article) -> None:
        self.texts[article.id] = article.text
        marks = self.annotations[article.id]
        told = sorted(marks.statements, key=lambda s: (covering(s.content), s.id))
        counted = sorted(marks.figures, key=lambda f: (f.span, f.id))
        self.statements.update((s.id, s) for s in told)
        self.figures.update((f.id, f) for f in counted)
        for key in (*(s.id for s in told), *(f.id for f in counted)):
            self.home[key] = article.id
            self.rank[key] = len(self.rank)

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return ids of statements or figures in order of the articles, then of the text; unknown ones left out."""
        return tuple(sorted((i for i in set(ids) if i in self.rank), key=self.rank.__getitem__))

    def passage(self, passage: Passage | None) -> PassageEntry | None:
        """Return a passage with its words; None for none, for an empty one and for one of another story."""
        if passage is None or not passage.spans or passage.article not in self.texts:
            return None
        return PassageEntry(
            article=passage.article,
            span=covering(passage.spans),
            spans=passage.spans,
            text=words_of(passage.spans, self.texts[passage.article]),
        )

    def said(self, statement: str) -> PassageEntry:
        """Return the content of a statement as a passage."""
        passage = self.passage(Passage(self.home[statement], self.statements[statement].content))
        assert passage is not None, "a statement has content"
        return passage

    def told(self, statement: str) -> Told:
        """Return a statement with its article, as linking takes them."""
        return Told(self.read[self.home[statement]], self.statements[statement])

    def body(self, actor: str) -> str:
        """Return the id of the last in the chain of those for whom an actor speaks; itself if for nobody else."""
        seen = {actor}
        while (after := self.voices.get(actor)) is not None and after not in seen:
            actor = after
            seen.add(actor)
        return actor
